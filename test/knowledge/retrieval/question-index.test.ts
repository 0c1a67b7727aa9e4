import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildQuestionIndex } from '../../../src/knowledge/retrieval/question-index.ts';

const index = buildQuestionIndex([
  [
    ['who', 'wrote', 'it'],
    ['when', 'was', 'it'],
  ],
  [],
  [['who', 'sang', 'it', 'it']],
]);

describe('buildQuestionIndex', () => {
  it('finds the very question fully alike, whatever the order and number of its terms', () => {
    expect(index.likeness(['it', 'wrote', 'who', 'who'])[0]).toBeCloseTo(1);
  });

  it('finds no likeness where no term is shared, or there is no question', () => {
    expect([...index.likeness(['where'])]).toEqual([0, 0, 0]);
    expect([...index.likeness([])]).toEqual([0, 0, 0]);
    expect(index.likeness(['who', 'it'])[1]).toBe(0);
  });

  it('counts a rare term more than a common one', () => {
    expect(index.likeness(['sang'])[2]).toBeGreaterThan(index.likeness(['it'])[2] ?? 0);
  });

  it('stays from 0 to 1', () => {
    const terms = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(fc.array(fc.array(terms)), terms, (questions, asked) => {
        for (const likeness of buildQuestionIndex(questions).likeness(asked)) {
          expect(likeness).toBeGreaterThanOrEqual(0);
          expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
