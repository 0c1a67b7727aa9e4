import type { CollectedStatements } from './collect-statements.ts';

/** How far the answering of a question has come. */
export type Progress =
  | { readonly stage: 'searching' }
  /** `paragraphs` in order of the article; null when all of it is read. */
  | { readonly stage: 'reading'; readonly paragraphs: readonly number[] | null }
  /** All statements that stand so far, each checked. */
  | ({ readonly stage: 'answering' } & Pick<CollectedStatements, 'statements' | 'citations'>);

export type OnProgress = (progress: Progress) => void;
