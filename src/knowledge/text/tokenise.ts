import snowball from 'snowball-stemmers';
import { foldText, originalRange } from './fold.ts';

/** A unit of searching, with its place in the text that it was read from (UTF-16 offsets). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** A single Han or Kana character, two neighbours of one script, or a word or number. */
  readonly kind: 'character' | 'bigram' | 'word';
}

/** Runs without a space between their words: characters and bigrams. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+`;
/** Korean words carry their particles, so bigrams find the noun in them. */
const hangul = String.raw`\p{Script=Hangul}+`;
const number = String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{Script=Latin}\p{Nd}])`;
const word = String.raw`[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]+`;
const run = new RegExp(
  `(?<unspaced>${unspaced})|(?<hangul>${hangul})|(?<number>${number})|(?:${word})(?:'${word})*`,
  'gv',
);

const stemmer = snowball.newStemmer('english');
const latinWord = /^[a-z]{3,}$/;
const hasLatin = /\p{Script=Latin}/u;
const longestStemmed = 40;

/** A folded word as it is searched for: without possessive and Latin accents, English endings taken off. */
export function stemWord(folded: string): string {
  const bare = folded.replace(/'s?$/, '').replaceAll("'", '');
  const plain = hasLatin.test(bare) ? bare.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') : bare;
  if (plain.length > longestStemmed || !latinWord.test(plain)) return plain === '' ? folded : plain;
  return stemmer.stem(plain);
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
  for (const match of folded.text.matchAll(run)) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    if (match.groups?.unspaced !== undefined) addCharacters(found, start, true, add);
    else if (match.groups?.hangul !== undefined && found.length > 1) addCharacters(found, start, false, add);
    else if (match.groups?.number !== undefined) add(found.replaceAll(',', ''), start, end, 'word');
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
