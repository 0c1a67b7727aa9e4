/** The kinds of setting there are: how each is checked, read from what a moderator types, and shown. */
import { z } from 'zod';

/** Which part of the moderators' panel a setting stands in. */
export const settingSections = ['where', 'who', 'how', 'how-much', 'privacy', 'voice'] as const;
export type SettingSection = (typeof settingSections)[number];

/** One setting of a server. `parse(show(value))` is `value`. */
export interface Setting<Value> {
  readonly section: SettingSection;
  /** Names the sentence that says what may be typed. */
  readonly kind:
    | 'channels'
    | 'channel'
    | 'forums'
    | 'roles'
    | 'members'
    | 'switch'
    | 'choice'
    | 'language'
    | 'amount'
    | 'count'
    | 'money'
    | 'text'
    | 'model';
  readonly schema: z.ZodType<Value>;
  readonly default: Value;
  /** Texts with a fixed meaning, offered while typing; locales have a word for each. */
  readonly words: readonly string[];
  /** Numbers for the sentence that says what may be typed, such as the least and the most. */
  readonly bounds: Readonly<Record<string, number>>;
  /** What the operator must have switched on for it to have an effect. */
  readonly needs?: 'message-content';
  /** The value that a typed text stands for, or null when it stands for none. */
  parse(text: string): Value | null;
  /** The value as text that `parse` reads: words as they are in `words`, channels and roles as Discord mentions. */
  show(value: Value): string;
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
  {
    least,
    most,
    initial,
  }: { readonly least: number; readonly most: number; readonly initial: number | 'unlimited' },
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

/** A whole number from `least` to `most`. */
export function count(
  section: SettingSection,
  { least, most, initial }: { readonly least: number; readonly most: number; readonly initial: number },
): Setting<number> {
  const schema = z.int().min(least).max(most);
  return {
    section,
    kind: 'count',
    schema,
    default: initial,
    words: [],
    bounds: { least, most },
    parse(text) {
      const checked = schema.safeParse(/^\d+$/.test(fold(text)) ? Number(fold(text)) : null);
      return checked.success ? checked.data : null;
    },
    show: (value) => String(value),
  };
}

/** Money in the operator's currency, or `unlimited`. A comma before three digits could group thousands, so it is not read. */
export function money(section: SettingSection): Setting<number | 'unlimited'> {
  const schema = z.union([z.literal('unlimited'), z.number().min(0.01).max(999_999).multipleOf(0.01)]);
  return {
    section,
    kind: 'money',
    schema,
    default: 'unlimited',
    words: ['unlimited'],
    bounds: {},
    parse(text) {
      const typed = fold(text);
      const isNumber = /^\d{1,6}(?:[.,]\d{1,2})?$/.test(typed);
      const checked = schema.safeParse(isNumber ? Number(typed.replace(',', '.')) : typed);
      return checked.success ? checked.data : null;
    },
    show: (value) => String(value),
  };
}

/** The name of a model, or `operator`: whichever the operator has chosen. */
export function modelName(section: SettingSection): Setting<string> {
  const schema = z.string().regex(/^\S{1,100}$/);
  return {
    section,
    kind: 'model',
    schema,
    default: 'operator',
    words: ['operator'],
    bounds: {},
    parse(text) {
      const checked = schema.safeParse(fold(text) === 'operator' ? 'operator' : text.trim());
      return checked.success ? checked.data : null;
    },
    show: (value) => value,
  };
}

/** A few words of a moderator's own, in one line; empty for none, shown as `usual`. */
export function boundedText(section: SettingSection, most: number): Setting<string> {
  const schema = z.string().refine((value) => [...value].length <= most && tidy(value) === value);
  return {
    section,
    kind: 'text',
    schema,
    default: '',
    words: ['usual'],
    bounds: { most },
    parse(text) {
      const checked = schema.safeParse(fold(text) === 'usual' ? '' : tidy(text));
      return checked.success ? checked.data : null;
    },
    show: (value) => (value === '' ? 'usual' : value),
  };
}

/** One line without what cannot be seen. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
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

/** A setting that has no effect without the operator's Message Content intent. */
export function needsMessageContent<Value>(setting: Setting<Value>): Setting<Value> {
  return { ...setting, needs: 'message-content' };
}

/** Full-width forms, capitals and white space around make no difference to what was typed. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
