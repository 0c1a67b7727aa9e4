/** The thread that `prepareBounded` starts: one page in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../errors.ts';
import { prepareArticle } from './prepare-article.ts';
import type { PreparingResult, PreparingTask } from './prepare-bounded.ts';

const { source, earlier }: PreparingTask = workerData;
parentPort?.postMessage(prepare());

function prepare(): PreparingResult {
  try {
    return { file: prepareArticle(source, earlier) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, values } = error;
    return { code, message, values };
  }
}
