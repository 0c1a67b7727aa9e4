/** The words of a query that carry what it asks about, and whether a text has them. */
import { foldText } from '../text/fold.ts';
import { stemWord, tokenise } from '../text/tokenise.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const latin = /^[\p{L}\p{M}\p{N}'’.,-]*[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u;
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

/**
 * The distinct words of a folded query in order: Latin words as stems, Chinese ones as a dictionary cuts them. Neighbouring
 * single characters are taken as one word, since that is how a dictionary leaves a name that it does not know.
 */
export function contentWords(folded: string): string[] {
  const words: string[] = [];
  let singles = '';
  const flush = () => {
    if ([...singles].length > 1) words.push(singles);
    singles = '';
  };
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    if (isWordLike && cjk.test(segment) && [...segment].length === 1) {
      singles += segment;
      continue;
    }
    flush();
    if (!isWordLike) continue;
    if (cjk.test(segment)) words.push(segment);
    else if (latin.test(segment)) words.push(stemWord(segment));
  }
  flush();
  return [...new Set(words)];
}

/** A text prepared for being asked whether it has a word. */
export interface SearchableText {
  /** How much of a content word the text has: 1 for all of it, for a word in Chinese, Japanese or Korean also its share of character pairs. */
  shareOf(word: string): number;
}

/** Prepares a text; words are looked up folded, Latin ones by their stem. */
export function toSearchable(text: string): SearchableText {
  const folded = foldText(text).text;
  const terms = new Set(tokenise(text).map(({ term }) => term));
  return {
    shareOf(word) {
      if (!cjk.test(word)) return terms.has(word) ? 1 : 0;
      if (folded.includes(word)) return 1;
      const characters = [...word];
      if (characters.length < 3) return 0;
      const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
      return pairs.filter((pair) => terms.has(pair)).length / pairs.length;
    },
  };
}
