import { foldText } from '../text/fold.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import { removeQuestionWords, stopCharacters } from './question-phrases.ts';
import { readNumberTerms, readTerms } from './search-terms.ts';

/** More than this adds no meaning to a question, only work. */
const longestQuery = 2_000;

/** A term of a query and how much it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** What is searched for. */
export interface Query {
  /** The query folded, with its question phrases: what field labels are looked for in. */
  readonly folded: string;
  /** The terms that tell where the answer stands, each once. Empty only where the query has no letter or digit. */
  readonly terms: readonly WeightedTerm[];
  /** All terms, question words too: what makes two questions alike. */
  readonly allTerms: readonly string[];
}

const isHiragana = /^[\p{Script=Hiragana}ー]+$/u;
const halfWeight = 0.5;

function weigh({ term, kind }: Token): number {
  if (kind === 'word') return 1;
  if (isHiragana.test(term)) return 0;
  if (kind === 'character') return stopCharacters.has(term) ? 0 : 1;
  return [...term].some((character) => stopCharacters.has(character)) ? halfWeight : 1;
}

/** The terms of a folded text that tell what it is about, each once; question words and empty words left out. */
function readContentTerms(folded: string): WeightedTerm[] {
  return weighTerms(removeQuestionWords(folded));
}

function weighTerms(content: string): WeightedTerm[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    if (weight > 0) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  for (const token of tokenise(content)) add(token.term, weigh(token));
  for (const term of readNumberTerms(content)) add(term, 1);
  return Array.from(weights, ([term, weight]) => ({ term, weight }));
}

/**
 * Reads a query in any language: folds it and drops what only makes it a question. `title` is the article's, folded:
 * where it is named it says which article is meant, not where in it. Never throws.
 */
export function parseQuery(text: string, title = ''): Query {
  const folded = foldText(text.slice(0, longestQuery)).text;
  const allTerms = readTerms(folded);
  const untitled = title === '' ? folded : folded.replaceAll(title, ' ');
  for (const read of [
    () => readContentTerms(untitled),
    () => weighTerms(untitled),
    () => weighTerms(folded),
  ]) {
    const terms = read();
    if (terms.length > 0) return { folded, terms, allTerms };
  }
  const terms = Array.from(new Set(allTerms), (term) => ({ term, weight: 1 }));
  return { folded, terms, allTerms };
}
