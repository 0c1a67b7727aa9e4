/** The settings of a server: one table, from which command, storage and checks follow. */
import type { z } from 'zod';
import { UserError } from '../errors.ts';
import {
  amount,
  boundedText,
  choice,
  count,
  languageChoice,
  modelName,
  money,
  needsMessageContent,
  onOff,
  type Setting,
} from './setting-kinds.ts';
import { channelList, fewChannels, fewForums, memberList, oneChannel, roleList } from './setting-lists.ts';

const table = {
  /** Channels where the bot may answer; their threads follow them. */
  channels: channelList('where'),
  /** Channels where it may not, whatever else is allowed. */
  deniedChannels: fewChannels('where'),
  /** Channels where every message is a question. */
  questionChannels: needsMessageContent(fewChannels('where')),
  /** Forums whose new posts are answered. */
  questionForums: needsMessageContent(fewForums('where')),
  /** Seconds that a new post is left to the people there first. */
  forumDelay: count('where', { least: 0, most: 3600, initial: 5 }),
  /** Characters that a post must have to be answered. */
  forumMinLength: count('where', { least: 1, most: 1000, initial: 1 }),
  /** Roles that count as moderators, besides everybody with Manage Server. */
  moderatorRoles: roleList('who', 'none'),
  /** Who has one of these may ask. */
  allowedRoles: roleList('who', 'everyone'),
  /** Who has one of these may not, whatever else they have. */
  deniedRoles: roleList('who', 'nobody'),
  /** Members who may not ask. */
  barredMembers: memberList('who'),
  /** Where changes of settings and warnings of budgets are told. */
  logChannel: oneChannel('who'),
  /** Mentions, replies and the bot's own threads are answered; slash commands always are. */
  chat: onOff('how', true),
  /** What the button under an answer opens to go on asking; a modal where there can be no thread. */
  followUps: choice('how', ['modal', 'thread'], 'modal'),
  /** Which of the operator's models writes the answers. */
  model: modelName('how'),
  /** Questions in the minute that the first of them begins: of one member, in one channel, in the server. */
  memberPerMinute: amount('how-much', { least: 1, most: 60, initial: 10 }),
  channelPerMinute: amount('how-much', { least: 1, most: 600, initial: 'unlimited' }),
  serverPerMinute: amount('how-much', { least: 1, most: 6000, initial: 'unlimited' }),
  /** Questions in one UTC day. */
  memberPerDay: amount('how-much', { least: 1, most: 10_000, initial: 'unlimited' }),
  channelPerDay: amount('how-much', { least: 1, most: 100_000, initial: 'unlimited' }),
  serverPerDay: amount('how-much', { least: 1, most: 100_000, initial: 'unlimited' }),
  /** Roles whose members are neither limited nor counted. */
  exemptRoles: roleList('how-much', 'nobody'),
  /** Answers that the model may write in one UTC day; after them the bot quotes. 0: it only ever quotes. */
  answersPerDay: amount('how-much', { least: 0, most: 100_000, initial: 500 }),
  /** Tokens in and out that a model may take in one UTC day; after them the bot quotes. */
  tokensPerDay: amount('how-much', { least: 1000, most: 100_000_000, initial: 'unlimited' }),
  /** What a model may cost in one UTC day, at the operator's prices; after that the bot quotes. */
  moneyPerDay: money('how-much'),
  /** Answers to commands, buttons and menus are seen by who asks alone, unless they say otherwise. */
  privateAnswers: onOff('privacy', false),
  /** Questions are kept with what members think of the answers. */
  keepQuestions: onOff('privacy', false),
  /** Days after which answers, votes and kept questions are deleted. */
  keepDays: count('privacy', { least: 1, most: 365, initial: 180 }),
  /** The language of answers. */
  language: languageChoice('voice', ['zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'fr', 'de', 'es-ES', 'pt-BR']),
  /** How much an answer says. */
  length: choice('voice', ['short', 'normal', 'long'], 'normal'),
  /** How what a model writes should sound. It reaches the wording, never what counts as grounded. */
  tone: boundedText('voice', 200),
};

export type SettingKey = keyof typeof table;

/** The settings of one server, complete and checked. */
export type Settings = { readonly [Key in SettingKey]: z.output<(typeof table)[Key]['schema']> };

/** Every setting there is. A new one is an entry above, its words in the locales, and the place where it has its effect. */
export const settingsTable: { readonly [Key in SettingKey]: Setting<Settings[Key]> } = table;

export const settingKeys = Object.keys(table).filter(isSettingKey);

/** Whether a text, such as a stored key or a command's choice, names a setting. */
export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(table, text);
}

/** What is stored for a server: only what was changed, by key. Values are as trustworthy as the disk. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** Settings from what was stored: a missing or bad value gives way to the default, an unknown key is ignored. Never throws. */
export function readSettings(stored: StoredSettings): Settings {
  const settings: Draft = {};
  for (const key of settingKeys) readSetting(key, stored, settings);
  if (!isComplete(settings)) throw new TypeError('a setting without a default');
  return settings;
}

/** The settings whose stored value is not allowed, so that the default is in force instead. */
export function findBadSettings(stored: StoredSettings): readonly SettingKey[] {
  return settingKeys.filter(
    (key) => Object.hasOwn(stored, key) && !settingsTable[key].schema.safeParse(stored[key]).success,
  );
}

/** The settings of a server where nothing was changed, and of direct messages. */
export const defaultSettings: Settings = readSettings({});

/** The settings once values are stored; null takes a key back to its default. */
export function applyChanges(
  settings: Settings,
  changes: { readonly [Key in SettingKey]?: Settings[Key] | null },
): Settings {
  const given = Object.entries(changes).map(([key, value]) => [key, value ?? undefined]);
  return readSettings({ ...settings, ...Object.fromEntries(given) });
}

type Draft = { -readonly [Key in SettingKey]?: Settings[Key] };

function readSetting<Key extends SettingKey>(key: Key, stored: StoredSettings, settings: Draft): void {
  const setting = settingsTable[key];
  const checked = setting.schema.safeParse(Object.hasOwn(stored, key) ? stored[key] : setting.default);
  settings[key] = checked.success ? checked.data : setting.default;
}

function isComplete(settings: Draft): settings is Settings {
  return settingKeys.every((key) => settings[key] !== undefined);
}

/**
 * The value that a moderator typed for a setting. Throws a `UserError` whose code names the setting's kind
 * (`setting-invalid-amount`, ...) and whose values are its bounds and its words.
 */
export function parseSetting<Key extends SettingKey>(key: Key, text: string): Settings[Key] {
  const setting: Setting<Settings[Key]> = settingsTable[key];
  const value = setting.parse(text);
  if (value !== null) return value;
  throw new UserError(`setting-invalid-${setting.kind}`, `not a value for ${key}`, {
    words: setting.words.join(', '),
    ...setting.bounds,
  });
}

/** A setting's value as text that {@link parseSetting} reads back; channels and roles are Discord mentions. */
export function showSetting<Key extends SettingKey>(key: Key, value: Settings[Key]): string {
  return settingsTable[key].show(value);
}
