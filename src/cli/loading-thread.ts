/** The thread that `loadInThread` starts: one article file in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import { readArticleFile, toArticle } from '../knowledge/load-article.ts';
import type { LoadingResult, LoadingTask } from './load-in-thread.ts';
import { openIndex } from './open-index.ts';

const { path, indexPath }: LoadingTask = workerData;
parentPort?.postMessage(await load());

async function load(): Promise<LoadingResult> {
  try {
    const file = await readArticleFile(path);
    if (indexPath !== null) await openIndex(toArticle(file), indexPath);
    return { file };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, values } = error;
    return { code, message, values };
  }
}
