import type { Passage } from '../article.ts';

/** One term of the query that a passage was found by. */
export interface MatchedTerm {
  readonly term: string;
  /** Where it stood: the passage's own text, its heading, or what is kept beside it to help finding. */
  readonly field: 'text' | 'heading' | 'gloss' | 'aliases' | 'questions' | 'label';
  readonly score: number;
}

/** One part of a score: the parts of a hit add up to it. */
export interface ScorePart {
  readonly name:
    | 'text'
    | 'sentence'
    | 'learned'
    | 'paragraph'
    | 'heading'
    | 'gloss'
    | 'aliases'
    | 'questions'
    | 'likeness'
    | 'label'
    | 'unnamed'
    | 'meaning';
  readonly score: number;
}

/** A passage with its score; higher is better, comparable within one query only. */
export interface Hit {
  readonly passage: Passage;
  readonly score: number;
  readonly terms: readonly MatchedTerm[];
  /** What the words, the sentence, the fields and so on each added; a retriever that knows no parts leaves it out. */
  readonly parts?: readonly ScorePart[];
}

/** Finds the passages of one article that are nearest to a query. Never throws on any string; an empty query gives no hits. */
export interface Retriever {
  retrieve(query: string, settings: { limit: number }): Promise<readonly Hit[]>;
}
