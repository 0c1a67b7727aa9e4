/** How near what is typed is to a text, both made comparable by `comparable`. */
import { foldText } from '../text/fold.ts';

/**
 * A text made comparable: folded, without accents, Hangul as its letters, so that an unfinished syllable begins the
 * finished one.
 */
export function comparable(text: string): string {
  return foldText(text)
    .text.normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim();
}

const insideWord = 0.4;
const everyWord = 0.9;
const fewestLettersInside = 3;
const fewestLetterPairs = 0.75;

/** From 0 to 1: 1 where the text holds what was typed from the beginning of a word on, less where it holds its words or pairs of its characters only. */
export function nearness(typed: string, text: string): number {
  const whole = wholeNearness(typed, text);
  if (whole === 1) return whole;
  const words = typed.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  const apart =
    words.length > 1 ? everyWord * Math.min(...words.map((word) => wholeNearness(word, text))) : 0;
  return Math.max(whole, apart, sharedPairs(typed, text) / 2);
}

/** As `nearness`, without what is only like it. */
export function wholeNearness(typed: string, text: string): number {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(typed))
    return text.includes(typed) ? 1 : 0;
  let isInside = false;
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (at === 0 || !/[a-z0-9\u0370-\u04ff]/.test(text[at - 1] ?? '')) return 1;
    isInside = true;
  }
  return isInside && typed.length >= fewestLettersInside ? insideWord : 0;
}

/** The share of the pairs of characters typed that the text holds. */
function sharedPairs(typed: string, text: string): number {
  const characters = [...typed];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  const inWords = pairs.filter((pair) => !pair.includes(' '));
  if (inWords.length === 0) return 0;
  const share = inWords.filter((pair) => text.includes(pair)).length / inWords.length;
  // Pairs of letters are shared by words that have nothing to do with each other.
  return share >= fewestLetterPairs || !/^[\p{Script=Latin}\s\p{P}]+$/u.test(typed) ? share : 0;
}
