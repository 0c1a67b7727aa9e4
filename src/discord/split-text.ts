/** Cuts text that is too long for one message. */
import { lengthOf } from './limits.ts';

/** What may not be cut: a marker, an escaped character, a character with what belongs to it. */
const unit = /\[\d+\]|\\\P{L}\p{M}*|\P{M}[\p{M}\u200d\ufe0f]*|\p{M}/gsu;
const goodEnd = /[\n。！？!?；;…]$|[.!?]["”’)\]]*\s$/u;
const fairEnd = /[，,、：:\s]$/u;

/**
 * Cuts text into pieces of at most `limit` code points that together are the text. A piece ends after a sentence
 * where it can, else after a clause; markers such as `[12]` and escaped characters are never cut.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let units = text.match(unit) ?? [];
  while (units.length > 0) {
    const fitting = countFitting(units, limit);
    const count = fitting === units.length ? fitting : niceEnd(units, fitting);
    pieces.push(units.slice(0, count).join(''));
    units = units.slice(count);
  }
  return pieces;
}

function countFitting(units: readonly string[], limit: number): number {
  let length = 0;
  for (const [index, one] of units.entries()) {
    length += lengthOf(one);
    if (length > limit) return Math.max(index, 1);
  }
  return units.length;
}

/** The number of units up to the last good place to cut in the second half, or all that fit. */
function niceEnd(units: readonly string[], fitting: number): number {
  for (const end of [goodEnd, fairEnd])
    for (let count = fitting; count > fitting / 2; count -= 1)
      if (end.test(units.slice(Math.max(0, count - 4), count).join(''))) return count;
  return fitting;
}
