import type { Article } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { foldText } from '../text/fold.ts';
import { soughtBy } from './sought.ts';

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
    /** Those first that seek what the question seeks (how much, who, when): what could have been meant. */
    readonly sameForm?: boolean;
  },
): readonly string[] {
  const { language, hits, limit = 3, sameForm = false } = settings;
  const asked = simplify(settings.asked);
  const sought = soughtBy(foldText(settings.asked).text);
  const isPreferred = ({ question }: Entry) => !sameForm || soughtBy(foldText(question).text) === sought;
  const entries = article.enrichment.flatMap(({ passage, questions }): Entry[] => {
    const rank = hits.findIndex((hit) => hit.passage.id === passage);
    const paragraph = article.passages.find(({ id }) => id === passage)?.paragraph ?? 0;
    return Object.entries(questions).flatMap(([tag, each]) =>
      each
        .filter((question) => simplify(question) !== asked)
        .map((question) => ({ question, tag, paragraph, rank })),
    );
  });
  const chosen = new Map<number, string>();
  for (const tag of nearestTags(language, article.language)) {
    const ordered = order(entries.filter((entry) => entry.tag === tag));
    const preferred = ordered.filter(isPreferred);
    for (const { paragraph, question } of new Set([...preferred, ...ordered])) {
      if (chosen.size < limit && !chosen.has(paragraph)) chosen.set(paragraph, question);
    }
  }
  return [...chosen.values()];
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

function simplify(text: string): string {
  return foldText(text).text.replace(/[^\p{L}\p{N}]/gu, '');
}
