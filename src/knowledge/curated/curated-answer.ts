/** What moderators wrote or pinned for a question, and the answer that it makes. */
import type { Answer, Citation } from '../answering/answer.ts';
import { noUsage } from '../answering/usage.ts';
import type { Article, Passage } from '../article.ts';
import type { Hit } from '../retrieval/retriever.ts';

export interface Curated {
  /** In the moderators' words; null where the article is to answer from what they pinned. */
  readonly answer: string | null;
  /** Numbers of paragraphs of the article as it is. */
  readonly pins: readonly number[];
}

/** A paragraph that was pinned, as it was then. */
interface PinnedParagraph {
  readonly paragraph: number;
  readonly text: string;
}

/** Where the pinned paragraphs stand in this article, and those that it has no more, or not in the same words. */
export function remapPins(
  pins: readonly PinnedParagraph[],
  { paragraphs }: Article,
): { readonly found: readonly number[]; readonly stale: readonly PinnedParagraph[] } {
  const placeOf = ({ paragraph, text }: PinnedParagraph): number =>
    paragraphs[paragraph]?.text === text ? paragraph : paragraphs.findIndex((other) => other.text === text);
  return {
    found: [...new Set(pins.map(placeOf).filter((place) => place > 0))],
    stale: pins.filter((pin) => placeOf(pin) <= 0),
  };
}

/** The moderators' answer, a statement a line, with the beginning of each pinned paragraph as its citation. */
export function composeCurated(
  text: string,
  pins: readonly number[],
  { article, language }: { readonly article: Article; readonly language: string },
): Answer {
  const citations = passagesOf(pins, article)
    .filter(({ paragraph }, index, all) => all.findIndex((other) => other.paragraph === paragraph) === index)
    .map(({ id, paragraph, start, end, text: quote }, index): Citation => {
      return { marker: index + 1, paragraph, passage: id, start, end, quote };
    });
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const markers = citations.map(({ marker }) => marker);
  return {
    outcome: 'answered',
    understoodAs: null,
    language,
    statements: lines.map((line, index) => ({
      text: line,
      markers: index === lines.length - 1 ? markers : [],
    })),
    citations,
    quotesOnly: false,
    correction: null,
    ...{ nearest: [], suggestions: [], hits: [], ledger: [] },
    generator: 'moderators',
    usage: noUsage,
  };
}

/** What was found, with the pinned passages before all else. */
export function putPinnedFirst(
  hits: readonly Hit[],
  pins: readonly number[],
  article: Article,
): readonly Hit[] {
  const pinned = passagesOf(pins, article);
  const score = (hits[0]?.score ?? 0) + 1;
  return [
    ...pinned.map((passage) => ({ passage, score, terms: [] })),
    ...hits.filter(({ passage }) => !pinned.includes(passage)),
  ];
}

function passagesOf(pins: readonly number[], { passages }: Article): Passage[] {
  return pins.flatMap((pin) => passages.filter(({ paragraph }) => paragraph === pin));
}
