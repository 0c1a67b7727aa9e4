/** The inverted index: term -> slice of (document, weight), in typed arrays that are written to a file as they are. */
import { firstWord, hashPair, sentenceEnd } from './read-units.ts';

/** Which documents hold each term. Terms are 32-bit keys; weights are BM25's saturation without the rarity, in 1/`weightScale`. */
export interface Postings {
  /** The terms' keys, ascending. */
  readonly keys: Uint32Array;
  /** Where each term's documents start; one more entry at the end. */
  readonly starts: Uint32Array;
  /** Document numbers, ascending within a term. */
  readonly documents: Uint32Array;
  readonly weights: Uint8Array;
}

/** How much repeating a term in a document still adds (BM25's k1), and how much a long document is held against its terms (b). */
const saturation = { k1: 0.6, b: 0.4 } as const;
const { k1, b } = saturation;

/** Weights are below k1 + 1. */
export const weightScale = 255 / (k1 + 1);

/** BM25's weight of a term by how often it stands in a text, and the text's length as a share of the usual one. */
export function saturate(count: number, relativeLength: number): number {
  return (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength));
}

/** How telling a term is that `found` of `all` documents hold. */
export function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

export function isHangul(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x1100 && unit <= 0x11ff);
}

/** The key of two units that touch, 0 where they make no pair: both must be characters, of one way of writing. */
export function pairKey(before: number, unit: number): number {
  if (before <= sentenceEnd || unit <= sentenceEnd || before >= firstWord || unit >= firstWord) return 0;
  return isHangul(before) === isHangul(unit) ? hashPair(before, unit) : 0;
}

/**
 * Writes the keys of the terms of a run of units, each with its document after it: units and pairs, so at most two for
 * a unit. A Hangul character is a term only where it stands alone. Returns where they end.
 */
function writeTerms(
  terms: Uint32Array,
  start: number,
  document: number,
  units: Uint32Array,
  from: number,
  to: number,
): number {
  let before = 0;
  let end = start;
  for (let index = from; index < to; index += 1) {
    const unit = units[index] ?? 0;
    const pair = pairKey(before, unit);
    before = unit;
    if (pair !== 0) {
      terms[end] = pair;
      terms[end + 1] = document;
      end += 2;
    }
    if (unit <= sentenceEnd) continue;
    if (isHangul(unit) && (pair !== 0 || isHangul(units[index + 1] ?? 0))) continue;
    terms[end] = unit;
    terms[end + 1] = document;
    end += 2;
  }
  return end;
}

/** The keys of the terms of a run of units. */
export function readKeys(units: Uint32Array, from = 0, to = units.length): Uint32Array {
  const terms = new Uint32Array(numbersAUnit * (to - from));
  const end = writeTerms(terms, 0, 0, units, from, to);
  return terms.subarray(0, end).filter((_, index) => index % 2 === 0);
}

/** A Uint32Array that grows. */
export class Uint32List {
  values = new Uint32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
  toArray(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}

/** A unit is two terms at most, and a term its key and its document. */
const numbersAUnit = 4;
/** Terms are sorted when so many numbers were read: a thousand paragraphs, 8 MB. */
const longestRun = 1 << 21;

/**
 * Collects the terms of documents, in order, into postings. They are sorted in runs, and the runs joined two by two as
 * they come to one size, so that neither time nor memory grows faster than what is read. Until the end a posting's
 * weight is how often the term stands in the document, up to 255.
 */
export class PostingsBuilder {
  #run = new Uint32Array(1 << 13);
  #spare = new Uint32Array(0);
  #length = 0;
  readonly #sorted: Postings[] = [];

  /** Reads the terms of the next document; documents come in order. */
  add(document: number, units: Uint32Array, from: number, to: number): void {
    const room = numbersAUnit * (to - from);
    if (this.#length + room > longestRun) this.#sort();
    if (this.#length + room > this.#run.length) {
      const grown = new Uint32Array(Math.max(this.#length + room, this.#run.length * 4));
      grown.set(this.#run.subarray(0, this.#length));
      this.#run = grown;
    }
    this.#length = writeTerms(this.#run, this.#length, document, units, from, to);
  }

  #sort(): void {
    if (this.#length === 0) return;
    if (this.#spare.length < this.#length) this.#spare = new Uint32Array(this.#run.length);
    sortTerms(this.#run, this.#spare, this.#length);
    let run = countTerms(this.#spare, this.#length);
    this.#length = 0;
    for (;;) {
      const before = this.#sorted.at(-1);
      if (before === undefined || before.documents.length >= 2 * run.documents.length) break;
      run = joinPostings(before, run, 0);
      this.#sorted.pop();
    }
    this.#sorted.push(run);
  }

  /** The postings, with each weight computed once; `relativeLengths` are the documents' lengths as shares of the usual one. */
  build(relativeLengths: Float32Array): Postings {
    this.#sort();
    this.#run = this.#spare = new Uint32Array(0);
    let postings = this.#sorted.pop() ?? countTerms(this.#run, 0);
    for (let before = this.#sorted.pop(); before !== undefined; before = this.#sorted.pop())
      postings = joinPostings(before, postings, 0);
    const { documents, weights } = postings;
    for (let posting = 0; posting < documents.length; posting += 1) {
      const weight = saturate(weights[posting] ?? 0, relativeLengths[documents[posting] ?? 0] ?? 1);
      weights[posting] = Math.max(1, Math.round(weight * weightScale));
    }
    return postings;
  }
}

const digitBits = 11;
const digits = 1 << digitBits;

/** Sorts terms by key, stable, into another array: a radix sort in three passes. What was in the first is lost. */
function sortTerms(terms: Uint32Array, sorted: Uint32Array, length: number): void {
  let [from, to] = [terms, sorted];
  for (let shift = 0; shift < 32; shift += digitBits) {
    const places = new Uint32Array(digits);
    for (let index = 0; index < length; index += 2) {
      const digit = ((from[index] ?? 0) >>> shift) & (digits - 1);
      places[digit] = (places[digit] ?? 0) + 2;
    }
    let sum = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const count = places[digit] ?? 0;
      places[digit] = sum;
      sum += count;
    }
    for (let index = 0; index < length; index += 2) {
      const key = from[index] ?? 0;
      const digit = (key >>> shift) & (digits - 1);
      const place = places[digit] ?? 0;
      places[digit] = place + 2;
      to[place] = key;
      to[place + 1] = from[index + 1] ?? 0;
    }
    [from, to] = [to, from];
  }
}

/** Sorted terms as postings: equal ones of one document are one posting. */
function countTerms(terms: Uint32Array, length: number): Postings {
  const keys = new Uint32List();
  const starts = new Uint32List();
  const documents = new Uint32Array(length / 2);
  const counts = new Uint8Array(length / 2);
  let end = 0;
  for (let index = 0; index < length; ) {
    const key = terms[index] ?? 0;
    keys.push(key);
    starts.push(end);
    for (; index < length && terms[index] === key; end += 1) {
      const document = terms[index + 1] ?? 0;
      const first = index;
      while (index < length && terms[index] === key && terms[index + 1] === document) index += 2;
      documents[end] = document;
      counts[end] = Math.min(255, (index - first) / 2);
    }
  }
  starts.push(end);
  return {
    keys: keys.toArray(),
    starts: starts.toArray(),
    documents: documents.slice(0, end),
    weights: counts.slice(0, end),
  };
}

/** The first index in [from, to) whose number is not below `wanted`; `to` where there is none. */
export function lowerBound(numbers: Uint32Array, wanted: number, from = 0, to = numbers.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The postings of one after those of the other, whose documents are numbered on from `offset`. Linear in their size. */
export function joinPostings(one: Postings, other: Postings, offset: number): Postings {
  const keys = new Uint32List();
  const starts = new Uint32List();
  const documents = new Uint32Array(one.documents.length + other.documents.length);
  const weights = new Uint8Array(documents.length);
  let end = 0;
  const copy = (from: Postings, term: number, shift: number): void => {
    const first = from.starts[term] ?? 0;
    const after = from.starts[term + 1] ?? 0;
    for (let index = first; index < after; index += 1) {
      documents[end] = (from.documents[index] ?? 0) + shift;
      weights[end] = from.weights[index] ?? 0;
      end += 1;
    }
  };
  for (let left = 0, right = 0; left < one.keys.length || right < other.keys.length; ) {
    const ours = one.keys[left] ?? Number.POSITIVE_INFINITY;
    const theirs = other.keys[right] ?? Number.POSITIVE_INFINITY;
    keys.push(Math.min(ours, theirs));
    starts.push(end);
    if (ours <= theirs) copy(one, left++, 0);
    if (theirs <= ours) copy(other, right++, offset);
  }
  starts.push(end);
  return { keys: keys.toArray(), starts: starts.toArray(), documents, weights };
}

/** The postings without documents `from` to `to`; those after are numbered on without a gap. Linear in their size. */
export function cutPostings(postings: Postings, from: number, to: number): Postings {
  const keys = new Uint32List();
  const starts = new Uint32List();
  const documents = new Uint32Array(postings.documents.length);
  const weights = new Uint8Array(postings.documents.length);
  let end = 0;
  postings.keys.forEach((key, term) => {
    const start = end;
    for (let index = postings.starts[term] ?? 0; index < (postings.starts[term + 1] ?? 0); index += 1) {
      const document = postings.documents[index] ?? 0;
      if (document >= from && document < to) continue;
      documents[end] = document < from ? document : document - (to - from);
      weights[end] = postings.weights[index] ?? 0;
      end += 1;
    }
    if (end === start) return;
    keys.push(key);
    starts.push(start);
  });
  starts.push(end);
  return {
    keys: keys.toArray(),
    starts: starts.toArray(),
    documents: documents.slice(0, end),
    weights: weights.slice(0, end),
  };
}
