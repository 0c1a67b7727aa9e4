import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { isMessageCommand } from '../../src/discord/command.ts';
import { lengthOf, limits } from '../../src/discord/limits.ts';
import { UserError } from '../../src/errors.ts';
import { quoteInMarks } from '../../src/locales/describe-answer.ts';
import { createTranslator, localeOf, locales, messages } from '../../src/locales/translator.ts';

const english = messages['en-US'];
const keys = Object.keys(english);
/** Words that another language has in common with English. */
const shared = ['fr command.ask.question.name', 'fr about.passages_one', 'fr about.passages_other'];
const others = locales.filter((locale) => locale !== 'en-US');

function sentence(locale: (typeof locales)[number], key: string): string {
  return new Map<string, string | undefined>(Object.entries(messages[locale])).get(key) ?? '';
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();
}

/** The English key that a plural form unknown to English is held to. */
function englishKey(key: string): string {
  return key.replace(/_many$/, '_other');
}

function codesThrown(): string[] {
  return keys.filter((key) => key.startsWith('error.')).map((key) => key.slice('error.'.length));
}

describe.each(locales)('%s', (locale) => {
  it('names the commands that change settings as Discord shows them', () => {
    const translate = createTranslator(locale);
    const config = translate('command.config.name');
    for (const name of [translate('command.config.set.name'), translate('command.config.reset.name')])
      expect(translate('config.howToChange')).toContain(`\`/${config} ${name}\``);
    const doctor = translate('command.config.doctor.name');
    expect(translate('doctor.joined', { server: 'X' })).toContain(`\`/${config} ${doctor}\``);
    const set = translate('command.config.set.name');
    expect(translate('doctor.step.setting')).toContain(`\`/${config} ${set}\``);
  });

  const own = Object.keys(messages[locale]);

  it('has every key, none of its own, and nothing empty', () => {
    const singular = keys.filter((key) => key.endsWith('_one'));
    expect(own.filter((key) => !keys.includes(englishKey(key)))).toEqual([]);
    expect(keys.filter((key) => !own.includes(key) && !singular.includes(key))).toEqual([]);
    expect(own.filter((key) => sentence(locale, key).trim() === '')).toEqual([]);
  });

  it('has the same placeholders in every sentence', () => {
    const differing = own.filter(
      (key) =>
        JSON.stringify(placeholders(sentence(locale, key))) !==
        JSON.stringify(placeholders(sentence('en-US', englishKey(key)))),
    );
    expect(differing).toEqual([]);
  });

  it('stays within the limits of where a sentence stands', () => {
    const limitOf = (key: string): number => {
      if (/^command\..*\.name$/.test(key)) return 32;
      if (/^command\..*\.description$/.test(key)) return 100;
      if (/^menu\..*\.name$/.test(key)) return 32;
      if (key === 'menu.context' || key === 'chat.askModal.title' || key === 'chat.askModal.question')
        return limits.modalTitle;
      if (key === 'chat.askModal.placeholder') return 100;
      if (/^(chat\.askButton|evidence\.|search\.(previous|next))/.test(key)) return limits.buttonLabel;
      return 400;
    };
    expect(own.filter((key) => lengthOf(sentence(locale, key)) > limitOf(key))).toEqual([]);
  });

  it('names commands and options as Discord allows, each differently from its neighbours', () => {
    const names = own.filter((key) => /^command\..*\.name$/.test(key));
    const bad = names.filter((key) => {
      const name = sentence(locale, key);
      return !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name) || name !== name.toLowerCase();
    });
    expect(bad).toEqual([]);
    const own_ = commands
      .filter((command) => !isMessageCommand(command))
      .map(({ data }) => sentence(locale, `command.${data.name}.name`));
    expect(new Set(own_).size).toBe(own_.length);
  });

  it('says no sentence in another language than its own', () => {
    if (locale === 'en-US')
      return expect(own.filter((key) => /\p{Script=Han}/u.test(sentence(locale, key)))).toEqual([]);
    const same = own.filter(
      (key) =>
        /\p{L}{4}/u.test(sentence('en-US', key).replace(/\{\{\w+\}\}|Discord|Footnote/g, '')) &&
        sentence(locale, key) === sentence('en-US', key) &&
        !shared.includes(`${locale} ${key}`),
    );
    return expect(same).toEqual([]);
  });

  it('has words for every failure that a member can meet', () => {
    const translate = createTranslator(locale);
    for (const code of codesThrown())
      expect(translate.describeError(new UserError(code, 'internal words'))).not.toBe('internal words');
  });
});

describe('a translator', () => {
  it('puts values in as they are and never reads them as words of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...locales), (text, locale) => {
        const said = createTranslator(locale)('error.bug', { reference: text });
        expect(said).toContain(text);
      }),
    );
    expect(createTranslator('ja')('error.bug', { reference: '$t(error.expired) {{reference}}' })).toContain(
      '$t(error.expired) {{reference}}',
    );
  });

  it.each([
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['en-GB', 'en-US'],
    ['ko', 'ko'],
    ['ja-JP', 'ja'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['de-AT', 'de'],
    ['es', 'es-ES'],
    ['es-419', 'es-ES'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['it', 'en-US'],
    ['und', 'en-US'],
    ['', 'en-US'],
  ])('serves %s in %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it('counts as the language does', () => {
    const say = (locale: string, count: number) =>
      createTranslator(locale)('answer.footer.checked', { count });
    expect(say('en-US', 1)).toBe('1 statement, 1 checked against the text');
    expect(say('en-US', 2)).toBe('2 statements, 2 checked against the text');
    expect(others.map((locale) => say(locale, 1).includes('1'))).toEqual(others.map(() => true));
  });

  it('quotes in the marks of the language, and in others where the words have those', () => {
    const inMarks = (locale: string, quote: string) => quoteInMarks(quote, createTranslator(locale));
    expect(inMarks('fr', 'mot')).toBe('«\u202Fmot\u202F»');
    expect(inMarks('fr', 'un « mot »')).toBe('“un « mot »”');
    expect(inMarks('de', 'ein Wort')).toBe('„ein Wort“');
    expect(inMarks('zh-CN', '所谓“准”')).toBe('「所谓“准”」');
  });

  it('falls back to the English of a failure that no locale knows', () => {
    expect(createTranslator('ko').describeError(new UserError('of-tomorrow', 'plain words'))).toBe(
      'plain words',
    );
  });
});
