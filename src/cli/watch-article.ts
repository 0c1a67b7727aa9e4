/** Serves the operator's article anew when its file is replaced: whole or not at all. */
import { unwatchFile, watchFile } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Edition } from '../knowledge/answering/answer-question.ts';
import type { Log } from '../log.ts';

/** In milliseconds. The file is looked at so often: that also sees one that is renamed into its place, or lies on another machine. */
const lookEvery = 1_000;
/** Whoever writes it slowly has so long between two pieces. */
const settleFor = 500;

interface Watched {
  readonly articlePath: string;
  /** Makes an edition of the file. Throws `UserError` when it is not an article. */
  reopen(): Promise<Edition>;
  /** Answers from it from now on. */
  serve(edition: Edition): Promise<void>;
  readonly log: Log;
}

/** Gives the way to stop. A file that is broken changes nothing: the log says why, once for each time that it is written. */
export function watchArticle({ articlePath: path, reopen, serve, log }: Watched): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let reloading = Promise.resolve();
  const reload = async (): Promise<void> => {
    try {
      const edition = await reopen();
      await serve(edition);
      log.info('article-replaced', { path, version: edition.article.version });
    } catch (error) {
      const reason = error instanceof UserError ? error.message : 'bug';
      log.error('article-not-replaced', { path, reason, error });
    }
  };
  const listener = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other: the last one that was written is the one that is served.
      reloading = reloading.then(reload);
    }, settleFor).unref();
  };
  watchFile(path, { interval: lookEvery, persistent: false }, listener);
  return async () => {
    unwatchFile(path, listener);
    clearTimeout(timer);
  };
}
