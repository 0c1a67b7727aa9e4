/** Orders the candidates of a query by a small learned model over their features. */

import { type Features, featureCount, sentenceShare } from './rerank-features.ts';
import { compileModel } from './rerank-model.ts';
import weights from './rerank-weights.json' with { type: 'json' };

const score = compileModel(weights.model);
const { base: modelBase } = weights.model;

/** The parts of a candidate's score. */
export interface Reranked {
  /** BM25 of its text, and of its best sentence with its share. */
  readonly text: number;
  readonly sentence: number;
  /** What the learned weights add or take. */
  readonly learned: number;
}

/**
 * The scores of candidates by their features: on the scale of BM25, so that they can be added to other evidence. The
 * best keeps the best candidate's own score, and the others follow as far behind as the model says.
 */
export function rerank({ rows, text, sentence }: Features): Reranked[] {
  const bases = Array.from(text, (found, row) => found + sentenceShare * (sentence[row] ?? 0));
  const bestBase = Math.max(0, ...bases);
  const models = bases.map((_, row) => score(rows, row * featureCount));
  const bestModel = Math.max(Number.NEGATIVE_INFINITY, ...models);
  return bases.map((base, row) => {
    const total = bestBase * Math.exp(((models[row] ?? 0) - bestModel) / modelBase);
    return { text: text[row] ?? 0, sentence: base - (text[row] ?? 0), learned: total - base };
  });
}
