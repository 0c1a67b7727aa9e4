import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDenseIndex } from '../../../src/knowledge/retrieval/dense-index.ts';

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

describe('the dense index', () => {
  it('gives the cosine with each text, whatever the norms', () => {
    const index = buildDenseIndex([vector(3, 0), vector(0, 0.5), vector(-2, -2)]);
    const found = index?.similarities(vector(10, 10)) ?? [];
    const half = Math.SQRT1_2;
    expect([...found].map((value) => Number(value.toFixed(5)))).toEqual(
      [half, half, -1].map((value) => Number(value.toFixed(5))),
    );
  });

  it.each([
    ['none', []],
    ['two dimensions', [vector(1), vector(1, 2)]],
    ['one of zeros', [vector(1, 2), vector(0, 0)]],
    ['one that is empty', [vector()]],
    ['one that is not finite', [vector(1, Number.NaN)]],
    ['one that is infinite', [vector(Number.POSITIVE_INFINITY, 1)]],
  ])('is not built of %s', (_, vectors) => {
    expect(buildDenseIndex(vectors)).toBeNull();
  });

  it('does not compare a query of another dimension, or without a direction', () => {
    const index = buildDenseIndex([vector(1, 2)]);
    expect(index?.similarities(vector(1, 2, 3))).toBeNull();
    expect(index?.similarities(vector(0, 0))).toBeNull();
  });

  it('gives numbers from -1 to 1, and 1 for the same direction, for any finite vectors', () => {
    const vectors = fc.array(
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 4 }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(vectors, (rows) => {
        const index = buildDenseIndex(rows.map((row) => Float32Array.from(row)));
        fc.pre(index !== null);
        rows.forEach((row, number) => {
          const found = index.similarities(Float32Array.from(row)) ?? vector();
          expect(found).toHaveLength(rows.length);
          expect(found[number]).toBeCloseTo(1, 4);
          expect(found.every((value) => value >= -1.0001 && value <= 1.0001)).toBe(true);
        });
      }),
    );
  });
});
