/** The kinds of setting there are: how each is checked, read from what a moderator types, and shown. */
import { z } from 'zod';

/** Which part of the moderators' panel a setting stands in. */
export type SettingSection = 'where' | 'who' | 'how' | 'how-much';

/** One setting of a server. `parse(show(value))` is `value`. */
export interface Setting<Value> {
  readonly section: SettingSection;
  /** Names the sentence that says what may be typed. */
  readonly kind: 'channels' | 'roles' | 'switch' | 'choice' | 'language' | 'amount';
  readonly schema: z.ZodType<Value>;
  readonly default: Value;
  /** Texts with a fixed meaning, offered while typing; locales have a word for each. */
  readonly words: readonly string[];
  /** Numbers for the sentence that says what may be typed, such as the least and the most. */
  readonly bounds: Readonly<Record<string, number>>;
  /** The value that a typed text stands for, or null when it stands for none. */
  parse(text: string): Value | null;
  /** The value as text that `parse` reads: words as they are in `words`, channels and roles as Discord mentions. */
  show(value: Value): string;
}

const maxListed = 50;
const idSchema = z.string().regex(/^\d{15,20}$/);
const idListSchema = z.array(idSchema).min(1).max(maxListed).readonly();

/** Some channels, or `all`. */
export function channelList(section: SettingSection): Setting<'all' | readonly string[]> {
  return idList(section, 'channels', 'all', '#');
}

/** Some channels, or `nowhere`. */
export function fewChannels(section: SettingSection): Setting<'nowhere' | readonly string[]> {
  return idList(section, 'channels', 'nowhere', '#');
}

/** Some roles, or `none`. */
export function roleList(section: SettingSection): Setting<'none' | readonly string[]> {
  return idList(section, 'roles', 'none', '@&');
}

function idList<Word extends 'all' | 'nowhere' | 'none'>(
  section: SettingSection,
  kind: 'channels' | 'roles',
  word: Word,
  sign: '#' | '@&',
): Setting<Word | readonly string[]> {
  const mention = new RegExp(`^(?:<${sign}(\\d{15,20})>|(\\d{15,20}))$`);
  return {
    section,
    kind,
    schema: z.union([z.literal<Word>(word), idListSchema]),
    default: word,
    words: [word],
    bounds: { most: maxListed },
    parse(text) {
      if (fold(text) === word) return word;
      const matches = fold(text)
        .replaceAll('><', '> <')
        .split(/[\s,、]+/)
        .filter((part) => part !== '')
        .map((part) => mention.exec(part));
      const ids = [...new Set(matches.map((match) => match?.[1] ?? match?.[2]))];
      const checked = idListSchema.safeParse(ids);
      return checked.success ? checked.data : null;
    },
    show: (value) => (typeof value === 'string' ? value : value.map((id) => `<${sign}${id}>`).join(' ')),
  };
}

/** On or off. */
export function onOff(section: SettingSection, initial: boolean): Setting<boolean> {
  const states: Readonly<Record<string, boolean>> = {
    on: true,
    true: true,
    yes: true,
    '1': true,
    off: false,
    false: false,
    no: false,
    '0': false,
  };
  return {
    section,
    kind: 'switch',
    schema: z.boolean(),
    default: initial,
    words: ['on', 'off'],
    bounds: {},
    parse: (text) => (Object.hasOwn(states, fold(text)) ? (states[fold(text)] ?? null) : null),
    show: (value) => (value ? 'on' : 'off'),
  };
}

/** One of a few words. */
export function choice<const Word extends string>(
  section: SettingSection,
  words: readonly [Word, ...Word[]],
  initial: NoInfer<Word>,
): Setting<Word> {
  return {
    section,
    kind: 'choice',
    schema: z.enum(words),
    default: initial,
    words,
    bounds: {},
    parse: (text) => words.find((word) => word === fold(text)) ?? null,
    show: (value) => value,
  };
}

/** A whole number from `least` to `most`, or `unlimited`. */
export function amount(
  section: SettingSection,
  { least, most, initial }: { readonly least: number; readonly most: number; readonly initial: number },
): Setting<number | 'unlimited'> {
  const schema = z.union([z.literal('unlimited'), z.int().min(least).max(most)]);
  return {
    section,
    kind: 'amount',
    schema,
    default: initial,
    words: ['unlimited'],
    bounds: { least, most },
    parse(text) {
      const typed = fold(text);
      const checked = schema.safeParse(/^\d+$/.test(typed) ? Number(typed) : typed);
      return checked.success ? checked.data : null;
    },
    show: (value) => String(value),
  };
}

/** A language as a BCP 47 tag, or `asker`: whichever the question is asked in. */
export function languageChoice(section: SettingSection, offered: readonly string[]): Setting<string> {
  const schema = z.string().refine((value) => value === 'asker' || normaliseTag(value) === value);
  return {
    section,
    kind: 'language',
    schema,
    default: 'asker',
    words: ['asker', ...offered],
    bounds: {},
    parse: (text) => (fold(text) === 'asker' ? 'asker' : normaliseTag(fold(text).replaceAll('_', '-'))),
    show: (value) => value,
  };
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `zh-hant-hk` becomes `zh-TW` and `en-us` `en`; a language that nobody knows becomes null. */
function normaliseTag(text: string): string | null {
  try {
    const locale = new Intl.Locale(text);
    const { language, script } = locale.maximize();
    if (languageNames.of(language) === undefined || locale.baseName.length > 35) return null;
    if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
    return ['en', 'ja', 'ko'].includes(language) ? language : locale.baseName;
  } catch {
    return null;
  }
}

/** Full-width forms, capitals and white space around make no difference to what was typed. */
function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
