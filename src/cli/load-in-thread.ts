/** Loads an article in a thread of its own: checking and indexing a long one takes seconds, and members are waiting. */
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { Article, ArticleFile } from '../knowledge/article.ts';
import { toArticle } from '../knowledge/load-article.ts';

/** What the thread is given. */
export interface LoadingTask {
  readonly path: string;
  /** Where it puts the index; null: it makes none. */
  readonly indexPath: string | null;
}

/** What it gives back: a checked file, whose index is kept by then, or the `UserError` that was thrown. */
export type LoadingResult = { readonly file: ArticleFile } | Pick<UserError, 'code' | 'message' | 'values'>;

/** Throws `UserError('article-invalid')`, as `loadArticle` does. */
export async function loadInThread(path: string, indexPath: string | null): Promise<Article> {
  const task: LoadingTask = { path, indexPath };
  const worker = new Worker(new URL('./loading-thread.ts', import.meta.url), { workerData: task });
  const { promise, resolve, reject } = Promise.withResolvers<LoadingResult>();
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('the thread that loads the article ended')));
  const result = await promise.finally(() => worker.terminate());
  if ('file' in result) return toArticle(result.file);
  throw new UserError(result.code, result.message, result.values);
}
