/** BM25 over one kind of text. Layout: term -> slice of postings (document number, weight), the weight computed when it is built. */

/** A term of a query and how much it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

export interface TermIndex {
  /** How telling a term is: the highest for one that no document has. */
  rarity(term: string): number;
  /** The score of each document, by number. */
  score(terms: readonly WeightedTerm[]): Float64Array;
  /** What one term adds to one document's score, for weight 1. */
  weightOf(term: string, document: number): number;
}

export interface Saturation {
  /** How much repeating a term in a document still adds (BM25's k1). */
  readonly k1: number;
  /** How much a long document is held against its terms (BM25's b), 0 to 1. */
  readonly b: number;
}

interface Postings {
  readonly rarity: number;
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
}

/** Which documents hold each term, in ascending order, and how often each does. */
function collectPostings(
  documents: readonly (readonly string[])[],
): Map<string, { documents: number[]; counts: number[] }> {
  const collected = new Map<string, { documents: number[]; counts: number[] }>();
  documents.forEach((terms, document) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const known = collected.get(term);
      if (known === undefined) collected.set(term, { documents: [document], counts: [count] });
      else {
        known.documents.push(document);
        known.counts.push(count);
      }
    }
  });
  return collected;
}

/** The index of a number in ascending ones; -1 where it is not there. */
function findSorted(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = numbers[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Indexes documents given as lists of terms. A document without terms is never found, and does not shorten the average. */
export function buildTermIndex(documents: readonly (readonly string[])[], { k1, b }: Saturation): TermIndex {
  const filled = documents.filter((terms) => terms.length > 0).length;
  const total = documents.reduce((sum, terms) => sum + terms.length, 0);
  const averageLength = total / Math.max(1, filled);
  const rarityOf = (documentCount: number): number =>
    Math.log(1 + (filled - documentCount + 0.5) / (documentCount + 0.5));
  const postings = new Map<string, Postings>();
  for (const [term, { documents: numbers, counts }] of collectPostings(documents)) {
    const rarity = rarityOf(numbers.length);
    const weights = Float32Array.from(counts, (count, index) => {
      const length = documents[numbers[index] ?? 0]?.length ?? 0;
      return (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / averageLength));
    });
    postings.set(term, { rarity, documents: Uint32Array.from(numbers), weights });
  }

  return {
    rarity: (term) => postings.get(term)?.rarity ?? rarityOf(0),
    score(terms) {
      const scores = new Float64Array(documents.length);
      for (const { term, weight } of terms) {
        const posting = postings.get(term);
        if (posting === undefined) continue;
        posting.documents.forEach((document, index) => {
          scores[document] = (scores[document] ?? 0) + weight * (posting.weights[index] ?? 0);
        });
      }
      return scores;
    },
    weightOf(term, document) {
      const posting = postings.get(term);
      return posting === undefined ? 0 : (posting.weights[findSorted(posting.documents, document)] ?? 0);
    },
  };
}
