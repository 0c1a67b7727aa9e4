import fc from 'fast-check';
import { readSettings, type SettingKey, type Settings } from '../../src/guilds/settings.ts';

const id = fc.bigInt({ min: 10n ** 16n, max: 10n ** 19n }).map(String);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 50 });

function amountTo(max: number): fc.Arbitrary<number | 'unlimited'> {
  return fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 1, max }));
}

/** Any allowed value of each setting. */
export const settingValues: { readonly [Key in SettingKey]: fc.Arbitrary<Settings[Key]> } = {
  channels: fc.oneof(fc.constant('all' as const), ids),
  deniedChannels: fc.oneof(fc.constant('nowhere' as const), ids),
  questionChannels: fc.oneof(fc.constant('nowhere' as const), ids),
  questionForums: fc.oneof(fc.constant('nowhere' as const), ids),
  forumDelay: fc.integer({ min: 0, max: 3600 }),
  forumMinLength: fc.integer({ min: 1, max: 1000 }),
  moderatorRoles: fc.oneof(fc.constant('none' as const), ids),
  allowedRoles: fc.oneof(fc.constant('everyone' as const), ids),
  deniedRoles: fc.oneof(fc.constant('nobody' as const), ids),
  barredMembers: fc.oneof(fc.constant('nobody' as const), ids),
  logChannel: fc.oneof(fc.constant('nowhere'), id),
  chat: fc.boolean(),
  followUps: fc.constantFrom('modal', 'thread'),
  model: fc.constantFrom('operator', 'gpt-5.4-mini', 'qwen3:8b'),
  memberPerMinute: amountTo(60),
  channelPerMinute: amountTo(600),
  serverPerMinute: amountTo(6000),
  memberPerDay: amountTo(10_000),
  channelPerDay: amountTo(100_000),
  serverPerDay: amountTo(100_000),
  exemptRoles: fc.oneof(fc.constant('nobody' as const), ids),
  answersPerDay: fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 0, max: 100_000 })),
  tokensPerDay: fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 1000, max: 100_000_000 })),
  moneyPerDay: fc.oneof(
    fc.constant('unlimited' as const),
    fc.integer({ min: 1, max: 99_999_900 }).map((cents) => Number((cents / 100).toFixed(2))),
  ),
  privateAnswers: fc.boolean(),
  keepQuestions: fc.boolean(),
  keepDays: fc.integer({ min: 1, max: 365 }),
  language: fc.constantFrom('asker', 'zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'fr', 'pt-BR', 'de-AT'),
  length: fc.constantFrom('short', 'normal', 'long'),
  tone: fc
    .oneof(
      fc.constantFrom('', 'warm and brief', '像老师一样，<#123456789012345678> @everyone'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 200 }).map((text) => text.replace(/\s+/g, ' ').trim()),
    )
    .filter((text) => text.toLowerCase() !== 'usual'),
};

/** Any settings of a server. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record(settingValues, { requiredKeys: [] })
  .map((stored) => readSettings(stored));
