import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/discord/doctor/examine.ts';
import type { ChannelFacts, ChannelKind, Facts } from '../../../src/discord/doctor/facts.ts';
import type { Finding } from '../../../src/discord/doctor/finding.ts';
import { renderFindings } from '../../../src/discord/doctor/render-findings.ts';
import { lengthOf } from '../../../src/discord/limits.ts';
import type { Needed } from '../../../src/discord/permissions.ts';
import { defaultSettings, type Settings } from '../../../src/guilds/settings.ts';
import { createTranslator, locales } from '../../../src/locales/translator.ts';

const all: readonly Needed[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ManageThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'Connect',
];
const without = (...names: readonly Needed[]) => all.filter((name) => !names.includes(name));

function channel(id: string, kind: ChannelKind = 'text', held = all, mayAnswer = true): ChannelFacts {
  return { id, kind, held, mayAnswer };
}

/** A server where all is well, but for what is given. */
function server({ settings, ...given }: Partial<Facts> & { readonly settings?: Partial<Settings> }): Facts {
  return {
    role: 'Footnote',
    heldInServer: all,
    channels: [channel('1')],
    others: [],
    known: { state: 'fresh', settings: { ...defaultSettings, ...settings } },
    messageContent: false,
    model: { state: 'fine', model: 'loopback' },
    databaseFailure: null,
    article: { title: 'Article', version: 'a1', paragraphs: 12 },
    commandCount: 9,
    commands: { state: 'registered', differing: [], twice: false },
    clockAhead: 0,
    ...given,
  };
}

/** What is not fine. */
function open(given: Parameters<typeof server>[0]): readonly Finding[] {
  return examine(server(given)).filter(({ state }) => state !== 'ok');
}

const speechless = without('SendMessages');
const unseen = without('ViewChannel');

describe('a check-up', () => {
  it('finds nothing to do where all is well', () => {
    expect(open({})).toEqual([]);
    expect(open({ settings: { tone: 'as in <#123456789012345678>' } })).toEqual([]);
  });

  it.each<[string, Parameters<typeof server>[0], Partial<Finding>]>([
    [
      'a channel that a setting names, where it cannot speak',
      { channels: [channel('1'), channel('2', 'text', speechless)], settings: { channels: ['1', '2'] } },
      {
        state: 'problem',
        step: 'grant-in-channel',
        code: 'channels-lack',
        channels: ['2'],
        permissions: ['SendMessages'],
      },
    ],
    [
      'a channel for reading only',
      { channels: [channel('1'), channel('2', 'announcement', speechless)] },
      { state: 'warning', code: 'channels-lack', kind: 'announcement' },
    ],
    [
      'a server where it can speak nowhere, for want of the role’s permission',
      { channels: [channel('1', 'text', speechless)], heldInServer: speechless },
      { state: 'problem', step: 'grant-in-role', code: 'channels-lack' },
    ],
    [
      'a channel that it does not see',
      { channels: [channel('1'), channel('2', 'text', unseen)] },
      { state: 'warning', code: 'channels-hidden', channels: ['2'] },
    ],
    [
      'a channel that it does not see, and a setting names',
      {
        channels: [channel('1'), channel('2', 'text', unseen)],
        settings: { questionChannels: ['2'] },
        messageContent: true,
      },
      { state: 'problem', code: 'channels-lack', channels: ['2'], permissions: ['ViewChannel'] },
    ],
    [
      'a forum whose posts it may not write in',
      { channels: [channel('1'), channel('2', 'forum', without('SendMessagesInThreads'))] },
      { state: 'warning', kind: 'forum', permissions: ['SendMessagesInThreads'] },
    ],
    [
      'a voice channel that it may not connect to',
      { channels: [channel('1'), channel('2', 'voice', without('Connect'))] },
      { state: 'warning', kind: 'voice', permissions: ['Connect'] },
    ],
    [
      'a locked thread',
      { channels: [channel('1'), channel('2', 'locked-thread', without('ManageThreads'))] },
      { state: 'warning', kind: 'locked-thread', permissions: ['ManageThreads'] },
    ],
    [
      'threads that a setting wants and that it may not open',
      { channels: [channel('1', 'text', without('CreatePublicThreads'))], settings: { followUps: 'thread' } },
      { state: 'warning', permissions: ['CreatePublicThreads'] },
    ],
    [
      'a setting that names only channels that are gone',
      { settings: { channels: ['9'] } },
      { state: 'problem', step: 'setting', code: 'setting-gone', setting: 'channels', ids: ['9'] },
    ],
    [
      'a setting that names a role that is gone, and one that is there',
      { settings: { moderatorRoles: ['8', '9'] }, others: ['8'] },
      { state: 'warning', code: 'setting-gone', setting: 'moderatorRoles', ids: ['9'] },
    ],
    [
      'a log channel where it may not write, though it answers nobody there',
      {
        channels: [channel('1'), channel('2', 'text', speechless, false)],
        settings: { logChannel: '2' },
      },
      { state: 'problem', step: 'grant-in-channel', code: 'setting-no-speech', ids: ['2'] },
    ],
    [
      'a question forum that is none',
      { settings: { questionForums: ['1'] }, messageContent: true },
      { state: 'problem', code: 'setting-no-forum', ids: ['1'] },
    ],
    [
      'a question channel where it may not answer',
      {
        channels: [channel('1'), channel('2', 'text', all, false)],
        settings: { channels: ['1'], questionChannels: ['2'] },
        messageContent: true,
      },
      { state: 'problem', code: 'setting-not-allowed', ids: ['2'] },
    ],
    [
      'a question channel without Message Content',
      { settings: { questionChannels: ['1'] } },
      { state: 'problem', step: 'content', code: 'content-needed', setting: 'questionChannels' },
    ],
    [
      'a question channel while messages are not answered',
      { settings: { questionChannels: ['1'], chat: false }, messageContent: true },
      { state: 'problem', code: 'setting-chat-off', setting: 'questionChannels' },
    ],
    [
      'a model that is away',
      { model: { state: 'away', model: 'loopback', reason: 'http-401' } },
      { state: 'problem', step: 'model-access', code: 'model-away', reason: 'http-401' },
    ],
    [
      'a model that its server does not list',
      { model: { state: 'unlisted', model: 'loopback' } },
      { state: 'warning', step: 'model-name', code: 'model-unlisted' },
    ],
    [
      'a database that is away',
      { databaseFailure: 'read-only' },
      { state: 'problem', step: 'database', code: 'database-away', reason: 'read-only' },
    ],
    [
      'a command that Discord has otherwise',
      { commands: { state: 'registered', differing: ['ask'], twice: false } },
      { state: 'problem', step: 'restart', code: 'commands-differ', names: ['ask'] },
    ],
    [
      'commands that are offered twice',
      { commands: { state: 'registered', differing: [], twice: true } },
      { state: 'warning', code: 'commands-twice' },
    ],
    [
      'commands of another server',
      { commands: { state: 'elsewhere' } },
      { state: 'problem', step: 'server-id', code: 'commands-elsewhere' },
    ],
    [
      'commands that Discord does not tell of',
      { commands: { state: 'unknown', reason: 'timeout' } },
      { state: 'warning', step: 'later', code: 'commands-unknown' },
    ],
    ['a clock that is behind', { clockAhead: -61 }, { state: 'warning', code: 'clock-off', seconds: 61 }],
  ])('tells of %s', (_, given, finding) => {
    expect(open(given)).toEqual([expect.objectContaining(finding)]);
  });

  it('puts five hundred channels that lack the same on one line, and counts the others', () => {
    const many = (from: number, count: number, held: readonly Needed[]) =>
      Array.from({ length: count }, (_, index) => channel(String(from + index), 'text', held));
    const facts = server({ channels: [...many(1000, 466, speechless), ...many(2000, 34, all)] });
    const [message, ...others] = renderFindings('', examine(facts), 'Footnote', createTranslator('en-US'));
    expect(others).toEqual([]);
    expect(message?.content).toContain('<#1009> and 456 more: I am missing Send Messages (to answer)');
    expect(message?.content).toContain('**OK:** Text channels: 34 of 500 are fine.');
  });

  const kinds = [
    'text',
    'announcement',
    'voice',
    'stage',
    'forum',
    'media',
    'locked-thread',
    'other',
  ] as const;
  const anyChannel = fc.record({
    id: fc.integer({ min: 1, max: 9999 }).map(String),
    kind: fc.constantFrom(...kinds),
    held: fc.subarray([...all]),
    mayAnswer: fc.boolean(),
  });

  it('speaks of each channel once, and in messages that Discord takes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyChannel, { selector: ({ id }) => id, maxLength: 60 }),
        fc.constantFrom(...locales),
        fc.string({ unit: 'binary', maxLength: 120 }),
        (channels, locale, role) => {
          const findings = examine(server({ channels, role }));
          const listed = findings.flatMap((finding) => ('channels' in finding ? finding.channels : []));
          const counted = findings.flatMap((finding) =>
            finding.code === 'channels-fine'
              ? finding.fine
              : finding.code === 'channels-excluded'
                ? finding.total
                : 0,
          );
          expect(new Set(listed).size).toBe(listed.length);
          expect(listed.length + counted.reduce((sum, count) => sum + count, 0)).toBe(
            channels.filter(({ kind }) => kind !== 'other').length,
          );
          const messages = renderFindings('', findings, role, createTranslator(locale));
          for (const { content } of messages) expect(lengthOf(content)).toBeLessThanOrEqual(2000);
          const lines = messages.flatMap(({ content }) => content.split('\n'));
          expect(lines.filter((line) => !line.startsWith('-# →'))).toHaveLength(findings.length + 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
