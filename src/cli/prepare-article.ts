/** Makes an article file of a saved page. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../errors.ts';
import type { ArticleFile } from '../knowledge/article.ts';
import { readArticleFile } from '../knowledge/load-article.ts';
import { enrichArticle } from '../knowledge/preparing/enricher.ts';
import { formatArticleFile } from '../knowledge/preparing/format-article-file.ts';
import { largestPageBytes, tooLarge } from '../knowledge/preparing/page-size.ts';
import { prepareBounded } from '../knowledge/preparing/prepare-bounded.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run prepare-article -- PAGE [--out FILE] [--enrich]

Makes an article file of a saved page: .txt, .md or .html in UTF-8, UTF-16 or GB18030.
The bot answers from it when ARTICLE_PATH names it.

  --out FILE   where to write it (a .json file); without it, it is printed.
               Enrichment that FILE has already is kept where a passage is unchanged.
  --enrich     have the configured model write glosses, aliases and questions for
               the passages that have none (OPENAI_API_KEY or OPENAI_BASE_URL)
  --help       print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { page, out, enrich } = readArguments(args);
  // The model's client takes a second to load, and most pages are prepared without.
  const enricher = enrich ? (await import('./open-enricher.ts')).openEnricher() : null;
  const earlier = out === null ? null : await readEarlier(out);
  const bytes = await readPageBytes(page);
  let file = await prepareBounded({ bytes, name: basename(page), id: toArticleId(out ?? page) }, earlier);
  report(file);
  if (out !== null) await writeArticleFile(file, out);
  try {
    if (enricher === null) return;
    for await (const progress of enrichArticle(file, enricher, new AbortController().signal)) {
      file = progress.file;
      if (out !== null) await writeArticleFile(file, out);
      process.stderr.write(`Enriched ${progress.done} of ${progress.total} passages.\n`);
    }
  } finally {
    if (out === null) process.stdout.write(formatArticleFile(file));
  }
}

function readArguments(args: readonly string[]): { page: string; out: string | null; enrich: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, enrich: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [page, ...more] = positionals;
  if (page === undefined || page === '' || more.length > 0) {
    throw new UserError('arguments-invalid', 'Name one page.');
  }
  return { page, out: values.out || null, enrich: values.enrich ?? false };
}

async function readEarlier(path: string): Promise<ArticleFile | null> {
  if (!(await stat(path).catch(() => null))) return null;
  try {
    return await readArticleFile(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      'out-occupied',
      `${path} exists and is no good article file, so it is left alone. ${error.message}`,
    );
  }
}

async function readPageBytes(path: string): Promise<Uint8Array> {
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new UserError('page-unreadable', `${path} is not a file.`);
    if (about.size > largestPageBytes) throw new UserError('page-too-large', `${path} ${tooLarge}`);
    return await readFile(path);
  } catch (error) {
    throw translate(error, 'page-unreadable', `${path} cannot be read`);
  }
}

/** Writes beside the file first, so that it is never half written. */
async function writeArticleFile(file: ArticleFile, path: string): Promise<void> {
  const half = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(half, formatArticleFile(file));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw translate(error, 'out-unwritable', `${path} cannot be written`);
  }
}

/** An error of the file system as one sentence; any other as it is. */
function translate(error: unknown, code: string, sentence: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  return new UserError(
    code,
    error.code === 'ENOENT'
      ? `${sentence}: there is no such file or folder.`
      : `${sentence} (${error.code}).`,
  );
}

function toArticleId(path: string): string {
  const name = basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return name.replace(/^-|-$/g, '') || 'article';
}

function report({
  title,
  language,
  paragraphs,
  headings,
  passages,
  enrichment,
  provenance,
}: ArticleFile): void {
  const repairs = provenance.repairs.reduce((sum, { count = 1 }) => sum + count, 0);
  const lines = [
    `${title} (${language})`,
    `${paragraphs.length} paragraphs under ${headings.length} headings, ${passages.length} passages, ${enrichment.length} of them enriched`,
    `${repairs} repairs, ${provenance.removed.length} parts of the page left out: see "provenance"`,
    ...provenance.repairs
      .filter(({ after }) => after.includes('□'))
      .map(({ where, before }) => `Not restored, please look at it: ${JSON.stringify(before)} in ${where}`),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}
