import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseWeight, fuseScores } from '../../../src/knowledge/retrieval/fuse-scores.ts';

describe('fusing scores', () => {
  it('lifts what is nearest in meaning by its share of the best lexical score', () => {
    expect([...fuseScores([8, 4, 0], [0.2, 0.3, 0.4], 0.5)]).toEqual([8, expect.closeTo(6), 4]);
  });

  it('goes by meaning alone where no word was found', () => {
    const fused = [...fuseScores([0, 0, 0], [0.1, 0.9, 0.5])];
    expect(fused.indexOf(Math.max(...fused))).toBe(1);
  });

  it('changes nothing where all are equally near', () => {
    expect([...fuseScores([3, 2, 1], [0.7, 0.7, 0.7])]).toEqual([3, 2, 1]);
  });

  const scores = fc.array(
    fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 30,
    },
  );

  it('never takes anything from a lexical score, and adds no more than the weight of the best', () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const lexical = pairs.map(([score]) => score);
        const fused = fuseScores(
          lexical,
          pairs.map(([, similarity]) => similarity),
        );
        const most = denseWeight * (Math.max(...lexical) || 1);
        fused.forEach((score, number) => {
          expect(score).toBeGreaterThanOrEqual(lexical[number] ?? 0);
          expect(score).toBeLessThanOrEqual((lexical[number] ?? 0) + most * 1.000001);
        });
      }),
    );
  });

  it('does not depend on where a model puts its similarities', () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const lexical = pairs.map(([score]) => score);
        const similarities = pairs.map(([, similarity]) => Math.round(similarity * 1000) / 1000);
        const moved = similarities.map((similarity) => 0.8 + similarity / 10);
        const [one, other] = [fuseScores(lexical, similarities), fuseScores(lexical, moved)];
        one.forEach((score, number) => {
          expect(other[number]).toBeCloseTo(score, 5);
        });
      }),
    );
  });
});
