import { parseQuery } from '../retrieval/query.ts';
import { readTerms } from '../retrieval/search-terms.ts';
import { foldText } from '../text/fold.ts';
import type { NumberedPassage } from './generator.ts';

/**
 * A query of fewer terms says too little to tell; of a longer one, this share by weight stands in one passage. Terms are
 * characters and their pairs, or words, which are fewer and tell less by themselves.
 */
const enough = { characters: { terms: 12, share: 0.5 }, words: { terms: 6, share: 0.75 } };
const hasCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether one of the passages has most of what the query asks about, so that the search is no reason for a miss. */
export function isWellFound(query: string, passages: readonly NumberedPassage[]): boolean {
  const { terms } = parseQuery(query);
  const needed = hasCharacters.test(query) ? enough.characters : enough.words;
  if (terms.length < needed.terms) return false;
  const least = needed.share * terms.reduce((sum, { weight }) => sum + weight, 0);
  return passages.some(({ passage }) => {
    const held = new Set(readTerms(foldText(passage.text).text));
    const found = terms.reduce((sum, { term, weight }) => sum + (held.has(term) ? weight : 0), 0);
    return found >= least;
  });
}
