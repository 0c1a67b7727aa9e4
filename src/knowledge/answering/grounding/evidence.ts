import type { Article, Passage } from '../../article.ts';
import type { Place } from '../ledger.ts';

/** All that a statement may rest on: the passages in which its quotes were found, and what is kept beside them. */
export interface Evidence {
  readonly article: Article;
  readonly places: readonly Place[];
  /** The cited passages, in order of citation. */
  readonly passages: readonly Passage[];
  /** The article's own words there. */
  readonly texts: readonly string[];
  /** All of the paragraphs in which they stand. */
  readonly paragraphs: readonly string[];
  /** The quotes alone. */
  readonly quotes: readonly string[];
  /** Translations of the passages: for comparing words across languages only, never shown as the article. */
  readonly glosses: readonly string[];
  /** The headings above the passages, and the everyday words kept beside them. */
  readonly aliases: readonly string[];
  /** The questions kept beside the passages. */
  readonly questions: readonly string[];
}

/** Gathers what stands at the places where a statement's quotes were found. */
export function gatherEvidence(article: Article, places: readonly Place[]): Evidence {
  const passages = article.passages.filter((passage) =>
    places.some(
      (place) =>
        place.paragraph === passage.paragraph && place.start < passage.end && place.end > passage.start,
    ),
  );
  const ids = new Set(passages.map(({ id }) => id));
  const enrichment = article.enrichment.filter(({ passage }) => ids.has(passage));
  const headings = passages.map(({ paragraph }) => article.paragraphs[paragraph]?.heading ?? '');
  return {
    article,
    places,
    passages,
    texts: passages.map(({ text }) => text),
    paragraphs: [...new Set(places.map(({ paragraph }) => article.paragraphs[paragraph]?.text ?? ''))],
    quotes: places.map((place) => sliceOf(article, place)),
    glosses: enrichment.flatMap(({ gloss }) => (gloss === null ? [] : [gloss])),
    aliases: [...new Set(headings), ...enrichment.flatMap(({ aliases }) => aliases)].filter(
      (text) => text !== '',
    ),
    questions: enrichment.flatMap(({ questions }) => Object.values(questions).flat()),
  };
}

/** The article's own words at a place. */
export function sliceOf(article: Article, { paragraph, start, end }: Place): string {
  return article.paragraphs[paragraph]?.text.slice(start, end) ?? '';
}
