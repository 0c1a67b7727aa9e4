/**
 * Reads a text as the units that it is searched by: one pass, no string kept. A unit is a number: the code point of a
 * Han, Kana or Hangul character, or the hash of a word (stemmed) or a number, which is `firstWord` or above.
 */
import { foldedCharacters } from '../text/chinese-scripts.ts';
import { foldText } from '../text/fold.ts';
import { stemWord } from '../text/tokenise.ts';

/** Between two units that do not touch: a space, a mark. */
export const gap = 0;
/** Where a sentence ends. */
export const sentenceEnd = 1;
/** Units from here on are hashes of words; below are code points. */
export const firstWord = 0x8000_0000;

const kind = { unknown: 0, other: 1, unspaced: 2, hangul: 3, letter: 4, digit: 5, end: 6, many: 7 } as const;
type Kind = (typeof kind)[keyof typeof kind];

/** What each UTF-16 unit folds to, and how it is read; filled in as characters are met. */
const foldedUnits = new Uint16Array(0x1_0000);
const kinds = new Uint8Array(0x1_0000);

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;
const hangul = /^\p{Script=Hangul}$/u;
const digit = /^\p{Nd}$/u;
const letter = /^[\p{L}\p{M}\p{N}]$/u;
const ending = /^[。！？!?；;｡\n\r]$/u;
/** What foldText reads together with its neighbours or drops, and halves of characters. */
const needsNeighbours = /^[\p{M}\p{Cf}\p{Variation_Selector}\p{Cs}ﾞﾟ\u1160-\u11ff]$/u;

function kindOf(character: string): Kind {
  if (unspaced.test(character)) return kind.unspaced;
  if (hangul.test(character)) return kind.hangul;
  if (digit.test(character)) return kind.digit;
  if (letter.test(character)) return kind.letter;
  return ending.test(character) ? kind.end : kind.other;
}

function learnUnit(unit: number): void {
  if (unit >= 0x4e00 && unit <= 0x9fff) {
    foldedUnits[unit] = (foldedCharacters.get(String.fromCharCode(unit)) ?? '').charCodeAt(0) || unit;
    kinds[unit] = foldedUnits[unit] >= 0xd800 && foldedUnits[unit] < 0xe000 ? kind.many : kind.unspaced;
    return;
  }
  const character = String.fromCharCode(unit);
  const folded = needsNeighbours.test(character) ? '' : foldText(character).text;
  if (ending.test(character)) kinds[unit] = kind.end;
  else if (folded.length === 1) kinds[unit] = kindOf(folded);
  else kinds[unit] = folded !== '' && !/[\p{L}\p{M}\p{N}]/u.test(folded) ? kind.other : kind.many;
  foldedUnits[unit] = folded.length === 1 ? folded.charCodeAt(0) : unit;
}

/** Spreads the bits of a number; two numbers in, one hash out: the key of a pair of neighbours. */
export function hashPair(one: number, other: number): number {
  let hash = Math.imul(one ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(other + 0x7f4a_7c15, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a_2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The unit of a word that is folded and stemmed already; odd for a number or what begins with one, even for others. */
export function hashWord(term: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < term.length; index += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x0100_0193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash ^= hash >>> 13;
  return (
    ((digit.test(String.fromCodePoint(term.codePointAt(0) ?? 0)) ? hash | 1 : hash & ~1) | firstWord) >>> 0
  );
}

/** Words come again and again; stemming is the slowest step of reading. */
const knownWords = new Map<string, number>();
const mostKnownWords = 50_000;
const longestKnownWord = 24;

function unitOfWord(word: string): number {
  const known = knownWords.get(word);
  if (known !== undefined) return known;
  const unit = hashWord(
    digit.test(word[0] ?? '') && isNumber.test(word) ? word.replaceAll(',', '') : stemWord(word),
  );
  if (word.length <= longestKnownWord) {
    if (knownWords.size >= mostKnownWords) knownWords.clear();
    knownWords.set(word, unit);
  }
  return unit;
}

const isNumber = /^\p{Nd}+(?:[.,]\p{Nd}+)*$/u;
const numberAfterMark = /^[.,]\p{Nd}+(?![\p{L}\p{M}])/u;
const letterAfterMark = /^'[\p{L}\p{M}\p{N}]/u;
const spaceOrEnd = /^\s|^$/;

/** What is told of each unit as it is read: `start` and `end` are offsets in the text as it was read (`folded` or not). */
export type UnitSink = (unit: number, start: number, end: number) => void;

/**
 * Reads the units of a text in order, with `gap` and `sentenceEnd` between those that do not touch. Never throws.
 * Returns the text that the offsets are in: the given one, or its folded form where reading it needed one.
 */
export function readUnits(text: string, sink: UnitSink, isFolded = false): string {
  if (!isFolded) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (kinds[unit] === kind.unknown) learnUnit(unit);
      if (kinds[unit] === kind.many) return readUnits(foldText(text).text, sink, true);
    }
  }
  let last = gap;
  const mark = (what: number, at: number): void => {
    if (last === what || last === sentenceEnd) return;
    last = what;
    sink(what, at, at);
  };
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (kinds[code] === kind.unknown) learnUnit(code);
    let found = kinds[code] as Kind;
    let unit = foldedUnits[code] ?? code;
    let size = 1;
    if (found === kind.many) {
      unit = text.codePointAt(index) ?? 0;
      size = unit > 0xffff ? 2 : 1;
      found = kindOf(String.fromCodePoint(unit));
    }
    if (found === kind.unspaced || found === kind.hangul) {
      sink(unit, index, index + size);
      last = unit;
      index += size;
    } else if (found === kind.letter || found === kind.digit) {
      const end = endOfWord(text, index);
      last = unitOfWord(foldWord(text, index, end));
      sink(last, index, end);
      index = end;
    } else {
      const ends = found === kind.end || (code === 0x2e && spaceOrEnd.test(text.slice(index + 1, index + 2)));
      mark(ends ? sentenceEnd : gap, index);
      index += size;
    }
  }
  return text;
}

/** Letters with digits among them are one word; digits keep the point and the commas between them. */
function endOfWord(text: string, start: number): number {
  let hasLetter = false;
  let index = start;
  while (index < text.length) {
    const code = text.codePointAt(index) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    if (size === 1 && kinds[code] === kind.unknown) learnUnit(code);
    const known = size === 2 ? kind.many : kinds[code];
    const found = known === kind.many ? kindOf(String.fromCodePoint(code)) : known;
    if (found === kind.letter) hasLetter = true;
    else if (found !== kind.digit) {
      const mark = size === 1 ? foldedUnits[code] : 0;
      if (mark === 0x27 && hasLetter && letterAfterMark.test(`'${text.slice(index + 1, index + 3)}`))
        index += 1;
      else if (
        (mark === 0x2e || mark === 0x2c) &&
        !hasLetter &&
        numberAfterMark.test(`.${text.slice(index + 1, index + 24)}`)
      )
        index += 1;
      else return index;
      continue;
    }
    index += size;
  }
  return index;
}

function foldWord(text: string, start: number, end: number): string {
  let word = '';
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    word += String.fromCharCode(foldedUnits[code] || code);
  }
  return word;
}
