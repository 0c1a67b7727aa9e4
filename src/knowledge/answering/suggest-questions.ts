import type { Article } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { foldText } from '../text/fold.ts';

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
  const limit = settings.limit ?? 3;
  const place = new Map(article.passages.map(({ id, paragraph }) => [id, paragraph]));
  const ranks = new Map(settings.hits.map(({ passage }, index) => [passage.id, index]));
  const asked = simplify(settings.asked);
  const entries = article.enrichment
    .flatMap(({ passage, questions }) => {
      const found = questionsIn(questions, settings.language, article.language).find(
        (each) => simplify(each) !== asked,
      );
      return found === undefined
        ? []
        : [{ question: found, paragraph: place.get(passage) ?? 0, rank: ranks.get(passage) ?? null }];
    })
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
  // Fields are asked for least: they come after the paragraphs, unless they were hit.
  const ordered = [
    ...entries.filter(({ rank }) => rank !== null),
    ...spread(entries.filter(({ rank }) => rank === null)),
  ];
  const chosen = new Map<number, string>();
  for (const { paragraph, question } of ordered) {
    if (chosen.size < limit && !chosen.has(paragraph)) chosen.set(paragraph, question);
  }
  return [...chosen.values()];
}

/** From the middle outwards would favour one part; every third, then the others, shows the breadth of the article. */
function spread<Entry extends { readonly paragraph: number }>(entries: readonly Entry[]): Entry[] {
  const body = entries.filter(({ paragraph }) => paragraph > 0);
  const steps = [1, 2, 0].flatMap((offset) => body.filter((_, index) => index % 3 === offset));
  return [...steps, ...entries.filter(({ paragraph }) => paragraph === 0)];
}

function questionsIn(
  questions: Readonly<Record<string, readonly string[]>>,
  language: string,
  own: string,
): readonly string[] {
  const base = language.split('-')[0] ?? language;
  const same = Object.keys(questions).find((tag) => tag.split('-')[0] === base);
  return (
    questions[language] ??
    (same === undefined ? undefined : questions[same]) ??
    (base === 'zh' ? questions[own] : undefined) ??
    questions.en ??
    questions[own] ??
    []
  );
}

function simplify(text: string): string {
  return foldText(text).text.replace(/[^\p{L}\p{N}]/gu, '');
}
