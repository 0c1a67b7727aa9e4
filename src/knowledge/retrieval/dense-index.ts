/** The vectors of texts in one Float32Array, row after row, each of length 1. */
export interface DenseIndex {
  /** Numbers in a vector. */
  readonly dimension: number;
  /** The cosine of a query's vector with each text's, by the text's number; null where the query's has another dimension or no direction. */
  similarities(query: Float32Array): Float32Array | null;
}

/** Null where the vectors cannot be compared: none, of several dimensions, or one without a direction. */
export function buildDenseIndex(vectors: readonly Float32Array[]): DenseIndex | null {
  const dimension = vectors[0]?.length ?? 0;
  if (dimension === 0) return null;
  const rows = new Float32Array(vectors.length * dimension);
  for (const [number, vector] of vectors.entries()) {
    const unit = vector.length === dimension ? normalise(vector) : null;
    if (unit === null) return null;
    rows.set(unit, number * dimension);
  }
  return {
    dimension,
    similarities(query) {
      const unit = query.length === dimension ? normalise(query) : null;
      if (unit === null) return null;
      return Float32Array.from(vectors, (_, number) => dotProduct(rows, number * dimension, unit));
    },
  };
}

/** The same direction with length 1; null for a vector that has none. */
function normalise(vector: Float32Array): Float32Array | null {
  // A vector of huge numbers would have an infinite norm.
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0 && Number.isFinite(largest))) return null;
  const scaled = vector.map((value) => value / largest);
  const norm = Math.sqrt(dotProduct(scaled, 0, scaled));
  return scaled.map((value) => value / norm);
}

function dotProduct(rows: Float32Array, start: number, vector: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index += 1)
    sum += (rows[start + index] ?? 0) * (vector[index] ?? 0);
  return sum;
}
