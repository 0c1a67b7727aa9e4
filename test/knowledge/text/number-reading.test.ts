import { describe, expect, it } from 'vitest';
import { fromExact, toExact } from '../../../src/knowledge/text/number-reading.ts';

const one = 10n ** 20n;

describe('toExact', () => {
  it.each([
    ['1.5', 0, (3n * one) / 2n],
    ['1.5', 8, 150_000_000n * one],
    ['7', 4, 70_000n * one],
    [7, 4, 70_000n * one],
    [7, 0, 7n * one],
    [1.25, 0, (5n * one) / 4n],
    ['.5', 0, one / 2n],
    [`0.${'0'.repeat(19)}1`, 0, 1n],
    [`0.${'0'.repeat(19)}19`, 0, 1n],
    [`0.${'0'.repeat(20)}1`, 1, 1n],
  ])('reads %s times ten to the power of %i', (decimal, power, expected) => {
    expect(toExact(decimal, power)).toBe(expected);
  });
});

describe('fromExact', () => {
  it.each([
    [one * 7n, 7],
    [one / 4n, 0.25],
    [one / 3n, 0.333333333333333],
    [one * 1_000_000_000n, 1_000_000_000],
    [one * 123_456_789_012_345_678n, 123_456_789_012_346_000],
  ])('gives %i as %d', (exact, expected) => {
    expect(fromExact(exact)).toBe(expected);
  });
});
