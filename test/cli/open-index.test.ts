import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIndex } from '../../src/cli/open-index.ts';
import { indexArticle } from '../../src/knowledge/retrieval/article-index.ts';
import { article } from '../knowledge/answering/fixture.ts';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-index-'));
  path = join(folder, 'kept', 'article.index');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('openIndex', () => {
  it('builds the index, keeps it, and reads it the next time', async () => {
    const built = await openIndex(article, path);
    expect(built).toEqual(indexArticle(article));
    const kept = await readFile(path);
    expect(await openIndex(article, path)).toEqual(built);
    expect((await readFile(path)).equals(kept)).toBe(true);
    expect(await readdir(join(folder, 'kept'))).toEqual(['article.index']);
  });

  it('builds anew over a damaged file, and over one of another article', async () => {
    const built = await openIndex(article, path);
    const kept = await readFile(path);
    await writeFile(path, kept.subarray(0, 200));
    expect(await openIndex(article, path)).toEqual(built);
    expect((await readFile(path)).equals(kept)).toBe(true);
    const other = { ...article, enrichment: [] };
    expect(await openIndex(other, path)).toEqual(indexArticle(other));
    expect(await openIndex(article, path)).toEqual(built);
  });

  it.runIf(existsSync('/proc'))('goes on in a file system that takes no folder', async () => {
    expect(await openIndex(article, '/proc/footnote/deep/article.index')).toEqual(indexArticle(article));
  });

  it('goes on without a file where none can be kept', async () => {
    await writeFile(join(folder, 'kept'), 'no folder');
    expect(await openIndex(article, path)).toEqual(indexArticle(article));
  });
});
