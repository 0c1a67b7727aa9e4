/** The article's sentences that a claim is held against. */
import { findGloss } from '../find-gloss.ts';
import { splitSentences } from '../text/sentences.ts';
import { findContentCharacters, findContentTerms } from './grounding/content.ts';
import type { ShownText } from './grounding/shown-text.ts';

/** A sentence of a passage that was shown. */
export interface CitedSentence {
  /** The passage's number. */
  readonly number: number;
  readonly quote: string;
  /** Its translation into English, where one is kept; never quoted. */
  readonly gloss: string | null;
  /** How much of the claim's content it has, from 0 to 1: its words, its translation's, or its letters. */
  readonly share: number;
}

const sentencesTried = 4;
/** Letters alone say less than words do. */
const byLetters = 0.8;

/** The sentences that have most of a claim's words, best first. */
export function sentencesNearest(claim: string, { article, passages }: ShownText): readonly CitedSentence[] {
  return [...passages]
    .flatMap(([number, { paragraph, start: from, text }]) =>
      splitSentences(text).map(({ start, end }): CitedSentence => {
        const quote = text.slice(start, end).trim();
        const gloss = findGloss(article, { paragraph, start: from + start, end: from + end }, 'en');
        return { number, quote, gloss, share: shareOf(claim, quote, gloss) };
      }),
    )
    .sort((one, other) => other.share - one.share)
    .slice(0, sentencesTried);
}

function shareOf(claim: string, quote: string, gloss: string | null): number {
  const words = findContentTerms(claim);
  const isLatin = !/\p{Script=Han}/u.test(claim);
  const letters = findContentCharacters(claim);
  return Math.max(
    overlap(words, findContentTerms(quote)),
    isLatin && gloss !== null ? overlap(words, findContentTerms(gloss)) : 0,
    byLetters * overlap(letters, findContentCharacters(quote)),
  );
}

function overlap(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  return wanted.size === 0 ? 0 : [...wanted].filter((term) => held.has(term)).length / wanted.size;
}
