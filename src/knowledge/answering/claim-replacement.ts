/** What a claim has in the place of something that the article says: “43” for “34”. */
import type { Article } from '../article.ts';
import type { Citation } from './answer.ts';
import { findCorrection } from './find-correction.ts';
import { findNearCopies } from './grounding/near-copies.ts';

export interface Replacement {
  /** As the claim has it. */
  readonly claimed: string;
  /** As the article, or its translation, has it. */
  readonly found: string;
}

/** More than this in another's place is another sentence, in UTF-16 units. */
const longest = 16;

/** The words of a claim that stand where the cited sentence has others; null where it has none in their place. */
export function replacedIn(
  article: Article,
  claim: string,
  citation: Citation,
  gloss: string | null,
): Replacement | null {
  for (const quote of [citation.quote, ...(gloss === null ? [] : [gloss])]) {
    const number = findCorrection(article, claim, [{ ...citation, quote }]);
    if (number !== null) return { claimed: number.asked, found: number.found };
    const gap = findNearCopies(claim, [quote])
      .flatMap(({ gaps }) => gaps)
      .find(({ said, known }) => isShort(said) && isShort(known) && isNumber(said) === isNumber(known));
    if (gap !== undefined) return { claimed: gap.said, found: gap.known };
  }
  return null;
}

function isShort(words: string): boolean {
  return words !== '' && words.length <= longest;
}

function isNumber(words: string): boolean {
  return /\p{N}/u.test(words);
}
