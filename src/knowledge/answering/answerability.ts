/** Whether the passages found hold an answer at all: by the words that matter, the years, and the form of what is asked for. */
import type { Article } from '../article.ts';
import { type SearchableText, toSearchable } from './content-words.ts';
import { type QuestionReading, yearsIn } from './question.ts';
import type { Candidate } from './sentence-ranker.ts';

/** Below this share of the words that matter, by rarity, a question is not answered. Chosen on questions of the eval set. */
const enoughCovered = 0.55;
/** How many of the best sentences are looked at. */
const depth = 4;

interface PreparedPassage {
  readonly searchable: SearchableText;
  readonly years: readonly number[];
}

/** Makes the check for one article. */
export function createAnswerabilityCheck(
  article: Article,
): (question: QuestionReading, candidates: readonly Candidate[]) => boolean {
  const enrichment = new Map(article.enrichment.map((entry) => [entry.passage, entry]));
  const prepared = new Map(
    article.passages.map((passage): [string, PreparedPassage] => {
      const entry = enrichment.get(passage.id);
      const beside = [
        entry?.gloss ?? '',
        ...(entry?.aliases ?? []),
        ...Object.values(entry?.questions ?? {}).flat(),
      ];
      return [
        passage.id,
        {
          searchable: toSearchable([passage.text, ...beside].join('\n')),
          years: yearsIn(article.paragraphs[passage.paragraph]?.text ?? ''),
        },
      ];
    }),
  );
  const years = new Set([...prepared.values()].flatMap((passage) => passage.years));

  const rarity = (word: string): number => {
    const holders = [...prepared.values()].reduce((sum, { searchable }) => sum + searchable.shareOf(word), 0);
    return Math.log(1 + prepared.size / (0.5 + holders));
  };

  return (question, candidates) => {
    const best = candidates.slice(0, depth);
    if (best.length === 0) return false;
    if (!best.some(({ holdsSought }) => holdsSought)) return false;
    const weighted = question.words.map((word) => ({ word, weight: rarity(word) }));
    const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
    return best.some((candidate) => {
      const passage = prepared.get(candidate.passage.id);
      if (passage === undefined || !candidate.holdsSought) return false;
      if (!agreeOnYears(question, passage.years, years)) return false;
      if (total === 0) return true;
      const covered = weighted.reduce(
        (sum, { word, weight }) => sum + weight * passage.searchable.shareOf(word),
        0,
      );
      return covered / total >= enoughCovered;
    });
  };
}

/** A figure of one year is no answer for another; a question whether it was that year can be answered with the right one. */
function agreeOnYears(
  { sought, years }: QuestionReading,
  ofParagraph: readonly number[],
  ofArticle: ReadonlySet<number>,
): boolean {
  if (sought === 'yes-no' || sought === 'time') return true;
  return years.every(
    (year) => ofParagraph.includes(year) || (ofParagraph.length === 0 && ofArticle.has(year)),
  );
}
