import type { Article, Passage } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { readTerms } from '../retrieval/search-terms.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Citation } from './answer.ts';

const most = 2;

/** The sentences nearest to a query in the best passages, cited: what the article does say when it does not answer. */
export function findNearest(article: Article, query: string, hits: readonly Hit[]): readonly Citation[] {
  const wanted = new Set(readTerms(query));
  return hits
    .filter(({ passage }) => passage.field === null)
    .slice(0, most)
    .map(({ passage }, index) => ({ marker: index + 1, ...nearestIn(article, passage, wanted) }));
}

function nearestIn(
  article: Article,
  passage: Passage,
  wanted: ReadonlySet<string>,
): Omit<Citation, 'marker'> {
  const ranges = splitSentences(passage.text).map(({ start, end }) => trim(passage.text, start, end));
  const scored = ranges.map((range) => ({
    range,
    score: readTerms(passage.text.slice(range.start, range.end)).filter((term) => wanted.has(term)).length,
  }));
  const best = scored.reduce(
    (one, other) => (other.score > one.score ? other : one),
    scored[0] ?? { range: { start: 0, end: passage.text.length }, score: 0 },
  );
  const start = passage.start + best.range.start;
  const end = passage.start + best.range.end;
  const quote = article.paragraphs[passage.paragraph]?.text.slice(start, end) ?? '';
  return { paragraph: passage.paragraph, passage: passage.id, start, end, quote };
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  const slice = text.slice(start, end);
  return {
    start: start + slice.length - slice.trimStart().length,
    end: end - (slice.length - slice.trimEnd().length),
  };
}
