import { pairKey } from './postings.ts';
import { firstWord, sentenceEnd } from './read-units.ts';
import type { SearchQuery } from './search-query.ts';
import type { WeighedTerm } from './text-index.ts';

/** How a query is looked for in a text's units. Places are those of its units. */
export interface QueryPlan {
  readonly places: UnitTable;
  /** For each place the one before it of the same unit; -1 for none. */
  readonly earlier: Int32Array;
  /** The term of the unit at a place, and of the pair that ends there; -1 for none. */
  readonly termAt: Int32Array;
  readonly pairAt: Int32Array;
  readonly wordAt: Int32Array;
  readonly wordSizes: readonly number[];
  readonly wordValues: readonly number[];
  /** For each term its weight times its rarity, and whether it is a pair. */
  readonly values: Float64Array;
  readonly isPair: Uint8Array;
  readonly isForeign: Uint8Array;
  readonly unitCount: number;
  readonly mass: number;
  readonly pairMass: number;
  readonly wordMass: number;
  /** What a candidate fills in and the next one clears: making these anew each time costs more than reading. */
  readonly scratch: {
    readonly inText: Uint8Array;
    readonly counts: Uint16Array;
    readonly wordIn: Uint8Array;
    readonly runs: Int32Array;
    readonly runEnds: Int32Array;
  };
}

/** The query's units with their places: a hash table that is nearly empty, since each unit of each candidate is looked up and few are found. */
export class UnitTable {
  readonly mask: number;
  /** Units as signed numbers, which are read faster: words are negative. */
  readonly keys: Int32Array;
  readonly values: Int32Array;
  constructor(count: number) {
    let size = 64;
    while (size < count * 16) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size).fill(-1);
  }
  place(unit: number): number {
    const key = unit | 0;
    let place = (Math.imul(key, 0x9e37_79b1) >>> 8) & this.mask;
    while (this.keys[place] !== 0 && this.keys[place] !== key) place = (place + 1) & this.mask;
    return place;
  }
}

export function planQuery({ units, words }: SearchQuery, terms: readonly WeighedTerm[]): QueryPlan {
  const termByKey = new Map(terms.map(({ key }, term) => [key, term]));
  const places = new UnitTable(units.length);
  const earlier = new Int32Array(units.length).fill(-1);
  const termAt = new Int32Array(units.length).fill(-1);
  const pairAt = new Int32Array(units.length).fill(-1);
  const wordAt = new Int32Array(units.length).fill(-1);
  let unitCount = 0;
  units.forEach((unit, place) => {
    if (unit <= sentenceEnd) return;
    unitCount += 1;
    const slot = places.place(unit);
    earlier[place] = places.values[slot] ?? -1;
    places.keys[slot] = unit | 0;
    places.values[slot] = place;
    termAt[place] = termByKey.get(unit) ?? -1;
    const pair = pairKey(units[place - 1] ?? 0, unit);
    if (pair !== 0) pairAt[place] = termByKey.get(pair) ?? -1;
  });
  const values = Float64Array.from(terms, ({ rarity, weight }) => rarity * weight);
  const isPair = Uint8Array.from(terms, ({ kind }) => (kind === 'pair' ? 1 : 0));
  const wordValues = words.map(({ last, size }, word) => {
    wordAt[last] = word;
    let most = 0;
    for (let place = last - size + 2; place <= last; place += 1) {
      most = Math.max(most, terms[pairAt[place] ?? -1]?.rarity ?? 0);
    }
    return most;
  });
  const mass = values.reduce((sum, value) => sum + value, 0);
  return {
    places,
    earlier,
    termAt,
    pairAt,
    wordAt,
    wordSizes: words.map(({ size }) => size),
    wordValues,
    values,
    isPair,
    isForeign: Uint8Array.from(terms, ({ key, kind }) => (kind !== 'pair' && key >= firstWord ? 1 : 0)),
    unitCount,
    mass,
    pairMass: values.reduce((sum, value, term) => sum + value * (isPair[term] ?? 0), 0),
    wordMass: wordValues.reduce((sum, value) => sum + value, 0),
    scratch: {
      inText: new Uint8Array(terms.length),
      counts: new Uint16Array(terms.length),
      wordIn: new Uint8Array(words.length),
      runs: new Int32Array(units.length),
      runEnds: new Int32Array(units.length),
    },
  };
}
