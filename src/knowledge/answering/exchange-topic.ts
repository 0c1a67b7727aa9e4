/** What 那……呢 takes from the question before it: all but what it speaks of instead. */
import { foldText } from '../text/fold.ts';
import { contentWords } from './content-words.ts';
import { yearsIn } from './question.ts';

const han = /^\p{Script=Han}{2,}$/u;
const year = /(?:\d{4}年?[至到-])?\d{4}年?/gu;

/**
 * A question without what `other` takes the place of: words that begin or end as one of its words does (周日 for 周六),
 * what stands before a word that both have (教育方面 for 医疗方面), and years for years. As it is where there is no such word.
 */
export function exchangeTopic(question: string, other: string): string {
  const others = contentWords(other).filter((word) => han.test(word));
  const folded = foldText(question).text;
  const undated = yearsIn(other).length === 0 ? folded : folded.replace(year, '');
  const words = contentWords(undated);
  const replaced = words.filter((word, index) => {
    const next = words[index + 1];
    if (!han.test(word) || others.includes(word)) return false;
    return (next !== undefined && others.includes(next)) || others.some((each) => isAlike(word, each));
  });
  if (undated === folded && replaced.length === 0) return question;
  return replaced.reduce((rest, word) => rest.replaceAll(word, ' '), undated).trim();
}

function isAlike(word: string, other: string): boolean {
  return word.at(-1) === other.at(-1) || word[0] === other[0];
}
