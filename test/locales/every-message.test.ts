/** Every sentence in every language, as a reader meets it. After a change of words: `npx vitest run test/locales -u`. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { lengthOf } from '../../src/discord/limits.ts';
import { formatDay, formatNumber, formatPrecisely } from '../../src/locales/format.ts';
import { createTranslator, locales, messages } from '../../src/locales/translator.ts';

type Locale = (typeof locales)[number];

const identifiers = ['number', 'endsAt'];
const numbers =
  /^(count|pages?|parts?|first|last|total|answers|right|judged|refused|unanswerable|tokens\w+|limit|most|least|more|used)$/;

/** Bounds and spans of time: they are set in code, and more than one. */
const bounds = ['limit', 'most', 'least', 'days'];

/** A noun in the plural right after a number, as far as its language shows that by its letters; German by a form of its own. */
const pluralOfOne: Partial<Record<Locale, RegExp>> = {
  de: /(?<![\d,.–])1 \p{Lu}/u,
  ...Object.fromEntries(
    (['en-US', 'fr', 'es-ES', 'pt-BR'] as const).map((locale) => [locale, /(?<![\d,.–])1 \p{Ll}{3,}s\b/u]),
  ),
};

/** What is said for a key: plural forms by a count of their own. */
function render(locale: Locale, key: string, sample: (name: string) => string | number): string {
  const [, base = key, form] = /^(.*)_(one|many|other)$/.exec(key) ?? [];
  const count = { one: 1, many: 2_000_000 }[form ?? ''] ?? 12_345;
  const text = new Map<string, string | undefined>(Object.entries(messages[locale])).get(key) ?? '';
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? count : sample(name)]));
  return String(Reflect.apply(createTranslator(locale), null, [base, values]));
}

function readable(name: string): string | number {
  return numbers.test(name) || identifiers.includes(name) ? 12_345 : `⟨${name}⟩`;
}

function extreme(name: string): string | number {
  if (numbers.test(name) || identifiers.includes(name)) return 1_234_567_890;
  return 'W'.repeat(name === 'place' ? 20 : 200);
}

/** How long a sentence may be where it stands, with the longest values. */
function limitOf(key: string): number {
  if (/[mM]odal\.(title|question|label)|\.label$/.test(key) && !key.startsWith('gloss.')) return 45;
  if (/[bB]utton|^evidence\.(previous|next|back)$|^search\.(previous|next)$/.test(key)) return 80;
  if (/laceholder$/.test(key)) return 100;
  if (/^command\..*\.name$/.test(key)) return 32;
  if (/^command\..*\.description$/.test(key) || key.startsWith('setting.')) return 100;
  return 1500;
}

describe.each(locales)('every message in %s', (locale) => {
  const keys = Object.keys(messages[locale]);

  it('reads as it did', async () => {
    const lines = keys.map((key) => `${key}: ${JSON.stringify(render(locale, key, readable)).slice(1, -1)}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`rendered/${locale}.txt`);
  });

  it('keeps within its place with the longest values, and leaves no placeholder', () => {
    const said = keys.map((key) => ({ key, text: render(locale, key, extreme) }));
    expect(said.filter(({ key, text }) => lengthOf(text) > limitOf(key)).map(({ key }) => key)).toEqual([]);
    expect(said.filter(({ text }) => /\{\{|\}\}|undefined|NaN/.test(text))).toEqual([]);
  });

  it('has each plural form that its language has, and no other', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const plural = keys.flatMap((key) => /^(.*)_(zero|one|two|few|many|other)$/.exec(key)?.slice(1) ?? []);
    const bases = new Set(plural.filter((_, index) => index % 2 === 0));
    expect(bases.size).toBeGreaterThan(0);
    for (const base of bases)
      expect(keys.filter((key) => key.startsWith(`${base}_`)).sort()).toEqual(
        forms.map((form) => `${base}_${form}`).sort(),
      );
  });

  it('has no plural of one', () => {
    const plural = pluralOfOne[locale];
    if (plural === undefined) return expect(keys.filter((key) => key.endsWith('_one'))).toEqual([]);
    const one = (name: string) => (bounds.includes(name) ? 50 : numbers.test(name) ? 1 : `⟨${name}⟩`);
    const inflected = keys.filter((key) => !/_(one|many|other)$/.test(key));
    const said = [...inflected, ...(locale === 'de' ? [] : keys.filter((key) => key.endsWith('_one')))];
    return expect(said.filter((key) => plural.test(render(locale, key, one)))).toEqual([]);
  });

  it('writes numbers as its readers do, and ids as they are', () => {
    const translate = createTranslator(locale);
    expect(translate('config.usedToday', { used: 12_345 })).toContain(
      new Intl.NumberFormat(locale).format(12_345),
    );
    expect(translate('answer.paragraph', { number: 12_345 })).toBe('¶12345');
    expect(translate('error.too-many-questions', { endsAt: 1_700_000_000 })).toContain('<t:1700000000:R>');
  });
});

it('in French has narrow no-break spaces before ; : ! ? and inside « »', () => {
  const unspaced = Object.entries(messages.fr).filter(([, text]) =>
    /(?<!\u202F)[;:!?»]|«(?!\u202F)/.test(text.replaceAll(/`[^`]*`|<t:\S+>/g, '')),
  );
  expect(unspaced).toEqual([]);
});

describe('the commands that Discord registers', () => {
  interface Named {
    readonly name: string;
    readonly description?: string;
    readonly name_localizations?: object | null;
    readonly description_localizations?: object | null;
    readonly options?: readonly Named[];
    readonly choices?: readonly Named[];
  }
  const named = (one: Named): readonly Named[] => [
    one,
    ...(one.options ?? []).flatMap(named),
    ...(one.choices ?? []),
  ];
  const all = commands.flatMap(({ data }) => named(data));
  const wanted = [...locales.filter((locale) => locale !== 'en-US'), 'es-419'].sort();

  it('are named in every language, within 32 and 100 code points', () => {
    for (const { name, name_localizations, description, description_localizations } of all) {
      expect(Object.keys(name_localizations ?? {}).sort(), name).toEqual(wanted);
      for (const text of [name, ...Object.values(name_localizations ?? {})])
        expect(lengthOf(text), text).toBeLessThanOrEqual(description === undefined ? 100 : 32);
      if (description === undefined) continue;
      expect(Object.keys(description_localizations ?? {}).sort(), name).toEqual(wanted);
      for (const text of [description, ...Object.values(description_localizations ?? {})])
        expect(lengthOf(text), text).toBeLessThanOrEqual(100);
    }
  });
});

describe('numbers and days', () => {
  it('are written as the language writes them', () => {
    expect(formatNumber(12_345.5, 'de')).toBe('12.345,5');
    expect(formatNumber(12_345, 'fr')).toBe('12\u202f345');
    expect(formatPrecisely(0.012_345, 'pt-BR')).toBe('0,0123');
    expect(formatDay('2019-03-11T04:30', 'es-ES')).toBe('11 de marzo de 2019');
    expect(formatDay('2019-03-11T23:30+08:00', 'zh-CN')).toBe('2019年3月11日');
  });

  it('leave a day that is none as it is', () => {
    for (const text of ['', 'spring 2019', '2019-99-99']) expect(formatDay(text, 'en-US')).toBe(text);
  });
});
