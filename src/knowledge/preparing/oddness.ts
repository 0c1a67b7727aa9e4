/** How little a run of Chinese looks like Chinese: what tells nonsense of valid characters from a text. */
import { toSimplified } from './convert-script.ts';
import { isEverydayCharacter } from './gbk.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const ordinary = /^[\p{Script=Han}\p{Nd}。，、；：？！“”‘’（）《》…—·\s]$/u;

/** The number of words that a text falls into; the fewer, the more of its characters belong together. */
export function countWords(text: string): number {
  return [...words.segment(text)].length;
}

/** What is odd in a text: characters of other scripts, rare ones of Chinese, and words, of which odd text has more. */
export interface Oddness {
  readonly strange: number;
  readonly rare: number;
  readonly words: number;
}

/** Measures a text, traditional or simplified. */
export function measureOddness(text: string): Oddness {
  const characters = [...toSimplified(text)];
  return {
    strange: characters.filter((character) => !ordinary.test(character)).length,
    rare: characters.filter(isRare).length,
    words: countWords(characters.join('')),
  };
}

function isRare(character: string): boolean {
  return /\p{Script=Han}/u.test(character) && !isEverydayCharacter(character);
}
