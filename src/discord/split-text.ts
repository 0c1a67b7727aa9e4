/** Cuts text that is too long for one message. */
import { lengthOf } from './limits.ts';

/** What may not be cut: a marker, and a character with the marks and joiners that belong to it. */
const unit = /\[\d+\]|(?:\P{M}|^\p{M})(?:\u200d\P{M}|\u200d|\u200b|\p{M})*/gsu;
const sentenceEnd = /[\n。！？；…]$|[.!?;]["”’)\]]*\s$/u;
const clauseEnd = /[，、,:：\s]$/u;

/**
 * Cuts text into pieces of at most `limit` code points that together are the text (only a single character of more
 * goes past it). A piece ends after a sentence where it can, else after a clause; markers such as `[12]` stay whole.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let units: readonly string[] = text.match(unit) ?? [];
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
  for (const end of [sentenceEnd, clauseEnd])
    for (let count = fitting; count > fitting / 2; count -= 1)
      if (end.test(units.slice(Math.max(0, count - 4), count).join(''))) return count;
  return fitting;
}
