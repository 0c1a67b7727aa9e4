import type { Article } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { foldText } from '../text/fold.ts';
import { makeLegible } from '../text/legible.ts';
import { remember } from '../text/remember.ts';
import { soughtBy } from './sought.ts';
import { isFigure } from './sought-form.ts';

/**
 * Questions that the article answers, in a language (or the nearest that there is), those of the passages hit first,
 * then from all over the article; at most one a paragraph, none like the one asked.
 */
export function suggestQuestions(
  article: Article,
  settings: {
    readonly language: string;
    readonly hits: readonly Hit[];
    readonly asked: string;
    readonly limit?: number;
  },
): readonly string[] {
  const { language, hits, limit = 3 } = settings;
  const asked = simplify(settings.asked);
  const entries = article.enrichment.flatMap(({ passage, questions }): Entry[] => {
    const rank = hits.findIndex((hit) => hit.passage.id === passage);
    const paragraph = article.passages.find(({ id }) => id === passage)?.paragraph ?? 0;
    return Object.entries(questions).flatMap(([tag, each]) =>
      each
        .map(makeLegible)
        .filter((question) => !['', asked].includes(simplify(question)))
        .map((question) => ({ question, tag, paragraph, rank })),
    );
  });
  const chosen = new Map<number, string>();
  for (const tag of nearestTags(language, article.language)) {
    for (const { paragraph, question } of order(entries.filter((entry) => entry.tag === tag))) {
      if (chosen.size < limit && !chosen.has(paragraph)) chosen.set(paragraph, question);
    }
  }
  return [...chosen.values()];
}

/**
 * What an unclear question could have meant: questions that the article answers and that seek the same (how much, who,
 * when), those first that share most of its letters. Where there are fewer than two, any questions.
 */
export function suggestMeanings(
  article: Article,
  {
    language,
    asked,
    limit = 3,
  }: { readonly language: string; readonly asked: string; readonly limit?: number },
): readonly string[] {
  const sought = soughtBy(foldText(asked).text);
  if (sought === 'other') return suggestQuestions(article, { language, hits: [], asked, limit });
  const letters = new Set(simplify(asked));
  const meanings = nearestTags(language, article.language)
    .map((tag) =>
      article.enrichment
        .flatMap(({ questions }) => questions[tag] ?? [])
        .map((question) => ({ question, sought: soughtBy(foldText(question).text) }))
        .filter((other) => other.sought === sought || (isFigure(other.sought) && isFigure(sought)))
        .map(({ question }) => ({ question, shared: letters.intersection(new Set(simplify(question))).size }))
        .sort((one, other) => other.shared - one.shared)
        .map(({ question }) => question),
    )
    .find(({ length }) => length > 1);
  return meanings?.slice(0, limit) ?? suggestQuestions(article, { language, hits: [], asked, limit });
}

interface Entry {
  readonly question: string;
  readonly tag: string;
  readonly paragraph: number;
  /** Place among the hits; -1 when it was not hit. */
  readonly rank: number;
}

/** A language's own questions first, then those that its readers are likeliest to read. */
function nearestTags(language: string, own: string): readonly string[] {
  const base = language.split('-')[0] ?? language;
  const related = base === 'zh' ? ['zh-TW', 'zh-CN'] : [base];
  return [...new Set([language, ...related, 'en', own])];
}

/** Those that were hit, best first; then every third of the others, to show the breadth of the article; fields last. */
function order(entries: readonly Entry[]): Entry[] {
  const hit = entries.filter(({ rank }) => rank >= 0).sort((one, other) => one.rank - other.rank);
  const body = entries.filter(({ rank, paragraph }) => rank < 0 && paragraph > 0);
  const firsts = body.filter(
    ({ paragraph }, index) => body.findIndex((entry) => entry.paragraph === paragraph) === index,
  );
  const spread = [1, 2, 0].flatMap((offset) => firsts.filter((_, index) => index % 3 === offset));
  return [...hit, ...spread, ...entries.filter(({ rank, paragraph }) => rank < 0 && paragraph === 0)];
}

/** The article's questions come again with each answer. */
const simplify = remember((text) => foldText(text).text.replace(/[^\p{L}\p{N}]/gu, ''));
