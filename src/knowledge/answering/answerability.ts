/** Whether the passages found hold an answer at all: by the form of what is asked for, its focus, and the years. */
import type { Article } from '../article.ts';
import { type SearchableText, toSearchable } from './content-words.ts';
import { generalWords, kindWords } from './general-words.ts';
import { type QuestionReading, yearsIn } from './question.ts';
import type { Candidate } from './sentence-ranker.ts';
import { isFigure } from './sought-form.ts';

/** How many of the best sentences are looked at. */
const depth = 4;
/** Sentences with at least this share of the best one's score are near enough to hold the answer. */
const nearness = 0.7;
/** A word counts as there when this share of it is. */
const enoughOfWord = 0.5;
/** From about this share of the other words on, a question speaks in the article's own words. */
const ownWords = 0.5;

interface PreparedPassage {
  /** The paragraph and its gloss. */
  readonly text: SearchableText;
  /** What is kept beside the passage to help finding it. */
  readonly beside: SearchableText;
  readonly years: readonly number[];
}

/**
 * Makes the check for one article. A question is answerable when one of the best sentences holds the form that is
 * sought, agrees on the years, and does not lack the focus: where all else in the question is in the article's own
 * words and the very thing that is asked for is nowhere, the article is silent about it. Where most words differ, the
 * asker has other words for the same thing, and a missing one tells nothing.
 */
export function createAnswerabilityCheck(
  article: Article,
): (question: QuestionReading, candidates: readonly Candidate[]) => boolean {
  const prepared = preparePassages(article);
  // The year of publication is no year that the text speaks of.
  const yearsOfArticle = new Set(article.paragraphs.slice(1).flatMap(({ text }) => yearsIn(text)));

  return (question, candidates) => {
    const [best] = candidates;
    if (best === undefined) return false;
    const top = candidates.reduce((one, other) => (other.score > one.score ? other : one), best);
    const near = candidates.filter(({ score }) => score >= nearness * top.score).slice(0, depth);
    const passages = near.flatMap(({ passage }) => prepared.get(passage.id) ?? []);
    return (
      near.some(({ holdsSought }) => holdsSought) &&
      !isOnlyIntended(question, near) &&
      agreesOnYears(question, prepared.get(top.passage.id)?.years ?? [], yearsOfArticle) &&
      knowsFocus(question, passages)
    );
  };
}

function preparePassages(article: Article): ReadonlyMap<string, PreparedPassage> {
  const enrichment = new Map(article.enrichment.map((entry) => [entry.passage, entry]));
  return new Map(
    article.passages.map(({ id, paragraph, field, text }) => {
      const entry = enrichment.get(id);
      const around = field === null ? (article.paragraphs[paragraph]?.text ?? '') : text;
      return [
        id,
        {
          text: toSearchable(`${around}\n${entry?.gloss ?? ''}`),
          beside: toSearchable(
            [...(entry?.aliases ?? []), ...Object.values(entry?.questions ?? {}).flat()].join('\n'),
          ),
          years: yearsIn(around),
        },
      ];
    }),
  );
}

function knowsFocus(
  { words, focus, sought }: QuestionReading,
  passages: readonly PreparedPassage[],
): boolean {
  if (focus.length === 0) return true;
  const has = (searchable: SearchableText, word: string) => searchable.shareOf(word) >= enoughOfWord;
  if (focus.some((word) => passages.some(({ text, beside }) => has(text, word) || has(beside, word))))
    return true;
  const others = words.filter(
    (word) => !focus.includes(word) && !generalWords.has(word) && !kindWords.has(word),
  );
  const inText = others.filter((word) => passages.some(({ text }) => has(text, word)));
  const half = ownWords * others.length;
  // A figure for something else is worse than none.
  return others.length === 0 || (isFigure(sought) ? inText.length < half : inText.length <= half);
}

const intention = /目标|计划|力争|拟于|预计|规划|争取|\b(?:plan|aim|goal|target|will|expect)/u;

/** What is to be in a year is no answer to whether it was. */
function isOnlyIntended({ sought, years, folded }: QuestionReading, near: readonly Candidate[]): boolean {
  if (sought !== 'yes-no' || years.length === 0 || intention.test(folded)) return false;
  const told = near.filter(({ text }) => yearsIn(text).some((year) => years.includes(year)));
  return told.length > 0 && told.every(({ text }) => intention.test(text));
}

/** A figure of one year is no answer for another; a question whether it was that year can be answered with the right one. */
function agreesOnYears(
  { sought, years }: QuestionReading,
  ofParagraph: readonly number[],
  ofArticle: ReadonlySet<number>,
): boolean {
  if (sought === 'yes-no' || sought === 'time') return true;
  return years.every(
    (year) => ofParagraph.includes(year) || (ofParagraph.length === 0 && ofArticle.has(year)),
  );
}
