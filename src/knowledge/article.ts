/** The article: the file's schema, and the types that the rest of the core works with. */
import { z } from 'zod';

const range = { start: z.int().nonnegative(), end: z.int().positive() };

export const paragraphSchema = z.strictObject({
  number: z.int().positive(),
  heading: z.string().min(1).nullable(),
  text: z.string().min(1),
});

export const passageSchema = z.strictObject({
  id: z.string().min(1),
  paragraph: z.int().positive(),
  ...range,
});

export const enrichmentSchema = z.strictObject({
  /** The passage that this helps to find. */
  passage: z.string().min(1),
  /** A translation of the passage into English. May be shown, labelled; never quoted as the article. */
  gloss: z.string().min(1).nullable(),
  /** Everyday words for what the text says in others, in any language. */
  aliases: z.array(z.string().min(1)),
  /** Questions that the passage answers, by BCP 47 language tag. */
  questions: z.record(z.string(), z.array(z.string().min(1))),
});

const repairSchema = z.strictObject({
  /** The name of the step that made the repair. */
  step: z.string().min(1),
  /** Where: `title`, `authorNote`, ..., or the paragraph's number. */
  where: z.union([z.string(), z.int()]),
  before: z.string(),
  after: z.string(),
  /** For a repair of bytes: what they were, as hexadecimal, so that a reader can check it. */
  bytes: z.string().optional(),
  /** For a repair that had to be decided: what decided it. */
  reason: z.string().optional(),
  /** How often it was made there; absent for once. */
  count: z.int().min(2).optional(),
});

const provenanceSchema = z.strictObject({
  /** The name of the page that the article was made from. */
  source: z.string(),
  /** SHA-256 of that page's bytes, hexadecimal. */
  sha256: z.string(),
  /** What was left out of the article, and why: `{ what, text }`. */
  removed: z.array(z.strictObject({ what: z.string(), text: z.string() })),
  repairs: z.array(repairSchema),
});

export const articleFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  author: z.string(),
  authorNote: z.string(),
  journal: z.string(),
  issue: z.string(),
  /** ISO 8601 date or date and time, as far as the page says; empty where it does not. */
  publishedAt: z.string(),
  /** BCP 47, for instance `zh-CN`. */
  language: z.string().min(2),
  sourceUrl: z.url({ protocol: /^https?$/ }).nullable(),
  editor: z.string().optional(),
  keywords: z.array(z.string().min(1)),
  headings: z.array(z.string().min(1)),
  paragraphs: z.array(paragraphSchema).min(1),
  passages: z.array(passageSchema).min(1),
  enrichment: z.array(enrichmentSchema),
  provenance: provenanceSchema,
});

/** The article as its file holds it. */
export type ArticleFile = z.infer<typeof articleFileSchema>;
export type Enrichment = z.infer<typeof enrichmentSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;

/** The article's own fields that can be asked for and cited; together they are paragraph 0. */
export type FieldName =
  | 'title'
  | 'author'
  | 'authorNote'
  | 'journal'
  | 'publishedAt'
  | 'editor'
  | 'keywords'
  | 'headings';

/** A numbered paragraph (¶1..¶n). Number 0 holds the article's own fields, one a line. */
export interface Paragraph {
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
}

/** A contiguous piece of a paragraph: what is retrieved and cited. `start` and `end` are UTF-16 offsets in the paragraph's text. */
export interface Passage {
  readonly id: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Set on passages of paragraph 0 only: the field that the passage is. */
  readonly field: FieldName | null;
}

/** A loaded article: paragraph 0 and its passages are there, and every range has been checked. */
export interface Article extends Omit<ArticleFile, 'paragraphs' | 'passages'> {
  /** Changes when any text of the article changes: SHA-256 over its paragraphs, first 12 hexadecimal digits. */
  readonly version: string;
  /** Index = number: `paragraphs[0]` is the fields, `paragraphs[1]` is ¶1. */
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
}
