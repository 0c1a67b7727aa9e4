import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/guilds/csv.ts';
import { periods, startOf, summarise } from '../../src/guilds/insights.ts';
import type { AnsweredQuestion, CountedVote } from '../../src/guilds/stores.ts';

const now = Date.parse('2026-11-24T18:30:00.000Z');
const options = {
  period: 'week',
  now,
  normalise: (text: string) => text.toLowerCase(),
  withTexts: true,
} as const;
const usage = { tokensIn: 100, tokensOut: 10, tokensCached: 50 };

function answer(given: Partial<AnsweredQuestion> = {}): AnsweredQuestion {
  return {
    outcome: 'answered',
    shownAt: '2026-11-24T12:00:00.000Z',
    language: 'en',
    question: null,
    making: null,
    ...given,
  };
}

const times = fc
  .integer({ min: now - 40 * 86_400_000, max: now })
  .map((time) => new Date(time).toISOString());
const anyAnswer: fc.Arbitrary<AnsweredQuestion> = fc.record({
  outcome: fc.constantFrom('answered', 'partly', 'not-in-article', 'off-topic', 'of-a-later-version'),
  shownAt: times,
  language: fc.constant('en'),
  question: fc.option(fc.string()),
  making: fc.option(
    fc.record({
      by: fc.constantFrom('model' as const, 'quotes' as const),
      milliseconds: fc.nat(100_000),
      usage: fc.constant(usage),
      cost: fc.option(fc.nat(1_000_000)),
    }),
  ),
});
const anyVote: fc.Arbitrary<CountedVote> = fc.record({
  helpful: fc.boolean(),
  reason: fc.option(fc.constantFrom('wrong', 'other')),
  votedAt: times,
});

describe('insights', () => {
  it('add up: every answer and vote since the start is in one bucket, and no other is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periods),
        fc.array(anyAnswer),
        fc.array(anyVote),
        (period, answers, votes) => {
          const { buckets, total, mostAsked } = summarise({ answers, votes }, { ...options, period });
          const start = startOf(period, now);
          const inside = answers.filter(({ shownAt }) => shownAt >= start);
          expect(total.questions).toBe(inside.length);
          expect(total.votes).toBe(votes.filter(({ votedAt }) => votedAt >= start).length);
          for (const key of ['questions', 'votes', 'helpful', 'byModel', 'tokensIn'] as const)
            expect(buckets.reduce((sum, bucket) => sum + bucket[key], 0)).toBe(total[key]);
          expect(Object.values(total.outcomes).reduce((sum, count) => sum + count)).toBe(total.questions);
          expect(mostAsked.reduce((sum, { count }) => sum + count, 0)).toBe(
            inside.filter(({ question }) => question !== null).length,
          );
          for (const { p50, p95, answeredShare } of buckets) {
            expect(p50 ?? 0).toBeLessThanOrEqual(p95 ?? 0);
            expect(answeredShare ?? 1).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('tell half and 95 of 100 by times that were measured', () => {
    const answers = Array.from({ length: 100 }, (_, index) =>
      answer({ making: { by: 'model', milliseconds: 100 - index, usage, cost: 2_500 } }),
    );
    const { total } = summarise({ answers, votes: [] }, options);
    expect(total).toMatchObject({ p50: 50, p95: 95, byModel: 100, tokensIn: 10_000, cost: 0.25 });
  });

  it('count the same question once, and none where questions are not kept', () => {
    const answers = [
      answer({ question: 'Who?', outcome: 'not-in-article' }),
      answer({ question: 'When?' }),
      answer({ question: 'WHEN?', outcome: 'partly' }),
      answer(),
    ];
    expect(summarise({ answers, votes: [] }, options)).toMatchObject({
      mostAsked: [
        { text: 'When?', count: 2 },
        { text: 'Who?', count: 1 },
      ],
      notInArticle: [{ text: 'Who?', count: 1 }],
      total: { answeredShare: 0.75, outcomes: { missing: 1 } },
    });
    expect(summarise({ answers, votes: [] }, { ...options, withTexts: false })).toMatchObject({
      mostAsked: [],
      notInArticle: [],
      total: { questions: 4 },
    });
  });

  it('know no share and no cost of nothing', () => {
    const { total, buckets } = summarise({ answers: [], votes: [] }, options);
    expect(buckets.map(({ startsAt }) => startsAt.slice(5, 10)).join()).toBe(
      '11-18,11-19,11-20,11-21,11-22,11-23,11-24',
    );
    expect(total).toMatchObject({ answeredShare: null, helpfulShare: null, p50: null, cost: null });
  });
});

describe('a table to download', () => {
  it('is no formula in any cell, and reads back as it was', () => {
    expect(
      writeCsv([
        ['=HYPERLINK("x")', '+1', '-1', '@a', '＝1', ' =1', '\ta', '\rb'],
        ['a,b', 'say "so"', 'two\nlines', -1, null, '张家港'],
      ]),
    ).toBe(
      '\ufeff"\'=HYPERLINK(""x"")",\'+1,\'-1,\'@a,\'＝1,\' =1,\'\ta,"\'\rb"\r\n"a,b","say ""so""","two\nlines",-1,,张家港\r\n',
    );
  });
});
