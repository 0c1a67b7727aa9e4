import type { Usage } from './usage.ts';

/** What a verifier makes of one statement. */
export const verdicts = ['supported', 'contradicted', 'not-said'] as const;
export type Verdict = (typeof verdicts)[number];

export interface VerifyRequest {
  /** Statements that the code's own check has passed, each with the article's words that it cites. */
  readonly statements: readonly { readonly text: string; readonly passages: readonly string[] }[];
}

/**
 * A second opinion on statements that have been checked already: it can take away, never add. Gives a verdict for each,
 * in order. Throws `UpstreamError` when a model is needed and fails.
 */
export interface Verifier {
  verify(
    request: VerifyRequest,
    signal: AbortSignal,
  ): Promise<{ readonly verdicts: readonly Verdict[]; readonly usage: Usage }>;
}
