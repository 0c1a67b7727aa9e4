/** What 那……呢 asks: the question before it, of something else. */
import { foldText, originalRange } from '../text/fold.ts';
import { contentWords } from './content-words.ts';
import { yearsIn } from './question.ts';

const han = /^\p{Script=Han}{2,}$/u;
const years = /(?:\d{4}年?[至到-])?\d{4}年?/u;
const yearAlone = /^(?:in )?(\d{4}年?)$/u;
/** How words for people end. */
const person = /(?:[师生员者长工]|干部|专家|护士)$/u;

interface Exchanged {
  /** The question asked of the other thing; null where that makes no sentence. */
  readonly whole: string | null;
  /** The question without what gives way: as it is where nothing does. */
  readonly frame: string;
}

/**
 * Puts `other` in the place of what a question speaks of: a year for a year; a Chinese word for one that begins or ends
 * as it does (周日 for 周六), or means people too; and what stands before a word that both have (医疗方面 for 教育方面).
 */
export function exchangeTopic(question: string, other: string): Exchanged {
  const folded = foldText(question);
  const foldedOther = foldText(other).text;
  const year = yearAlone.exec(foldedOther)?.[1];
  if (year !== undefined) {
    const isDated = years.test(question) && yearsIn(question).length > 0;
    return { whole: isDated ? question.replace(years, year) : null, frame: question };
  }
  const others = contentWords(foldedOther).filter((word) => han.test(word));
  const words = contentWords(folded.text);
  const head = others.length > 1 ? others.at(-1) : undefined;
  const given = words.filter((word, index) => {
    const next = words[index + 1];
    if (!han.test(word) || others.includes(word)) return false;
    return (next !== undefined && others.includes(next)) || others.some((each) => isAlike(word, each));
  });
  const [first] = given;
  const isOneForOne = given.length === 1 && (others.length === 1 || words.includes(head ?? ''));
  if (first === undefined) return { whole: null, frame: question };
  const place = head !== undefined && words.includes(head) ? `${first}${head}` : first;
  const at = folded.text.indexOf(place);
  const frame = given.reduce((rest, word) => rest.replaceAll(word, ' '), folded.text).trim();
  if (!isOneForOne || at < 0 || words.includes(others.join(''))) return { whole: null, frame };
  const { start, end } = originalRange(folded, at, at + place.length);
  return { whole: `${question.slice(0, start)}${other}${question.slice(end)}`, frame };
}

function isAlike(word: string, other: string): boolean {
  return word.at(-1) === other.at(-1) || word[0] === other[0] || (person.test(word) && person.test(other));
}
