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

/** Calls `sink` with the key of each term of a run of units: units and pairs. A Hangul character is a term only where it stands alone. */
export function readKeys(units: Uint32Array, from: number, to: number, sink: (key: number) => void): void {
  let before = 0;
  for (let index = from; index < to; index += 1) {
    const unit = units[index] ?? 0;
    const pair = pairKey(before, unit);
    if (pair !== 0) sink(pair);
    if (unit > sentenceEnd && (!isHangul(unit) || (pair === 0 && !isHangul(units[index + 1] ?? 0))))
      sink(unit);
    before = unit;
  }
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

/** Collects documents, in order, into postings. */
export class PostingsBuilder {
  /** The numbers of the terms by hash, less one than is stored, 0 for an empty place; and beside them the keys, as signed numbers. */
  #places = new Int32Array(1 << 17);
  #placeKeys = new Int32Array(1 << 17);
  #keys = new Uint32List();
  /** For each term its newest posting. */
  #newest = new Uint32List();
  #terms = new Uint32List();
  #documents = new Uint32List();
  #counts = new Uint32List();

  /** Counts a term in a document; documents come in order. */
  add(document: number, key: number): void {
    const term = this.#termOf(key);
    const newest = this.#newest.values[term] ?? 0;
    if (newest < this.#documents.length && this.#documents.values[newest] === document) {
      this.#counts.values[newest] = (this.#counts.values[newest] ?? 0) + 1;
      return;
    }
    this.#newest.values[term] = this.#documents.length;
    this.#terms.push(term);
    this.#documents.push(document);
    this.#counts.push(1);
  }

  #termOf(key: number): number {
    const mask = this.#places.length - 1;
    const signed = key | 0;
    let place = Math.imul(signed, 0x9e37_79b1) & mask;
    for (;;) {
      const term = (this.#places[place] ?? 0) - 1;
      if (term < 0) break;
      if (this.#placeKeys[place] === signed) return term;
      place = (place + 1) & mask;
    }
    this.#keys.push(key);
    this.#newest.push(0xffff_ffff);
    this.#places[place] = this.#keys.length;
    this.#placeKeys[place] = signed;
    if (this.#keys.length * 2 > this.#places.length) this.#grow();
    return this.#keys.length - 1;
  }

  #grow(): void {
    const grown = new Int32Array(this.#places.length * 2);
    const grownKeys = new Int32Array(grown.length);
    const mask = grown.length - 1;
    for (let term = 0; term < this.#keys.length; term += 1) {
      let place = Math.imul(this.#keys.values[term] ?? 0, 0x9e37_79b1) & mask;
      while (grown[place] !== 0) place = (place + 1) & mask;
      grown[place] = term + 1;
      grownKeys[place] = this.#keys.values[term] ?? 0;
    }
    this.#places = grown;
    this.#placeKeys = grownKeys;
  }

  /** The postings, with each weight computed once; `relativeLengths` are the documents' lengths as shares of the usual one. */
  build(relativeLengths: Float32Array): Postings {
    const order = sortByKey(this.#keys.values.subarray(0, this.#keys.length));
    const count = this.#terms.length;
    const next = new Uint32Array(order.length);
    for (let posting = 0; posting < count; posting += 1) {
      const term = this.#terms.values[posting] ?? 0;
      next[term] = (next[term] ?? 0) + 1;
    }
    const keys = new Uint32Array(order.length);
    const starts = new Uint32Array(order.length + 1);
    let end = 0;
    for (let place = 0; place < order.length; place += 1) {
      const term = order[place] ?? 0;
      keys[place] = this.#keys.values[term] ?? 0;
      starts[place] = end;
      const size = next[term] ?? 0;
      next[term] = end;
      end += size;
    }
    starts[order.length] = end;
    const documents = new Uint32Array(count);
    const weights = new Uint8Array(count);
    for (let posting = 0; posting < count; posting += 1) {
      const term = this.#terms.values[posting] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      const document = this.#documents.values[posting] ?? 0;
      const weight = saturate(this.#counts.values[posting] ?? 0, relativeLengths[document] ?? 1);
      documents[place] = document;
      weights[place] = Math.max(1, Math.round(weight * weightScale));
    }
    return { keys, starts, documents, weights };
  }
}

const digitBits = 11;
const digits = 1 << digitBits;

/** The order that sorts keys, stable: a radix sort in three passes. */
function sortByKey(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length).map((_, index) => index);
  let next = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += digitBits) {
    const offsets = new Uint32Array(digits);
    for (const key of keys)
      offsets[(key >>> shift) & (digits - 1)] = (offsets[(key >>> shift) & (digits - 1)] ?? 0) + 1;
    let sum = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const count = offsets[digit] ?? 0;
      offsets[digit] = sum;
      sum += count;
    }
    for (const index of order) {
      const digit = ((keys[index] ?? 0) >>> shift) & (digits - 1);
      const place = offsets[digit] ?? 0;
      next[place] = index;
      offsets[digit] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
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
    for (let index = first; index < after; index += 1)
      documents[end + index - first] = (from.documents[index] ?? 0) + shift;
    weights.set(from.weights.subarray(first, after), end);
    end += after - first;
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
