import { findNumbers } from '../text/numbers.ts';
import { tokenise } from '../text/tokenise.ts';

const smallestTelling = 10;

/**
 * Terms for the numbers and months of a text by value, so that 6594万, 6,594万 and 65.94 million are one term and
 * 3月 and March another. Small counts are left out: they stand everywhere.
 */
export function readNumberTerms(text: string): string[] {
  const terms: string[] = [];
  for (const { kind, value, date } of findNumbers(text, { withSmall: false })) {
    if (date !== null) {
      if (date.year !== null) terms.push(`year=${date.year}`);
      if (date.month !== null) terms.push(`month=${date.month}`);
    } else if (value >= smallestTelling || !Number.isInteger(value)) {
      terms.push(`${kind === 'percent' ? 'percent' : 'number'}=${value}`);
    }
  }
  return terms;
}

/** All terms that a text is found by. */
export function readTerms(text: string): string[] {
  return [...tokenise(text).map((token) => token.term), ...readNumberTerms(text)];
}
