import type { Article, Passage } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';
import type { NumberedPassage } from './generator.ts';

/** How much is put before the generator, in UTF-16 units. */
const budget = { one: 1_500, list: 2_600 };
const mostHits = { one: 6, list: 10 };
/** So many of the best hits bring the passages on each side of them. */
const withNeighbours = 2;
/** An article longer than this is never put before a model whole. */
const largestWhole = 24_000;

/** Numbers the passages that are put before the generator: those gathered, or the hits, best first, then the neighbours of the best. */
export function choosePassages(
  article: Article,
  hits: readonly Hit[],
  settings: { readonly wide: boolean; readonly gathered?: readonly Passage[] },
): readonly NumberedPassage[] {
  const size = settings.wide ? 'list' : 'one';
  const gathered = settings.gathered ?? [];
  const best = [...gathered, ...hits.slice(0, mostHits[size]).map(({ passage }) => passage)];
  const neighbours = best.slice(0, withNeighbours).flatMap((passage) => neighboursOf(article, passage));
  const chosen = new Map<string, Passage>();
  let length = 0;
  for (const passage of [...best.slice(0, withNeighbours), ...neighbours, ...best.slice(withNeighbours)]) {
    if (chosen.has(passage.id)) continue;
    if (length + passage.text.length > budget[size] && chosen.size > 0) continue;
    chosen.set(passage.id, passage);
    length += passage.text.length;
  }
  return number([...chosen.values()].sort((one, other) => rank(best, one) - rank(best, other)));
}

/** All passages of the article in order, or null where it is too long for one prompt. */
export function wholeArticle(article: Article): readonly NumberedPassage[] | null {
  const length = article.passages.reduce((sum, { text }) => sum + text.length, 0);
  return length > largestWhole ? null : number(article.passages);
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
