import { describe, expect, it } from 'vitest';
import { buildTermIndex } from '../../../src/knowledge/retrieval/term-index.ts';

const index = buildTermIndex([['a', 'b', 'a'], ['a', 'c', 'c', 'c', 'd', 'e'], [], ['b']], {
  k1: 0.6,
  b: 0.4,
});

function scoreOf(...terms: string[]): number[] {
  return [...index.score(terms.map((term) => ({ term, weight: 1 })))];
}

describe('buildTermIndex', () => {
  it('scores by BM25', () => {
    const rarity = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const length = 3 / (10 / 3);
    expect(scoreOf('a')[0]).toBeCloseTo((rarity * 2 * 1.6) / (2 + 0.6 * (0.6 + 0.4 * length)), 5);
  });

  it('gives nothing to documents without the term, nor for unknown terms', () => {
    expect(scoreOf('b').map((score) => score > 0)).toEqual([true, false, false, true]);
    expect(scoreOf('x')).toEqual([0, 0, 0, 0]);
  });

  it('adds up terms by their weights', () => {
    const [once = 0] = index.score([{ term: 'a', weight: 1 }]);
    expect(index.score([{ term: 'a', weight: 3 }])[0]).toBeCloseTo(3 * once, 5);
    expect(scoreOf('a', 'b')[0]).toBeCloseTo((scoreOf('a')[0] ?? 0) + (scoreOf('b')[0] ?? 0), 5);
  });

  it('finds rarer terms more telling, unknown ones the most', () => {
    expect(index.rarity('c')).toBeGreaterThan(index.rarity('a'));
    expect(index.rarity('x')).toBeGreaterThan(index.rarity('c'));
  });

  it('tells what each term added', () => {
    expect(index.weightOf('a', 1)).toBeCloseTo(scoreOf('a')[1] ?? 0, 5);
    expect(index.weightOf('a', 3)).toBe(0);
    expect(index.weightOf('x', 0)).toBe(0);
  });

  it('holds no document as well', () => {
    expect([...buildTermIndex([], { k1: 0.6, b: 0.4 }).score([{ term: 'a', weight: 1 }])]).toEqual([]);
  });
});
