/** What the dense score may add: so much of the best lexical score for the passage that is nearest in meaning. */
export const denseWeight = 0.5;

/**
 * One score a passage from its lexical score and its similarity in meaning, on the lexical scale: each is put between
 * 0 and 1 (lexical by its best; similarity by its least and its most, since models differ in where theirs lie) and
 * they are added, similarity times `weight`. Where nothing was found by words, similarity alone decides.
 */
export function fuseScores(
  lexical: ArrayLike<number>,
  similarities: ArrayLike<number>,
  weight: number = denseWeight,
): Float64Array {
  const best = most(lexical, 0);
  const nearest = most(similarities, -1);
  const farthest = -most(
    Array.from(similarities, (similarity) => -similarity),
    -1,
  );
  const spread = nearest - farthest;
  return Float64Array.from(lexical, (score, number) => {
    const near = spread > 0 ? ((similarities[number] ?? farthest) - farthest) / spread : 0;
    return score + weight * (best > 0 ? best : 1) * near;
  });
}

function most(values: ArrayLike<number>, least: number): number {
  let found = least;
  for (let index = 0; index < values.length; index += 1) found = Math.max(found, values[index] ?? least);
  return found;
}
