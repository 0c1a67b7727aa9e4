/** Words that the index has not, read as the ones it has that are one slip of the finger away. */
import { hashWord } from './read-units.ts';
import type { SearchQuery, SearchTerm } from './search-query.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const canBeCorrected = /^[a-z]{4,20}$/;
/** A guess counts less than what was written. */
const guessWeight = 0.7;
/** Each guess costs some 500 look-ups; a query of many unknown words is in another language, not mistyped. */
const mostCorrected = 8;

/** All words that one missing, added, changed or swapped letter makes of a word. */
function* oneSlipAway(word: string): Iterable<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (after !== '') yield before + after.slice(1);
    if (after.length > 1) yield `${before}${after[1]}${after[0]}${after.slice(2)}`;
    for (const letter of letters) {
      yield before + letter + after;
      if (after !== '') yield before + letter + after.slice(1);
    }
  }
}

/**
 * The query with each unknown Latin word in place of its nearest known one, the commonest of several; `countOf` tells
 * how many texts have a key. Chinese needs none of it: of a mistyped character its neighbours still tell.
 */
export function correctTypos(query: SearchQuery, countOf: (key: number) => number): SearchQuery {
  const corrected = new Map<number, number>();
  let tried = 0;
  const terms = query.terms.map((term): SearchTerm => {
    if (term.kind !== 'word' || !canBeCorrected.test(term.text) || countOf(term.key) > 0) return term;
    tried += 1;
    if (tried > mostCorrected) return term;
    let best = 0;
    let most = 0;
    for (const guess of oneSlipAway(term.text)) {
      const key = hashWord(guess);
      const count = countOf(key);
      if (count > most) [best, most] = [key, count];
    }
    if (most === 0 || query.terms.some(({ key }) => key === best)) return term;
    corrected.set(term.key, best);
    return { ...term, key: best, weight: term.weight * guessWeight };
  });
  if (corrected.size === 0) return query;
  return { ...query, terms, units: query.units.map((unit) => corrected.get(unit) ?? unit) };
}
