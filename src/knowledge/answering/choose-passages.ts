import type { Article, Passage } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';
import type { NumberedPassage } from './generator.ts';

/** How much may be put before a generator, and in what that is counted. */
export interface Budget {
  readonly sizeOf: (passage: Passage) => number;
  readonly one: number;
  readonly list: number;
}

/** For quotes, which cost nothing: in UTF-16 units. */
export const quotesBudget: Budget = { sizeOf: ({ text }) => text.length, one: 1_500, list: 2_600 };
/** For a model, in tokens: enough for the answer and what it refers to, which `bench:cost` checks. */
const promptTokens = { one: 320, list: 1_000 };
/** An article of more tokens than this is never put before a model whole. */
const largestWhole = 16_000;
/** Tokens that the prompt puts around a passage. */
const wrapping = 9;

/** How many tokens a text has, in the tokenizer of the model or one like it. */
export type CountTokens = (text: string) => number;

const mostHits = { one: 6, list: 10 };
/** So many of the best hits bring the passages on each side of them. */
const withNeighbours = 2;

/** Numbers the passages that are put before the generator: those gathered, or the hits, best first, then the neighbours of the best. */
export function choosePassages(
  article: Article,
  hits: readonly Hit[],
  settings: { readonly wide: boolean; readonly gathered?: readonly Passage[]; readonly budget: Budget },
): readonly NumberedPassage[] {
  const size = settings.wide ? 'list' : 'one';
  const { budget, gathered = [] } = settings;
  const best = [...gathered, ...hits.slice(0, mostHits[size]).map(({ passage }) => passage)];
  const neighbours = best.slice(0, withNeighbours).flatMap((passage) => neighboursOf(article, passage));
  const chosen = new Map<string, Passage>();
  let length = 0;
  for (const passage of [...best.slice(0, withNeighbours), ...neighbours, ...best.slice(withNeighbours)]) {
    if (chosen.has(passage.id)) continue;
    const added = budget.sizeOf(passage);
    if (length + added > budget[size] && chosen.size > 0) continue;
    chosen.set(passage.id, passage);
    length += added;
  }
  return number([...chosen.values()].sort((one, other) => rank(best, one) - rank(best, other)));
}

/** What a prompt may hold of a question's passages. */
export function promptBudget(countTokens: CountTokens): Budget {
  return { ...promptTokens, sizeOf: sizeIn(countTokens) };
}

/** All passages of the article in order, or null where it is too long for one prompt. */
export function wholeArticle(
  { passages }: Article,
  countTokens: CountTokens,
): readonly NumberedPassage[] | null {
  const sizeOf = sizeIn(countTokens);
  let length = 0;
  for (const passage of passages) {
    length += sizeOf(passage);
    if (length > largestWhole) return null;
  }
  return number(passages);
}

/** A passage with what the prompt puts around it. */
function sizeIn(countTokens: CountTokens): Budget['sizeOf'] {
  return ({ text }) => wrapping + countTokens(text);
}

function rank(best: readonly Passage[], passage: Passage): number {
  const index = best.indexOf(passage);
  return index < 0 ? best.length : index;
}

function neighboursOf(article: Article, passage: Passage): readonly Passage[] {
  if (passage.field !== null) return [];
  return article.passages.filter(
    (other) =>
      other.paragraph === passage.paragraph && (other.end === passage.start || other.start === passage.end),
  );
}

function number(passages: readonly Passage[]): readonly NumberedPassage[] {
  return passages.map((passage, index) => ({ number: index + 1, passage }));
}
