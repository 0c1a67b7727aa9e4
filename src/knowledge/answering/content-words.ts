/** The words of a query that carry what it asks about, and whether a text has them. */
import { foldText } from '../text/fold.ts';
import { stemWord, tokenise } from '../text/tokenise.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;
/** Characters that join words and carry nothing. */
const joining =
  /^[的是在里与和了吗吧呢个们这那有也都被把将到从对为以及或之其所着过得地向给让使于由就才还又很不无]$/u;

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
      if (joining.test(segment)) flush();
      else singles += segment;
      continue;
    }
    flush();
    if (isWordLike) words.push(cjk.test(segment) ? segment : stemWord(segment));
  }
  flush();
  return [...new Set(words)];
}

/** The pairs of neighbouring characters of which one is, to a dictionary, a word by itself: where it may have cut a name or a phrase wrongly. */
export function loosePairs(folded: string): string[] {
  const segments = [...segmenter.segment(folded)].map(({ segment }) => segment);
  return segments.slice(1).flatMap((segment, index) => {
    const before = segments[index] ?? '';
    const pair = `${[...before].at(-1) ?? ''}${[...segment][0] ?? ''}`;
    const isLoose = [...before].length === 1 || [...segment].length === 1;
    return isLoose && cjk.test(pair) && ![...pair].some((character) => joining.test(character)) ? [pair] : [];
  });
}

/** A text prepared for being asked whether it has a word. */
export interface SearchableText {
  /** How much of a content word the text has, 0 to 1: of a longer Chinese, Japanese or Korean one also its share of character pairs. */
  shareOf(word: string): number;
}

/** Gives a text to look words up in, folded, Latin ones by their stem. It is read when it is first asked. */
export function toSearchable(text: string): SearchableText {
  let prepared: { readonly folded: string; readonly terms: ReadonlySet<string> } | null = null;
  return {
    shareOf(word) {
      prepared ??= {
        folded: foldText(text).text,
        terms: new Set(tokenise(text).map(({ term }) => term)),
      };
      const { folded, terms } = prepared;
      if (!cjk.test(word)) return terms.has(word) ? 1 : 0;
      if (folded.includes(word)) return 1;
      const characters = [...word];
      if (characters.length < 3) return 0;
      const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
      return pairs.filter((pair) => terms.has(pair)).length / pairs.length;
    },
  };
}
