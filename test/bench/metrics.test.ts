import { describe, expect, it } from 'vitest';
import { summariseRanks } from '../../bench/metrics.ts';

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
});
