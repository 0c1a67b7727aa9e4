/**
 * A full-text index of passages on typed arrays: BM25 over characters, pairs and words chooses candidates, a small
 * learned reranker looks at their units and orders them. Each group (an article) is scored by its own statistics.
 */
import { cutIndex, type IndexData, type IndexedText, indexTexts, joinIndexes } from './index-data.ts';
import { lowerBound, rarityOf, weightScale } from './postings.ts';
import { type Reranked, rerank } from './rerank.ts';
import { readFeatures } from './rerank-features.ts';
import { readSearchQuery, type SearchQuery, type SearchTerm } from './search-query.ts';
import { correctTypos } from './typos.ts';

export interface SearchSettings {
  readonly limit: number;
  /** Search this group only; all texts where it is not given. */
  readonly group?: string | undefined;
}

export interface TextHit {
  readonly id: string;
  readonly score: number;
}

/** So many candidates are looked at closely. */
export const mostCandidates = 14;

/** A term of the query, and how telling it is among the texts that are searched. */
export interface WeighedTerm extends SearchTerm {
  readonly rarity: number;
}

/** The texts from `from` to `to`, scored by BM25. */
export interface Scored {
  readonly from: number;
  readonly to: number;
  readonly terms: readonly WeighedTerm[];
  /** By number less `from`; good until the next search. */
  readonly scores: Float32Array;
}

let buffer = new Float32Array(1024);

/** Scores the texts of a range, for the terms that any of them holds or that are telling because none does. */
export function scoreTexts(index: IndexData, terms: readonly SearchTerm[], from: number, to: number): Scored {
  const { keys, starts, documents, weights } = index;
  const all = to - from;
  if (buffer.length < all) buffer = new Float32Array(all * 2);
  const scores = buffer.subarray(0, all).fill(0);
  const isWhole = from === 0 && to === index.ids.length;
  const weighed = terms.map((term): WeighedTerm => {
    const place = lowerBound(keys, term.key);
    if (keys[place] !== term.key) return { ...term, rarity: rarityOf(0, all) };
    let first = starts[place] ?? 0;
    let after = starts[place + 1] ?? 0;
    if (!isWhole) {
      first = lowerBound(documents, from, first, after);
      after = lowerBound(documents, to, first, after);
    }
    const rarity = rarityOf(after - first, all);
    const factor = (rarity * term.weight) / weightScale;
    for (let posting = first; posting < after; posting += 1) {
      const text = (documents[posting] ?? 0) - from;
      scores[text] = (scores[text] ?? 0) + factor * (weights[posting] ?? 0);
    }
    return { ...term, rarity };
  });
  return { from, to, terms: weighed, scores };
}

/** The numbers of the best scores above 0, best first, the earlier of two alike first; one pass with a bounded heap. */
export function pickBest(scores: Float32Array, limit: number): number[] {
  const heap: number[] = [];
  if (limit <= 0) return heap;
  const isWorse = (one: number, other: number): boolean => {
    const difference = (scores[one] ?? 0) - (scores[other] ?? 0);
    return difference < 0 || (difference === 0 && one > other);
  };
  const sink = (value: number): void => {
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isWorse(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      if (!isWorse(heap[child] ?? 0, value)) break;
      heap[place] = heap[child] ?? 0;
      place = child;
    }
    heap[place] = value;
  };
  let least = 0;
  for (let text = 0; text < scores.length; text += 1) {
    const score = scores[text] ?? 0;
    if (score <= least) continue;
    if (heap.length < limit) {
      heap.push(text);
      if (heap.length < limit) continue;
      heap.sort((one, other) => (isWorse(one, other) ? -1 : 1));
    } else sink(text);
    least = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((one, other) => (isWorse(one, other) ? 1 : -1));
}

/** How many texts have a term. */
function countTexts({ keys, starts }: IndexData, key: number): number {
  const term = lowerBound(keys, key);
  return keys[term] === key ? (starts[term + 1] ?? 0) - (starts[term] ?? 0) : 0;
}

/** A text that was found, by its number, and the parts of its score. */
export interface Found extends Reranked {
  readonly number: number;
  readonly score: number;
}

/** Searches a range of texts: the best candidates by BM25, then in the reranker's order; the rest behind them. */
export function searchTexts(
  index: IndexData,
  asked: SearchQuery,
  { from, to, limit }: { from: number; to: number; limit: number },
): { readonly found: readonly Found[]; readonly terms: readonly WeighedTerm[] } {
  const query = correctTypos(asked, (key) => countTexts(index, key));
  const scored = scoreTexts(index, query.terms, from, to);
  const candidates = pickBest(scored.scores, Math.max(limit, mostCandidates));
  const near = candidates.slice(0, mostCandidates);
  const found = rerank(readFeatures(index, query, scored, near)).map((parts, place): Found => {
    return {
      ...parts,
      number: from + (near[place] ?? 0),
      score: parts.text + parts.sentence + parts.learned,
    };
  });
  found.sort((one, other) => other.score - one.score || one.number - other.number);
  const least = found.at(-1)?.score ?? 0;
  const leastText = scored.scores[near.at(-1) ?? 0] || 1;
  for (const candidate of candidates.slice(mostCandidates)) {
    const text = scored.scores[candidate] ?? 0;
    const score = (least * text) / leastText;
    found.push({ number: from + candidate, text, sentence: 0, learned: score - text, score });
  }
  return { found: found.slice(0, Math.max(0, limit)), terms: scored.terms };
}

/** Texts that can be searched, added to and taken from. */
class TextIndex {
  #data: IndexData;
  constructor(data: IndexData) {
    this.#data = data;
  }

  get data(): IndexData {
    return this.#data;
  }

  /** The texts nearest to a query, best first; the earlier of two that score alike first. Never throws on any string. */
  search(query: string, { limit, group }: SearchSettings): TextHit[] {
    const range = this.#rangeOf(group);
    if (range === null) return [];
    const { found } = searchTexts(this.#data, readSearchQuery(query), { ...range, limit });
    return found.map(({ number, score }) => ({ id: this.#data.ids[number] ?? '', score }));
  }

  /** Adds articles. Throws where a group is there already: it is added whole. */
  add(texts: Iterable<IndexedText>): void {
    this.#data = joinIndexes(this.#data, indexTexts(texts));
  }

  /** Takes an article out; what is left is as if it had never been there. */
  remove(group: string): void {
    this.#data = cutIndex(this.#data, group);
  }

  #rangeOf(group: string | undefined): { from: number; to: number } | null {
    const { groups, groupStarts, ids } = this.#data;
    if (group === undefined) return { from: 0, to: ids.length };
    const number = groups.indexOf(group);
    return number < 0 ? null : { from: groupStarts[number] ?? 0, to: groupStarts[number + 1] ?? 0 };
  }
}

/** Reads and indexes texts so that they can be searched. */
export function buildTextIndex(texts: Iterable<IndexedText>): TextIndex {
  return new TextIndex(indexTexts(texts));
}
