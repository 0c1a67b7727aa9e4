import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, limits } from '../../src/discord/limits.ts';
import { createSuggestQuestions } from '../../src/discord/suggest-questions.ts';
import { findPlace } from '../../src/knowledge/answering/find-place.ts';
import { locales } from '../../src/locales/translator.ts';
import { article } from './test-bot.ts';

const suggest = createSuggestQuestions(article);
const valuesOf = (typed: string, language: string) => suggest(typed, language).map(({ value }) => value);
const bare = createSuggestQuestions({ ...article, enrichment: [] });

describe('suggested questions', () => {
  it('are offered before anything is typed, from all over the article', () => {
    const questions = valuesOf('', 'zh-CN');
    expect(questions.length).toBeGreaterThan(5);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it.each([
    ['医疗', 'zh-CN', /医|健卫/],
    ['醫療', 'zh-TW', /醫/],
    ['醫療', 'zh-CN', /医|健卫/],
    ['yiliao', 'zh-CN', /医|健卫/],
    ['medical', 'en-US', /medical|health|hospital|doctor/i],
    ['医疗', 'en-US', /medical|health|hospital|doctor/i],
  ])('go with %s in %s', (typed, locale, expected) => {
    const [first = ''] = valuesOf(typed, locale);
    expect(first).toMatch(expected);
  });

  it.each([
    ['医疗', '醫療', 'yiliao', 'yi liao', 'YiLiao', 'yīliáo', 'yl'],
    ['教育', 'jiaoyu', 'jiào yù', 'jiaoy'],
    ['干部', '幹部', 'ganbu', 'gan bu', "gan'bu"],
    ['就业', '就業', 'jiuye', 'jiu ye'],
    ['资金', '資金', 'zijin', 'zi jin'],
  ])('begin with the same for %s and other ways to type it', (word, ...others) => {
    for (const locale of ['zh-CN', 'zh-TW', 'en-US']) {
      const [first] = valuesOf(word, locale);
      expect(first).toMatch(/\p{L}{3}/u);
      for (const other of others) expect([other, valuesOf(other, locale)[0]]).toEqual([other, first]);
    }
  });

  it.each([
    ['医疗', 'medical'],
    ['资金', 'funds'],
    ['学校', 'schools'],
    ['企业', 'enterprises'],
    ['文化', 'culture'],
    ['培训', 'training'],
  ])('begin with the same for %s and for %s', (word, translation) => {
    expect(valuesOf(translation, 'zh-CN')[0]).toBe(valuesOf(word, 'zh-CN')[0]);
  });

  it('are in the member’s language, or in the nearest that there is', () => {
    expect(valuesOf('', 'en-US').every((question) => !/\p{Script=Han}/u.test(question))).toBe(true);
    expect(valuesOf('', 'ja').length).toBeGreaterThan(0);
    expect(valuesOf('', 'de')).toEqual(valuesOf('', 'en-US'));
  });

  it('are within Discord’s limits and the same again, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...locales),
        (typed, locale) => {
          const choices = suggest(typed, locale);
          expect(choices.length).toBeLessThanOrEqual(limits.choices);
          for (const { name, value } of choices) {
            expect(lengthOf(name)).toBeLessThanOrEqual(limits.choiceName);
            expect(lengthOf(value)).toBeLessThanOrEqual(limits.choiceName);
          }
          expect(suggest(typed, locale)).toEqual(choices);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(locales)('ask in %s what a section or paragraph says', (locale) => {
    const numbers = article.paragraphs.slice(1).map(({ number }) => `¶${number}`);
    const typed = [...article.headings, ...numbers];
    for (const one of typed) {
      const places = bare(one, locale).map(({ value }) => findPlace(value, article));
      expect(places.length).toBeGreaterThan(0);
      expect(places).not.toContain(null);
    }
  });

  it('put the paragraph first whose number is typed', () => {
    for (const typed of ['¶7', '7', '第7段', '第七段'])
      expect(valuesOf(typed, 'zh-CN')[0]).toBe('¶7 讲了什么？');
  });

  it('are none when nothing is near', () => {
    expect(suggest('qqqq zzzz', 'en-US')).toEqual([]);
  });
});
