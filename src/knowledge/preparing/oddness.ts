/** How little a run of Chinese looks like Chinese: what tells nonsense of valid characters from a text. */
import { toSimplified } from './convert-script.ts';
import { isEverydayCharacter } from './gbk.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const ordinary = /^[\p{Script=Han}\p{Nd}。，、；：？！“”‘’（）《》…—·\s]$/u;

/** The number of words that a text falls into; the fewer, the more of its characters belong together. */
export function countWords(text: string): number {
  return [...words.segment(text)].length;
}

/** True when the first text looks less like Chinese than the second. */
export function isOdder(first: string, second: string): boolean {
  return measureOddness(first) > measureOddness(second);
}

function measureOddness(text: string): number {
  const simplified = toSimplified(text);
  const strange = [...simplified].filter((character) => !ordinary.test(character)).length;
  const rare = [...simplified].filter(
    (character) => /\p{Script=Han}/u.test(character) && !isEverydayCharacter(character),
  ).length;
  return countWords(simplified) + 2 * strange + rare;
}
