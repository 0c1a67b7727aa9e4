/** A number that a question takes for granted and the article gives otherwise. */
import type { Article } from '../article.ts';
import { type FoundNumber, findNumbers } from '../text/numbers.ts';
import type { Citation, Correction } from './answer.ts';
import { agrees } from './grounding/check-numbers.ts';
import { compareContexts, readContext } from './grounding/contexts.ts';

/** How far around a number its words say what it counts, in UTF-16 units. */
const reach = 16;
const clauseEnd = /[，,。；;：:、？?！!（）()]/u;
const telling = new Set<FoundNumber['kind']>(['count', 'percent', 'date']);

/**
 * What the first citation has instead of a number of the question that stands nowhere in the article, where both count
 * the same: of several such numbers the one among the same words. Null where none is certain.
 */
export function findCorrection(
  article: Article,
  question: string,
  citations: readonly Citation[],
): Correction | null {
  const [cited] = citations;
  const asked = findNumbers(question).filter((number) => isTelling(number) && !isInArticle(article, number));
  const [wrong] = asked;
  if (cited === undefined || wrong === undefined || asked.length > 1) return null;
  const rivals = findNumbers(cited.quote).filter(
    (number) => isTelling(number) && countsTheSame(wrong, number),
  );
  const context = readContext(question, wrong, reach, clauseEnd);
  const scored = rivals
    .map((rival) => ({
      rival,
      likeness: compareContexts(context, readContext(cited.quote, rival, reach, clauseEnd)),
    }))
    .sort((one, other) => other.likeness - one.likeness);
  const [best, next] = scored;
  if (best === undefined || best.likeness <= (next?.likeness ?? (wrong.kind === 'date' ? -1 : 0)))
    return null;
  return {
    asked: question.slice(wrong.start, wrong.end),
    found: cited.quote.slice(best.rival.start, best.rival.end),
    marker: cited.marker,
  };
}

function isTelling({ certain, kind, unit, date }: FoundNumber): boolean {
  return certain && telling.has(kind) && (kind !== 'count' || unit !== null || date === null);
}

function isInArticle({ paragraphs }: Article, number: FoundNumber): boolean {
  return paragraphs.some(({ text }) => findNumbers(text).some((other) => agrees(number, other)));
}

function countsTheSame(one: FoundNumber, other: FoundNumber): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind !== 'count' || one.unit === null || other.unit === null || one.unit === other.unit;
}
