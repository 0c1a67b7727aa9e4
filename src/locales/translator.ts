/** Says things in the reader's language. */
import { createInstance, type FormatterModule, type i18n } from 'i18next';
import type { UserError } from '../errors.ts';
import { de } from './de.ts';
import { enUS } from './en-us.ts';
import { esES } from './es-es.ts';
import { formatNumber } from './format.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { MessageKey, Messages, MessageValues } from './messages.ts';
import { ptBR } from './pt-br.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

export const locales = ['en-US', 'zh-CN', 'zh-TW', 'ja', 'ko', 'fr', 'de', 'es-ES', 'pt-BR'] as const;
export type Locale = (typeof locales)[number];

/** The words of every locale. */
export const messages: Readonly<Record<Locale, Messages>> = {
  'en-US': enUS,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  ja,
  ko,
  fr,
  de,
  'es-ES': esES,
  'pt-BR': ptBR,
};

/** Says one sentence; its placeholders are typed. Values are put in as they are: whoever shows the text escapes them. */
export interface Translate {
  <K extends MessageKey>(key: K, ...values: MessageValues<K>): string;
  readonly locale: Locale;
  /** The sentence for an expected failure; its English message where no locale has one. */
  readonly describeError: (error: UserError) => string;
}

/** The locale nearest to a BCP 47 tag: `zh-HK` is served in traditional characters, an unknown language in English. */
export function localeOf(language: string): Locale {
  const tag = language.toLowerCase().replaceAll('_', '-');
  if (/^zh-(?:.*-)?(?:tw|hk|mo|hant)\b/.test(tag)) return 'zh-TW';
  return locales.find((locale) => tag.split('-')[0] === locale.split('-')[0]) ?? 'en-US';
}

/** A translator into the locale nearest to `language` (a BCP 47 tag). Cheap: the translators are made once. */
export function createTranslator(language: string): Translate {
  return translators[localeOf(language)];
}

/** Placeholders whose numbers are names: a paragraph's number, the second a pause ends in. */
const identifiers = new Set(['number', 'endsAt']);

/** Every number in a sentence is written as the sentence's language does. */
const numbersAsWritten: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value: unknown, _, language = 'en-US', { interpolationkey = '' } = {}) =>
    typeof value === 'number' && !identifiers.has(interpolationkey)
      ? formatNumber(value, language)
      : String(value),
};

const words: i18n = createInstance();
words.use(numbersAsWritten);
words.init({
  initAsync: false,
  fallbackLng: 'en-US',
  supportedLngs: [...locales],
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, skipOnVariables: true, alwaysFormat: true },
  resources: Object.fromEntries(locales.map((locale) => [locale, { translation: messages[locale] }])),
});

const translators: Readonly<Record<Locale, Translate>> = {
  'en-US': translatorOf('en-US'),
  'zh-CN': translatorOf('zh-CN'),
  'zh-TW': translatorOf('zh-TW'),
  ja: translatorOf('ja'),
  ko: translatorOf('ko'),
  fr: translatorOf('fr'),
  de: translatorOf('de'),
  'es-ES': translatorOf('es-ES'),
  'pt-BR': translatorOf('pt-BR'),
};

function translatorOf(locale: Locale): Translate {
  const fixed = words.getFixedT(locale);
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    String(fixed(key, { ...values }));
  const translate = <K extends MessageKey>(key: K, ...[values]: MessageValues<K>): string => say(key, values);
  const describeError = (error: UserError): string => {
    const key = `error.${error.code}`;
    return words.exists(key) ? say(key, error.values) : error.message;
  };
  return Object.assign(translate, { locale, describeError });
}
