import type { Passage } from '../article.ts';
import type { GeneratorName, Outcome, Turn } from './answer.ts';
import type { Usage } from './usage.ts';

/** A passage as it is put before the generator: `number` is its place in this prompt (from 1), never part of its text. */
export interface NumberedPassage {
  readonly number: number;
  readonly passage: Passage;
}

export interface GenerateRequest {
  /** The member's words, as asked. */
  readonly question: string;
  /** The stand-alone question; equal to `question` when it stood alone already. */
  readonly query: string;
  readonly history: readonly Turn[];
  /** BCP 47 tag of the language to answer in. */
  readonly language: string;
  readonly length: 'short' | 'normal' | 'long';
  /** How the server's moderators want it to sound. It reaches the wording, never what is checked. */
  readonly tone?: string;
  readonly passages: readonly NumberedPassage[];
  /** True when `passages` is all of the article. */
  readonly wholeArticle: boolean;
  /** True when a draft before was in another language than `language`. */
  readonly missedLanguage: boolean;
}

/** A statement that nobody has checked yet. */
export interface DraftStatement {
  readonly text: string;
  readonly citations: readonly { readonly passage: number; readonly quote: string }[];
}

/** The parts of a draft, in the order in which they become known. A draft has one outcome, before or after its statements. */
export type DraftPart =
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'statement'; readonly statement: DraftStatement }
  | { readonly type: 'usage'; readonly usage: Usage };

/** Drafts an answer from the passages it is shown. Throws `UpstreamError` when the model fails; stops at once when aborted. */
export interface Generator {
  readonly name: GeneratorName;
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<DraftPart>;
}
