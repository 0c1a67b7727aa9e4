/** Settings in the reader's words, and what a moderator types read back. */
import { UserError } from '../errors.ts';
import {
  parseSetting,
  type SettingKey,
  type Settings,
  settingKeys,
  settingsTable,
  showSetting,
} from '../guilds/settings.ts';
import { formatNumber } from '../locales/format.ts';
import type { MessageKey } from '../locales/messages.ts';
import { messages, type Translate } from '../locales/translator.ts';
import { escapeShort } from './escape-text.ts';

/** How much of a value is shown; the rest of a long list is counted. */
interface Room {
  readonly ids: number;
  readonly characters: number;
}
const enough: Room = { ids: 15, characters: 400 };
const brief: Room = { ids: 3, characters: 60 };

export function nameSetting(key: SettingKey, translate: Translate): string {
  return translate(`setting.${key}`);
}

/** What a setting does, in one sentence. */
export function explainSetting(key: SettingKey, translate: Translate): string {
  return translate(`setting.${key}.about`);
}

/** Words as they are compared: capitals and the kind of white space, such as the narrow one of French, make no difference. */
export function foldWords(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** The setting that is meant by a key or by its name as the moderator sees it. Throws `UserError('setting-unknown')`. */
export function readSettingKey(text: string, translate: Translate): SettingKey {
  const typed = foldWords(text);
  const key = settingKeys.find(
    (one) => foldWords(one) === typed || foldWords(nameSetting(one, translate)) === typed,
  );
  if (key === undefined) throw new UserError('setting-unknown', 'no such setting');
  return key;
}

/** A value as a moderator reads it, at most about 400 characters; channels and roles as mentions. */
export function describeSetting<Key extends SettingKey>(
  key: Key,
  value: Settings[Key],
  translate: Translate,
): string {
  return describe(key, value, translate, enough);
}

/** The same for where many stand together: at most about 80 characters. */
export function describeBriefly<Key extends SettingKey>(
  key: Key,
  value: Settings[Key],
  translate: Translate,
): string {
  return describe(key, value, translate, brief);
}

function describe<Key extends SettingKey>(
  key: Key,
  value: Settings[Key],
  translate: Translate,
  room: Room,
): string {
  const text = showSetting(key, value);
  if (settingsTable[key].kind === 'text' && !isWordOf(key, text)) return escapeShort(text, room.characters);
  if (typeof value === 'number') return formatNumber(value, translate.locale);
  if (isWordOf(key, text)) return describeWord(text, translate);
  const parts = text.split(' ');
  const shown = parts.slice(0, room.ids).join(' ');
  return parts.length <= room.ids
    ? shown
    : translate('config.andMore', { shown, more: parts.length - room.ids });
}

/** A word of the settings, or the name of a language; what is neither, such as the name of a model, as it is. */
export function describeWord(word: string, translate: Translate): string {
  const key = `setting.word.${word}`;
  return isWordKey(key) ? translate(key) : nameLanguage(word, translate);
}

/** The value that was typed: in a form that is shown, or as the words that the moderator sees. Throws as `parseSetting` does. */
export function readSettingText<Key extends SettingKey>(
  key: Key,
  text: string,
  translate: Translate,
): Settings[Key] {
  const typed = foldWords(text);
  const { words, kind } = settingsTable[key];
  const word = words.find((one) => foldWords(describeWord(one, translate)) === typed);
  try {
    return parseSetting(
      key,
      word ?? (kind === 'amount' || kind === 'count' ? withoutGrouping(text.trim()) : text),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const named = words.map((one) => describeWord(one, translate)).join(translate('permission.separator'));
    throw new UserError(error.code, error.message, { ...error.values, words: named });
  }
}

/** Amounts are shown as 1,000, 1.000 or 1 000, so they are read so too. */
function withoutGrouping(text: string): string {
  return /^\d{1,3}(?:[.,\s]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
}

function isWordOf(key: SettingKey, text: string): boolean {
  return settingsTable[key].words.includes(text) || settingsTable[key].kind === 'language';
}

type WordKey = Extract<MessageKey, `setting.word.${string}`>;

function isWordKey(key: string): key is WordKey {
  return key.startsWith('setting.word.') && Object.hasOwn(messages['en-US'], key);
}

/** The two ways of writing Chinese are told apart by script, which is how their readers know them. */
const tagsByScript: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

function nameLanguage(tag: string, { locale }: Translate): string {
  try {
    const names = new Intl.DisplayNames([locale], { type: 'language' });
    return names.of(tagsByScript[tag] ?? tag) ?? tag;
  } catch {
    return tag;
  }
}
