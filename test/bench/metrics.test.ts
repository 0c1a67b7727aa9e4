import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, middleTimes, percentile, rankOf, summariseRanks } from '../../bench/metrics.ts';

describe('summariseRanks', () => {
  it('counts recall and the mean reciprocal rank in per cent', () => {
    expect(summariseRanks([0, 1, 4, 20, -1])).toEqual({
      questions: 5,
      at1: 20,
      at3: 40,
      at5: 60,
      meanReciprocalRank: (100 * (1 + 1 / 2 + 1 / 5)) / 5,
    });
  });

  it('is 0 for no questions', () => {
    expect(summariseRanks([]).at1).toBe(0);
  });

  it('never finds less among more, and no rank counts more than being first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 30 }), { minLength: 1 }), (ranks) => {
        const { at1, at3, at5, meanReciprocalRank } = summariseRanks(ranks);
        expect(at1).toBeLessThanOrEqual(at3);
        expect(at3).toBeLessThanOrEqual(at5);
        expect(meanReciprocalRank).toBeGreaterThanOrEqual(at1);
        expect(meanReciprocalRank).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('rankOf', () => {
  it('is where the first right one stands', () => {
    expect(rankOf(['a', 'b', 'c'], ['c', 'b'])).toBe(1);
  });

  it('is -1 where none was found', () => {
    expect(rankOf([], ['a'])).toBe(-1);
  });
});

describe('percentile', () => {
  it('is a value that the share of all do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([50, 99, 100]);
    expect(percentile(values, 0)).toBe(1);
  });

  it('is 0 for no values, and the value of one', () => {
    expect([percentile([], 0.99), percentile([7], 0.01), median([3, 1, 2])]).toEqual([0, 7, 2]);
  });

  it('is one of the values, whatever they are', () => {
    const values = fc.array(fc.double({ noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        const found = percentile(some, share);
        expect(some).toContain(found);
        expect(some.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
          Math.floor(share * some.length),
        );
      }),
    );
  });
});

describe('middleTimes', () => {
  it('lets no single round decide how long a query took', () => {
    expect(
      middleTimes([
        [1, 90, 3],
        [2, 5, 80],
        [70, 4, 2],
      ]),
    ).toEqual([2, 5, 3]);
  });

  it('is empty for no rounds', () => {
    expect(middleTimes([])).toEqual([]);
  });
});
