/** What an answer is, after grounding. */
import type { Hit } from '../retrieval/retriever.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Usage } from './usage.ts';

export const outcomes = [
  'answered',
  'partly',
  'not-in-article',
  'off-topic',
  'unclear',
  'small-talk',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A turn of the conversation, oldest first in a history. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** The exact words that a statement rests on. `quote` is `paragraph.text.slice(start, end)`, UTF-16 offsets. */
export interface Citation {
  /** The number that is shown, from 1, in order of first appearance. */
  readonly marker: number;
  readonly paragraph: number;
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A statement that survived grounding. */
export interface Statement {
  readonly text: string;
  /** Markers of the citations that it rests on: at least one, but where moderators wrote it. */
  readonly markers: readonly number[];
}

/** A number that the question takes for granted, and what the article has in its place. */
export interface Correction {
  /** As the question has it. */
  readonly asked: string;
  /** As the quote has it. */
  readonly found: string;
  /** Of the citation that has it. */
  readonly marker: number;
}

/** Who wrote the statements. */
export type GeneratorName = 'extractive' | 'openai' | 'moderators';

export interface Answer {
  readonly outcome: Outcome;
  /** The question as it was understood, when that differs from the one asked; else null. */
  readonly understoodAs: string | null;
  /** BCP 47 tag of the language that the answer is for: `zh-CN`, `zh-TW`, `en`, `ja`, `ko`, ... */
  readonly language: string;
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  /** True when the statements are the article's own sentences, not a model's. */
  readonly quotesOnly: boolean;
  /** Where the statements are quotes, which cannot say it themselves; else null. */
  readonly correction: Correction | null;
  /** The nearest passages, best first, cited; for `not-in-article`. */
  readonly nearest: readonly Citation[];
  /** Questions that the article can answer, in the answer's language; for every outcome but `answered`. Of `unclear`: what could be meant. */
  readonly suggestions: readonly string[];
  /** What was retrieved, best first. */
  readonly hits: readonly Hit[];
  readonly generator: GeneratorName;
  readonly ledger: readonly LedgerEntry[];
  readonly usage: Usage;
}
