import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, limits } from '../../src/discord/limits.ts';
import { createSuggestQuestions } from '../../src/discord/suggest-questions.ts';
import { article } from './test-bot.ts';

const suggest = createSuggestQuestions(article);

describe('suggested questions', () => {
  it('are offered before anything is typed, from all over the article', () => {
    const questions = suggest('', 'zh-CN');
    expect(questions.length).toBeGreaterThan(5);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it.each([
    ['医疗', 'zh-CN', /医|健卫/],
    ['醫療', 'zh-TW', /醫/],
    ['醫療', 'zh-CN', /医|健卫/],
    ['medical', 'en-US', /medical|health|hospital|doctor/i],
    ['医疗', 'en-US', /medical|health|hospital|doctor/i],
  ])('go with %s in %s', (typed, locale, expected) => {
    const [first = ''] = suggest(typed, locale);
    expect(first).toMatch(expected);
  });

  it('are in the member’s language, or in the nearest that there is', () => {
    expect(suggest('', 'en-US').every((question) => !/\p{Script=Han}/u.test(question))).toBe(true);
    expect(suggest('', 'ja').length).toBeGreaterThan(0);
    expect(suggest('', 'de')).toEqual(suggest('', 'en-US'));
  });

  it('are within Discord’s limits, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const questions = suggest(typed, 'zh-CN');
        expect(questions.length).toBeLessThanOrEqual(limits.choices);
        expect(questions.every((question) => lengthOf(question) <= limits.choiceName)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('are none when nothing is near', () => {
    expect(suggest('qqqq zzzz', 'en-US')).toEqual([]);
  });
});
