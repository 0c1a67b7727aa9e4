/** The article's index from its file, or built and kept there for the next start. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Article } from '../knowledge/article.ts';
import { indexArticle } from '../knowledge/retrieval/article-index.ts';
import type { IndexData } from '../knowledge/retrieval/index-data.ts';
import { readIndex, stampArticle, writeIndex } from '../knowledge/retrieval/index-file.ts';
import type { Log } from '../log.ts';

/**
 * Reads the index of an article from `path`. One that is missing, damaged, or of another article, text or version is
 * built and written anew; where it cannot be written, the bot goes on with what it has built.
 */
export async function openIndex(article: Article, path: string, log?: Log): Promise<IndexData> {
  const stamp = stampArticle(article);
  const bytes = await readFile(path).catch(() => null);
  const kept = bytes === null ? null : readIndex(bytes, stamp);
  if (kept !== null) return kept;
  if (bytes !== null) log?.info('index-rebuilt', { path });
  const index = indexArticle(article);
  try {
    // Not the recursive way, which never ends where a file system refuses with ENOENT; one folder is enough here.
    await mkdir(dirname(path)).catch(() => undefined);
    const unfinished = `${path}.${process.pid}.new`;
    await writeFile(unfinished, writeIndex(index, stamp));
    await rename(unfinished, path);
  } catch (error) {
    log?.warn('index-not-kept', { path, error });
  }
  return index;
}
