import { describe, expect, it } from 'vitest';
import { readSettingsBounded } from '../../src/guilds/read-settings-bounded.ts';
import { readSettingsFile } from '../../src/guilds/settings-file.ts';

const file = '{"version":1,"settings":{"questionsPerMinute":3,"keepQuestions":true}}';
const read = (text: string) => readSettingsBounded(Buffer.from(text));

describe('a file of settings, in a thread', () => {
  it('is what it is without one', async () => {
    const changes = await read(file);
    expect(changes).toMatchObject({ memberPerMinute: 3, keepQuestions: true, chat: null });
    expect(changes).toEqual(readSettingsFile(file));
  });

  it.each([
    ['deep lists', '['.repeat(60_000), { code: 'settings-file-unreadable' }],
    [
      'deep objects',
      `{"version":2,"settings":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`,
      { code: 'settings-file-values' },
    ],
    [
      'many keys',
      JSON.stringify({
        version: 2,
        settings: Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`k${index}`, 1])),
      }),
      { code: 'settings-file-values' },
    ],
    [
      'a refusal with its words',
      '{"version":2,"settings":{"girth":1}}',
      { code: 'settings-file-values', values: { names: '`girth`' } },
    ],
  ])('is refused with %s', async (_, text, refusal) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'UserError', ...refusal });
  });

  it.each(['__proto__', 'constructor'])('changes nothing by the name %s', async (name) => {
    const text = `{"version":2,"settings":{"${name}":{"chat":false,"planted":true}}}`;
    const changes = await read(text).catch((error: unknown) => error);
    expect(changes).not.toMatchObject({ chat: false });
    expect('planted' in {}).toBe(false);
  });

  it('is refused in another encoding', async () => {
    for (const bytes of [
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from(file, 'utf16le').fill(0xd8, 1, 2),
    ])
      await expect(readSettingsBounded(bytes)).rejects.toMatchObject({ code: 'file-no-text' });
  });

  it('is refused when it takes too much time', async () => {
    await expect(readSettingsBounded(Buffer.from(file), { time: 1, memory: 128 })).rejects.toMatchObject({
      code: 'settings-file-unreadable',
    });
  });
});
