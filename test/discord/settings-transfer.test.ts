import { describe, expect, it } from 'vitest';
import type { Person } from '../../sandbox/people/person.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { loadConfig } from '../../src/config.ts';
import { readAttachment } from '../../src/discord/read-attachment.ts';
import { startTestBot } from './test-bot.ts';
import { redrawn, shownBy } from './test-message.ts';

async function transferIn(person: Person, text: string): Promise<Message> {
  return shownBy(await person.slash('config import', { file: person.upload('settings.json', text) }));
}

function fileOf({ attachments }: Message): string {
  return Buffer.from(attachments[0]?.bytes ?? []).toString('utf8');
}

const short = JSON.stringify({ version: 1, settings: { length: 'short' } });

describe('/config export and import', () => {
  it('give a server back what it had, once the difference was confirmed', async () => {
    const { sandbox, set } = await startTestBot();
    const { moderator, channels } = sandbox;
    await set({ channels: [channels.general.id], tone: 'like *this* @everyone', chat: false });
    const exported = shownBy(await moderator.slash('config export'));
    expect(exported.visibleTo).toBe(moderator.id);
    const file = fileOf(exported);
    await set({ channels: null, tone: null, chat: true, length: 'long' });
    const offer = await transferIn(moderator, file);
    expect(offer.text).toContain('Length of answers: long → **normal**');
    expect(offer.text).toContain('Nothing has been changed yet.');
    expect(fileOf(shownBy(await moderator.slash('config export')))).not.toBe(file);
    const told = await redrawn(sandbox, offer, moderator.tap(offer, 'Change it so'));
    expect(told).toContain('Answering messages: on → **off**');
    expect(offer.buttons).toEqual([]);
    expect(fileOf(shownBy(await moderator.slash('config export')))).toBe(file);
    expect((await transferIn(moderator, file)).text).toContain('nothing would change');
    expect(shownBy(await moderator.slash('config history')).text).toContain(`**1.**`);
  });

  it('overwrite nothing that was changed since, by a moderator of the moment', async () => {
    const { sandbox, set } = await startTestBot();
    const { moderator, seeded, edit } = sandbox;
    const offer = await transferIn(moderator, short);
    await set({ chat: false });
    const late = await redrawn(sandbox, offer, moderator.tap(offer, 'Change it so'));
    expect(late).toContain('Somebody else changed this meanwhile');
    const another = await transferIn(moderator, short);
    edit.setMemberRoles(seeded.guild, seeded.users.moderator, []);
    const stale = await redrawn(sandbox, another, moderator.tap(another, 'Change it so'));
    expect(stale).toBe('Only moderators of this server can do that.');
    for (const refused of [
      await transferIn(sandbox.editor, short),
      shownBy(await sandbox.editor.slash('config export')),
    ]) {
      expect(refused.text).toBe('Only moderators of this server can do that.');
      expect(refused.attachments).toEqual([]);
    }
    expect(JSON.parse(fileOf(shownBy(await sandbox.owner.slash('config export')))).settings).toEqual({
      chat: false,
    });
  });

  it.each([
    ['no JSON', 'no file of exported settings'],
    ['\u{1f600}'.repeat(16_385), 'larger than 64 KiB'],
    ['{"version":9,"settings":{}}', 'of a later version'],
    ['{"version":1,"settings":{"chat":1,"girth":2}}', 'nothing was changed: `chat`, `girth`'],
    ['{"version":1,"settings":{"channels":["999999999999999999"]}}', 'Not of this server'],
  ])('refuse %.40s in a sentence', async (text, sentence) => {
    const { sandbox } = await startTestBot();
    const refused = await transferIn(sandbox.moderator, text);
    expect(refused.text).toContain(sentence);
    expect(refused.buttons).toEqual([]);
  });
});

describe('an attached file', () => {
  it.each([
    'http://cdn.discordapp.com/attachments/1/a.json',
    'https://cdn.discordapp.com.example/a.json',
    'https://user@example.com/a.json',
    'http://127.0.0.1:1/a.json',
    'file:///etc/passwd',
    'no address',
  ])('is fetched from Discord alone, not from %s', async (url) => {
    const config = loadConfig({ DISCORD_TOKEN: 'a.b.c' });
    await expect(readAttachment({ url }, 1024, config)).rejects.toMatchObject({ reason: 'another-host' });
  });
});
