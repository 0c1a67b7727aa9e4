/** Reads an article file, checks all of it, and derives paragraph 0 from its fields. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import {
  type Article,
  type ArticleFile,
  articleFileSchema,
  type Paragraph,
  type Passage,
} from './article.ts';
import { findArticleFault } from './check-article.ts';
import { deriveFieldsParagraph } from './fields-paragraph.ts';

/** The article that comes with the bot. */
export const shippedArticlePath = fileURLToPath(
  new URL('./articles/zhangjiagang-yanhe-2019.json', import.meta.url),
);

const largestFileBytes = 50_000_000;

/**
 * Reads and checks an article file. Throws `UserError('article-invalid')` that names the file and the field when it
 * is missing, too large, no JSON, of the wrong shape, or when its parts contradict each other.
 */
export async function loadArticle(path: string): Promise<Article> {
  return toArticle(await readArticleFile(path));
}

/** An article file as it is stored. Checks and throws as {@link loadArticle} does. */
export async function readArticleFile(path: string): Promise<ArticleFile> {
  const fail = (field: string, problem: string) =>
    new UserError('article-invalid', `Article file ${path}: ${field ? `${field}: ` : ''}${problem}`, {
      file: path,
      field,
      problem,
    });
  const json = await readJson(path, (problem) => fail('', problem));
  const parsed = articleFileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw fail(fieldPath(issue?.path ?? []), issue?.message ?? 'has the wrong shape');
  }
  const fault = findArticleFault(parsed.data);
  if (fault) throw fail(fault.field, fault.problem);
  return parsed.data;
}

/** The loaded form of a checked article file. */
export function toArticle(file: ArticleFile): Article {
  const fields = deriveFieldsParagraph(file);
  const paragraphs: Paragraph[] = [fields.paragraph, ...file.paragraphs];
  const passages: Passage[] = [
    ...fields.passages,
    ...file.passages.map((passage) => ({
      ...passage,
      text: paragraphs[passage.paragraph]?.text.slice(passage.start, passage.end) ?? '',
      field: null,
    })),
  ];
  return { ...file, version: hashText(paragraphs), paragraphs, passages };
}

function hashText(paragraphs: readonly Paragraph[]): string {
  const text = JSON.stringify(paragraphs.map(({ heading, text }) => [heading, text]));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

async function readJson(path: string, fail: (problem: string) => UserError): Promise<unknown> {
  let text: string;
  try {
    if ((await stat(path)).size > largestFileBytes) throw fail('is larger than 50 MB');
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw fail(isMissing(error) ? 'does not exist' : 'cannot be read');
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw fail('is not JSON');
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
