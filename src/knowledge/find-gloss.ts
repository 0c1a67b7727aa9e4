/** The translation kept beside the article's words, for readers of another language than the article's. */
import type { Passage } from './article.ts';
import type { ArticleText } from './article-versions.ts';
import { type SentenceRange, splitSentences } from './text/sentences.ts';

/** A place in the article: UTF-16 offsets in a paragraph. */
interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** What glosses are written in. */
const glossLanguage = 'en';
/** Sentence and translation take about the same share of their texts; beyond this factor they are not a pair. */
const mostUneven = 2.5;

/**
 * A translation into English of the words at a place: of the sentences that they are in where passage and gloss have
 * sentence for sentence, else of their whole passages. Null where there is none, and for readers of the article's own
 * language (BCP 47). It helps reading and is never the article's own words.
 */
export function findGloss(article: ArticleText, place: Place, language: string): string | null {
  const own = primary(article.language);
  if (primary(language) === own || own === glossLanguage) return null;
  const passages = article.passages.filter(
    ({ paragraph, start, end }) => paragraph === place.paragraph && start < place.end && end > place.start,
  );
  const glosses = passages.map((passage) => glossIn(article, passage, place));
  return glosses.every((gloss) => gloss === null) ? null : glosses.map((gloss) => gloss ?? '…').join(' ');
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}

function glossIn({ enrichment }: ArticleText, passage: Passage, place: Place): string | null {
  const gloss = enrichment.find((one) => one.passage === passage.id)?.gloss ?? null;
  if (gloss === null) return null;
  const sentences = splitSentences(passage.text);
  const translated = splitSentences(gloss);
  if (!arePairs(sentences, passage.text.length, translated, gloss.length)) return gloss;
  return translated
    .filter((_, index) => isTouched(sentences[index], passage.start, place))
    .map(({ start, end }) => gloss.slice(start, end).trim())
    .join(' ');
}

function arePairs(
  sentences: readonly SentenceRange[],
  length: number,
  translated: readonly SentenceRange[],
  translatedLength: number,
): boolean {
  if (sentences.length !== translated.length) return false;
  return sentences.every((sentence, index) => {
    const share = lengthOf(sentence) / length;
    const translatedShare = lengthOf(translated[index]) / translatedLength;
    return share < mostUneven * translatedShare && translatedShare < mostUneven * share;
  });
}

function lengthOf(range: SentenceRange | undefined): number {
  return range === undefined ? 0 : range.end - range.start;
}

function isTouched(sentence: SentenceRange | undefined, offset: number, { start, end }: Place): boolean {
  return sentence !== undefined && offset + sentence.start < end && offset + sentence.end > start;
}
