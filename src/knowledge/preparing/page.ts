/** A page as text: what every format is read into before the article is found in it. */
import type { TextRepair } from './repair.ts';

/** One line of a page: a heading, a paragraph, or something that is not of the article. */
export interface PageLine {
  /** `heading` where the page's format says so; in plain text every line is `text`. */
  readonly kind: 'heading' | 'text';
  readonly text: string;
  readonly repairs: readonly TextRepair[];
}

/** What a page says of itself outside its text (in HTML's head, in front matter); empty where it does not. */
export interface PageHints {
  readonly title: string;
  readonly author: string;
  readonly journal: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly sourceUrl: string;
  readonly keywords: readonly string[];
}

export interface PageText {
  readonly lines: readonly PageLine[];
  readonly hints: PageHints;
}

export const noHints: PageHints = {
  title: '',
  author: '',
  journal: '',
  publishedAt: '',
  language: '',
  sourceUrl: '',
  keywords: [],
};
