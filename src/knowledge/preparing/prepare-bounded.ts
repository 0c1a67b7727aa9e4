/** Preparing in a thread of its own: a page made to be slow or to fill the memory ends the thread, not the process. */
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors.ts';
import type { ArticleFile } from '../article.ts';
import type { PageSource } from './prepare-article.ts';

/** What the thread is given. */
export interface PreparingTask {
  readonly source: PageSource;
  readonly earlier: ArticleFile | null;
}

/** What the thread gives back: an article file, or the `UserError` that was thrown. */
export type PreparingResult = { readonly file: ArticleFile } | Pick<UserError, 'code' | 'message' | 'values'>;

export interface PreparingLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Megabytes. */
  readonly memory: number;
}

const usualLimits: PreparingLimits = { time: 60_000, memory: 1_024 };

/**
 * Does what `prepareArticle` does, within limits of time and memory: 60 seconds and 1 GB unless told. Throws
 * `UserError('page-too-complex')` when a page goes beyond them.
 */
export async function prepareBounded(
  source: PageSource,
  earlier: ArticleFile | null,
  limits: PreparingLimits = usualLimits,
): Promise<ArticleFile> {
  const task: PreparingTask = { source, earlier };
  const worker = new Worker(new URL('./preparing-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  try {
    const result = await waitForResult(worker, limits, source.name);
    if ('file' in result) return result.file;
    throw new UserError(result.code, result.message, result.values);
  } finally {
    await worker.terminate();
  }
}

function waitForResult(worker: Worker, limits: PreparingLimits, name: string): Promise<PreparingResult> {
  const { promise, resolve, reject } = Promise.withResolvers<PreparingResult>();
  const timer = setTimeout(() => reject(tooComplex(name)), limits.time);
  worker.on('message', resolve);
  worker.on('error', (error) =>
    reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooComplex(name) : error),
  );
  worker.on('exit', () => reject(tooComplex(name)));
  return promise.finally(() => clearTimeout(timer));
}

function tooComplex(name: string): UserError {
  const message = `${name} takes too much time or memory to read. Save the article's text alone, as .txt.`;
  return new UserError('page-too-complex', message, { name });
}
