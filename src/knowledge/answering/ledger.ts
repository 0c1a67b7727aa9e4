/** The ledger of an answer: for each statement of a draft what was proposed, what the check found, and what became of it. */

/** Where words stand in the article: UTF-16 offsets in the paragraph's text. */
export interface Place {
  readonly paragraph: number;
  /** Id of the passage in which they begin. */
  readonly passage: string;
  readonly start: number;
  readonly end: number;
}

/** Words that were found, but not letter for letter in the passage that was named: the article's own are shown. */
type Repair = 'folded' | 'other-passage' | 'part-of-quote';
export type QuoteFault = 'quote-not-found' | 'quote-too-short' | 'quote-too-long';

/** One citation as a draft proposed it, and what the check found. */
export interface CheckedCitation {
  /** The passage's number in the prompt, as the draft gave it. */
  readonly passage: number;
  readonly quote: string;
  readonly finding: 'word-for-word' | Repair | QuoteFault;
  /** Where the words stand; null where they were not found. It follows from the words, never from `passage`. */
  readonly place: Place | null;
}

/** What became of one statement of a draft. */
export interface LedgerEntry {
  /** What is shown of it; of a dropped one what it said. */
  readonly text: string;
  readonly citations: readonly CheckedCitation[];
  /** The places that it rests on, widened to the numbers that it has; none when dropped. */
  readonly places: readonly Place[];
  readonly status: 'verified' | 'repaired' | 'dropped';
  /** Why it was dropped, or how it was repaired; null when verified. */
  readonly reason: string | null;
}
