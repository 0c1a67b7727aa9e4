import { createRequire } from 'node:module';
import { foldText, originalRange } from './fold.ts';
import { remember } from './remember.ts';

// It has 25 languages in one file, held twice where it is imported.
const require = createRequire(import.meta.url);
const snowball: typeof import('snowball-stemmers') = require('snowball-stemmers');
const stemmer = snowball.newStemmer('english');

/** A unit of searching, with its place in the text that it was read from (UTF-16 offsets). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** A single Han or Kana character, two neighbours of one script, or a word or number. */
  readonly kind: 'character' | 'bigram' | 'word';
}

/** How a character is read: Han and Kana singly and in pairs, Hangul in pairs, the rest in words. */
type CharacterKind = 'unspaced' | 'hangul' | 'letter' | 'digit' | 'other';

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const hangul = /\p{Script=Hangul}/u;
const digit = /\p{Nd}/u;
const letter = /[\p{L}\p{M}\p{N}]/u;

function kindOf(code: number): CharacterKind {
  if (code >= 0x4e00 && code <= 0x9fff) return 'unspaced';
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'letter';
    return code >= 0x30 && code <= 0x39 ? 'digit' : 'other';
  }
  const character = String.fromCodePoint(code);
  if (unspaced.test(character)) return 'unspaced';
  if (hangul.test(character)) return 'hangul';
  if (digit.test(character)) return 'digit';
  return letter.test(character) ? 'letter' : 'other';
}

/** A run of characters that are read alike. */
interface Run {
  readonly kind: Exclude<CharacterKind, 'other'>;
  readonly start: number;
  readonly end: number;
}

/** The runs of a folded text. Letters with digits among them are letters; digits keep the point and the commas between them. */
function readRuns(text: string): Run[] {
  const runs: { kind: Exclude<CharacterKind, 'other'>; start: number; end: number }[] = [];
  let index = 0;
  while (index < text.length) {
    const code = text.codePointAt(index) ?? 0;
    const kind = kindOf(code);
    const end = index + (code > 0xffff ? 2 : 1);
    const last = runs.at(-1);
    if (kind !== 'other') {
      const joined = last !== undefined && last.end === index ? joinKinds(last.kind, kind) : null;
      if (last === undefined || joined === null) runs.push({ kind, start: index, end });
      else {
        last.kind = joined;
        last.end = end;
      }
    } else if (last !== undefined && last.end === index && joinsNeighbours(text, index, last.kind)) {
      last.end = end;
    }
    index = end;
  }
  return runs;
}

function joinKinds(one: Run['kind'], other: Run['kind']): Run['kind'] | null {
  if (one === other) return one;
  return (one === 'letter' && other === 'digit') || (one === 'digit' && other === 'letter') ? 'letter' : null;
}

const numberAfterMark = /^[.,]\p{Nd}+(?![\p{L}\p{M}])/u;
const letterAfterMark = /^'[\p{L}\p{M}\p{N}]/u;

/** Whether the mark at `index` stands inside a word (it's) or a number (3.5). */
function joinsNeighbours(text: string, index: number, before: Run['kind']): boolean {
  const mark = text.charCodeAt(index);
  if (mark === 0x27) return before === 'letter' && letterAfterMark.test(text.slice(index, index + 3));
  return (
    (mark === 0x2e || mark === 0x2c) &&
    before === 'digit' &&
    numberAfterMark.test(text.slice(index, index + 24))
  );
}

const takeEndingsOff = remember((word) => stemmer.stem(word));
const latinWord = /^[a-z]{3,}$/;
const hasLatin = /\p{Script=Latin}/u;
const longestStemmed = 40;

/** A folded word as it is searched for: without possessive and Latin accents, English endings taken off. */
export function stemWord(folded: string): string {
  const bare = folded.replace(/'s?$/, '').replaceAll("'", '');
  const plain = hasLatin.test(bare) ? bare.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') : bare;
  if (plain.length > longestStemmed || !latinWord.test(plain)) return plain === '' ? folded : plain;
  return takeEndingsOff(plain);
}

/**
 * Reads a text's tokens, folded, in order: single characters and bigrams for Han and Kana, bigrams for Hangul,
 * stemmed words and numbers for the rest. Punctuation is left out. Never throws.
 */
export function tokenise(text: string): Token[] {
  const folded = foldText(text);
  const tokens: Token[] = [];
  const add = (term: string, start: number, end: number, kind: Token['kind']): void => {
    tokens.push({ term, ...originalRange(folded, start, end), kind });
  };
  for (const { kind, start, end } of readRuns(folded.text)) {
    const found = folded.text.slice(start, end);
    if (kind === 'unspaced') addCharacters(found, start, true, add);
    else if (kind === 'hangul' && found.length > 1) addCharacters(found, start, false, add);
    else if (kind === 'digit') add(found.replaceAll(',', ''), start, end, 'word');
    else add(stemWord(found), start, end, 'word');
  }
  return tokens;
}

function addCharacters(
  characters: string,
  start: number,
  withSingles: boolean,
  add: (term: string, start: number, end: number, kind: Token['kind']) => void,
): void {
  let previous = '';
  let index = start;
  for (const character of characters) {
    const end = index + character.length;
    if (previous !== '') add(previous + character, index - previous.length, end, 'bigram');
    if (withSingles) add(character, index, end, 'character');
    previous = character;
    index = end;
  }
}
