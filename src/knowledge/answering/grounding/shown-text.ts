import type { Article, Passage } from '../../article.ts';
import type { NumberedPassage } from '../generator.ts';
import { makeSkeleton, type Skeleton } from './skeleton.ts';

/** A run of neighbouring passages that were put before the generator: a quote may lie anywhere in it. */
export interface ShownRun {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly passages: readonly Passage[];
  readonly skeleton: Skeleton;
}

/** What the generator was shown: all that a quote can be found in. */
export interface ShownText {
  readonly article: Article;
  readonly passages: ReadonlyMap<number, Passage>;
  readonly runs: readonly ShownRun[];
}

/** Joins the passages of one prompt that touch each other into runs. */
export function joinShownPassages(article: Article, numbered: readonly NumberedPassage[]): ShownText {
  const passages = numbered.map(({ passage }) => passage);
  const ordered = [...new Map(passages.map((passage) => [passage.id, passage])).values()].sort(
    (one, other) => one.paragraph - other.paragraph || one.start - other.start,
  );
  const groups: Passage[][] = [];
  for (const passage of ordered) {
    const last = groups.at(-1)?.at(-1);
    const touches = last !== undefined && last.paragraph === passage.paragraph && last.end === passage.start;
    if (touches) groups.at(-1)?.push(passage);
    else groups.push([passage]);
  }
  const runs = groups.map((group): ShownRun => {
    const paragraph = group[0]?.paragraph ?? 0;
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? 0;
    const text = article.paragraphs[paragraph]?.text.slice(start, end) ?? '';
    return { paragraph, start, end, passages: group, skeleton: makeSkeleton(text) };
  });
  return { article, passages: new Map(numbered.map(({ number, passage }) => [number, passage])), runs };
}
