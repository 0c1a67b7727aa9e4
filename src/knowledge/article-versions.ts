/** The versions of the article that answers were given from: what an older answer cites is shown as it was. */
import { z } from 'zod';
import { type Article, enrichmentSchema, type FieldName, paragraphSchema, passageSchema } from './article.ts';

/** What is needed to show and to quote the words of one version of the article. */
export type ArticleText = Pick<
  Article,
  | 'version'
  | 'title'
  | 'author'
  | 'journal'
  | 'issue'
  | 'publishedAt'
  | 'sourceUrl'
  | 'language'
  | 'paragraphs'
  | 'passages'
  | 'enrichment'
>;

/** Keeps each version of the article for as long as answers may cite it. Both throw `UpstreamError('database')`. */
export interface ArticleVersions {
  /** A version that is kept already stays as it is. */
  keep(article: ArticleText): Promise<void>;
  /** Null when no such version was ever kept. */
  find(version: string): Promise<ArticleText | null>;
}

const number = z.int().nonnegative();
const fields = [
  'title',
  'author',
  'authorNote',
  'journal',
  'publishedAt',
  'editor',
  'keywords',
  'headings',
] as const satisfies readonly FieldName[];

/** As it is kept: paragraph 0 with the rest, since a later release may derive it otherwise. */
export const articleTextSchema = z.object({
  version: z.string(),
  title: z.string(),
  // Not kept by earlier releases: a reference leaves out what is not known.
  author: z.string().default(''),
  journal: z.string().default(''),
  issue: z.string().default(''),
  publishedAt: z.string().default(''),
  sourceUrl: z.string().nullable().default(null),
  language: z.string(),
  paragraphs: z.array(paragraphSchema.extend({ number })),
  passages: z.array(
    passageSchema.extend({ paragraph: number, text: z.string(), field: z.enum(fields).nullable() }),
  ),
  enrichment: z.array(enrichmentSchema),
});
