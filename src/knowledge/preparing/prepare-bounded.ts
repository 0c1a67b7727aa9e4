import { UserError } from '../../errors.ts';
import { type Bounds, runBounded } from '../../run-bounded.ts';
import type { ArticleFile } from '../article.ts';
import type { PageSource } from './prepare-article.ts';

/** What the thread is given. */
export interface PreparingTask {
  readonly source: PageSource;
  readonly earlier: ArticleFile | null;
}

const usualBounds: Bounds = { time: 60_000, memory: 1_024 };

/**
 * Does what `prepareArticle` does, in a thread and within bounds of time and memory: 60 seconds and 1 GB unless told.
 * Throws `UserError('page-too-complex')` when a page goes beyond them.
 */
export function prepareBounded(
  source: PageSource,
  earlier: ArticleFile | null,
  bounds: Bounds = usualBounds,
): Promise<ArticleFile> {
  const task: PreparingTask = { source, earlier };
  return runBounded(new URL('./preparing-thread.ts', import.meta.url), task, {
    bounds,
    beyond: () => tooComplex(source.name),
  });
}

function tooComplex(name: string): UserError {
  const message = `${name} takes too much time or memory to read. Save the article's text alone, as .txt.`;
  return new UserError('page-too-complex', message, { name });
}
