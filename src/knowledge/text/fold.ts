import { foldedCharacters } from './chinese-scripts.ts';

/** A text made comparable, and where each of its UTF-16 units came from. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text` the UTF-16 index in the original where its character begins; one more entry, the original's length, at the end. Never decreases. */
  readonly offsets: readonly number[];
}

/** Marks that join the character before them: NFKC must see both at once (half-width ｶﾞ, é in two parts, Hangul vowels and finals). */
const joinsPrevious = /^[\p{M}ﾞﾟ\u1160-\u11ff]$/u;
const whiteSpace = /^[\p{White_Space}\p{Cc}]+$/u;
/** Soft hyphens, joiners, variation selectors, direction marks: nothing that a reader sees. */
const invisible = /^(?:\p{Cf}|\p{Variation_Selector})$/u;

const punctuation: ReadonlyMap<string, string> = new Map([
  ...[...'‘’ʼ‛`´'].map((quote): [string, string] => [quote, "'"]),
  ...[...'“”„‟«»「」『』〝〞'].map((quote): [string, string] => [quote, '"']),
  ...[...'‐‑‒–—―−'].map((dash): [string, string] => [dash, '-']),
]);

function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || (code >= 0x09 && code <= 0x0d);
}

/** The folded form of one character with its marks; `''` for what nobody sees, `' '` for white space. */
function foldCharacter(character: string): string {
  if (invisible.test(character)) return '';
  if (whiteSpace.test(character)) return ' ';
  const quote = punctuation.get(character);
  if (quote !== undefined) return quote;
  let folded = '';
  for (const part of character.normalize('NFKC').toLowerCase().normalize('NFKC')) {
    folded += foldedCharacters.get(part) ?? punctuation.get(part) ?? part;
  }
  return whiteSpace.test(folded) ? ' ' : folded;
}

/** What single units other than the commonest fold to, kept once asked for: there are 65,536 at most. */
const foldedUnits = new Map<number, string>();

/** The same, with the two commonest kinds of character first and others kept: speed is all that it adds. */
function fold(character: string, code: number): string {
  if (character.length > 1) return foldCharacter(character);
  if (isPlainHan(code)) return foldedCharacters.get(character) ?? character;
  if (code >= 0x61 && code <= 0x7a) return character;
  let folded = foldedUnits.get(code);
  if (folded === undefined) {
    folded = foldCharacter(character);
    foldedUnits.set(code, folded);
  }
  return folded;
}

/**
 * Folds what does not change the words: width, compatibility forms, case, Chinese script, quotation marks and
 * dashes, runs of white space. What nobody sees is dropped. Never throws; a lone surrogate stays as it is.
 */
export function foldText(original: string): FoldedText {
  // Joined once: a text that is added to keeps a link for each character, some 40 bytes, until somebody reads it.
  const parts: string[] = [];
  const offsets: number[] = [];
  let index = 0;
  let previous = '';
  while (index < original.length) {
    const start = index;
    const code = original.codePointAt(index) ?? 0;
    index += code > 0xffff ? 2 : 1;
    while (index < original.length && !isSpace(code)) {
      const next = original.codePointAt(index) ?? 0;
      if (next < 0x300 || isPlainHan(next)) break;
      const mark = String.fromCodePoint(next);
      if (!joinsPrevious.test(mark)) break;
      index += mark.length;
    }
    const character = original.slice(start, index);
    const whole = fold(character, code);
    const folded = previous === ' ' && whole.startsWith(' ') ? whole.slice(1) : whole;
    if (folded === '') continue;
    parts.push(folded);
    previous = folded.slice(-1);
    for (let unit = 0; unit < folded.length; unit++) offsets.push(start);
  }
  offsets.push(original.length);
  return { text: parts.join(''), offsets };
}

/** Where units `start` to `end` of a folded text stand in the original: whole characters, also where one became several. */
export function originalRange(
  { offsets }: FoldedText,
  start: number,
  end: number,
): { start: number; end: number } {
  let after = end;
  while (after < offsets.length - 1 && after > 0 && offsets[after] === offsets[after - 1]) after += 1;
  return { start: offsets[start] ?? 0, end: offsets[after] ?? 0 };
}
