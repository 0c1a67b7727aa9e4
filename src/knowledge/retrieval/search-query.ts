/** A query as the text index searches for it: its units in order, which of them tell something, its words. */
import { foldText } from '../text/fold.ts';
import { stemWord } from '../text/tokenise.ts';
import { isHangul, pairKey, readKeys } from './postings.ts';
import { findQuestionWords, stopCharacters } from './question-phrases.ts';
import { firstWord, gap, hashWord, readUnits, sentenceEnd } from './read-units.ts';
import { readNumberTerms } from './search-terms.ts';

/** One thing that is searched for. */
export interface SearchTerm {
  readonly key: number;
  /** As it stands in the folded query, a word stemmed. */
  readonly text: string;
  weight: number;
  readonly kind: 'character' | 'pair' | 'word' | 'number';
}

export interface SearchQuery {
  readonly folded: string;
  /** All units, question words too, with `gap` and `sentenceEnd` between those that do not touch; its numbers by value at the end. */
  readonly units: readonly number[];
  readonly terms: readonly SearchTerm[];
  /** The terms that are left without question words and stop words; may be none. */
  readonly content: readonly SearchTerm[];
  /** The keys of all units and pairs as signed numbers, question words too: what makes two questions alike. */
  readonly keys: readonly number[];
  /** Words of two characters or more: where each ends in `units`, and of how many units it is. */
  readonly words: readonly { readonly last: number; readonly size: number }[];
}

/** More than this adds no meaning to a question, only work. */
const longestQuery = 2_000;
const mostTerms = 400;
const halfWeight = 0.5;

const stopUnits = new Set([...stopCharacters].map((character) => character.codePointAt(0) ?? 0));
const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function isHiragana(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x309f) || unit === 0x30fc;
}

interface ReadQuery {
  readonly units: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/** A text with a space in place of what a mask leaves out. */
function blank(text: string, mask: Uint8Array): string {
  let left = '';
  let start = 0;
  for (let index = mask.indexOf(1); index >= 0; index = mask.indexOf(1, start)) {
    left += text.slice(start, index);
    start = index;
    while (mask[start] === 1) start += 1;
    left += ' '.repeat(start - index);
  }
  return left + text.slice(start);
}

function readPlaces(folded: string): ReadQuery {
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  readUnits(
    folded,
    (unit, start, end) => {
      units.push(unit);
      starts.push(start);
      ends.push(end);
    },
    true,
  );
  return { units, starts, ends };
}

/**
 * Reads a query in any language. `title` is the article's, folded: where it is named it says which article is meant,
 * not where in it. What only makes it a question counts for nothing, unless there is nothing else. Never throws.
 */
export function readSearchQuery(text: string, title = ''): SearchQuery {
  const folded = foldText(text.slice(0, longestQuery)).text;
  const places = readPlaces(folded);
  const isTitle = new Uint8Array(folded.length);
  if (title !== '') {
    for (let at = folded.indexOf(title); at >= 0; at = folded.indexOf(title, at + title.length)) {
      isTitle.fill(1, at, at + title.length);
    }
  }
  const isEmpty = isTitle.slice();
  findQuestionWords(folded, (start, end) => isEmpty.fill(1, start, end));
  for (const [mask, withStops] of [
    [isEmpty, true],
    [isTitle, true],
    [new Uint8Array(folded.length), true],
    [new Uint8Array(folded.length), false],
  ] as const) {
    const terms = readQueryTerms(folded, places, mask, withStops);
    if (terms.length === 0) continue;
    const numbers = terms.filter(({ kind }) => kind === 'number').map(({ key }) => key);
    const units = [...places.units, sentenceEnd, ...numbers];
    const content = mask === isEmpty ? terms : [];
    return { folded, units, terms, content, keys: allKeys(units), words: readWords(folded, places, mask) };
  }
  return { folded, units: places.units, terms: [], content: [], keys: [], words: [] };
}

function allKeys(units: readonly number[]): number[] {
  return Array.from(readKeys(Uint32Array.from(units)), (key) => key | 0);
}

function readQueryTerms(
  folded: string,
  { units, starts, ends }: ReadQuery,
  mask: Uint8Array,
  withStops: boolean,
): SearchTerm[] {
  const terms = new Map<number, SearchTerm>();
  const add = (key: number, weight: number, kind: SearchTerm['kind'], start: number, end: number): void => {
    const known = terms.get(key);
    if (known !== undefined) known.weight += weight;
    else if (weight > 0 && terms.size < mostTerms)
      terms.set(key, {
        key,
        text: kind === 'word' ? stemWord(folded.slice(start, end)) : folded.slice(start, end),
        weight,
        kind,
      });
  };
  const weigh = (unit: number): number => {
    if (!withStops || unit >= firstWord) return 1;
    return stopUnits.has(unit) ? halfWeight : isHiragana(unit) ? 0 : 1;
  };
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? gap;
    const start = starts[index] ?? 0;
    if (unit <= sentenceEnd || mask[start] === 1) continue;
    const end = ends[index] ?? 0;
    if (unit >= firstWord) {
      add(unit, 1, 'word', start, end);
      continue;
    }
    const weight = weigh(unit);
    const before = index > 0 && mask[starts[index - 1] ?? 0] === 0 ? (units[index - 1] ?? gap) : gap;
    const pair = pairKey(before, unit);
    if (pair !== 0) {
      const both = weight === 0 && weigh(before) === 0 ? 0 : Math.min(weight || 1, weigh(before) || 1);
      add(pair, both, 'pair', starts[index - 1] ?? 0, end);
    }
    const alone = !isHangul(unit) || (pair === 0 && !isHangul(units[index + 1] ?? gap));
    if (alone) add(unit, weight === 1 ? 1 : 0, 'character', start, end);
  }
  for (const term of new Set(readNumberTerms(blank(folded, mask)))) {
    const key = hashWord(term);
    if (!terms.has(key)) terms.set(key, { key, text: term, weight: 1, kind: 'number' });
  }
  return [...terms.values()];
}

function readWords(
  folded: string,
  { units, starts, ends }: ReadQuery,
  mask: Uint8Array,
): SearchQuery['words'] {
  const indexByEnd = new Map<number, number>();
  ends.forEach((end, index) => {
    if ((units[index] ?? gap) > sentenceEnd) indexByEnd.set(end, index);
  });
  const words = new Map<string, { last: number; size: number }>();
  for (const { segment, index, isWordLike } of wordSegmenter.segment(blank(folded, mask))) {
    if (isWordLike !== true || segment.length < 2 || words.has(segment)) continue;
    const last = indexByEnd.get(index + segment.length);
    if (last === undefined) continue;
    let first = last;
    while (first > 0 && (starts[first - 1] ?? 0) >= index && (units[first - 1] ?? gap) > sentenceEnd)
      first -= 1;
    if (last > first) words.set(segment, { last, size: last - first + 1 });
  }
  return [...words.values()];
}
