/** The learned part of the reranker: trees of one depth, each cut and leaf in arrays. */

export interface RerankModel {
  /** Every tree has 2^depth - 1 cuts and 2^depth leaves. */
  readonly depth: number;
  /** What the first feature counts before any tree. */
  readonly base: number;
  /** For each cut the feature, and the most of it that goes left; level by level, tree after tree. */
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  /** What each leaf adds. */
  readonly values: readonly number[];
}

/** Makes a function that scores the row of features that begins at an offset. */
export function compileModel({ depth, base, features, thresholds, values }: RerankModel) {
  const cutFeatures = Uint8Array.from(features);
  const cutThresholds = Float32Array.from(thresholds);
  const leaves = Float32Array.from(values);
  const cuts = 2 ** depth - 1;
  return (rows: Float32Array, start: number): number => {
    let score = base * (rows[start] ?? 0);
    for (let first = 0, leaf = 0; first < cutFeatures.length; first += cuts, leaf += cuts + 1) {
      let node = 0;
      while (node < cuts) {
        const value = rows[start + (cutFeatures[first + node] ?? 0)] ?? 0;
        // No branch: which way a cut goes cannot be foretold.
        node = 2 * node + 2 - Number(value <= (cutThresholds[first + node] ?? 0));
      }
      score += leaves[leaf + node - cuts] ?? 0;
    }
    return score;
  };
}
