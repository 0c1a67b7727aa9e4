import { findNumbers } from '../../text/numbers.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Fewer letters and digits than this are shown with their clause. */
const shortest = 6;
const clauseEnd = /[，。；：！？、,;:!?\n]/u;

/**
 * Widens a quote's range, within `bounds`, to whole numbers and whole Latin words, a very short one to its clause,
 * and closes a quotation mark or bracket that it opens.
 */
export function snapRange(text: string, range: Range, bounds: Range): Range {
  let { start, end } = range;
  if ([...text.slice(start, end)].length < shortest) {
    while (start > bounds.start && !clauseEnd.test(text.charAt(start - 1))) start -= 1;
    while (end < bounds.end && !clauseEnd.test(text.charAt(end))) end += 1;
  }
  for (const number of findNumbers(text)) {
    if (number.start < end && number.end > start) {
      start = Math.min(start, number.start);
      end = Math.max(end, number.end);
    }
  }
  const latin = /[\p{Script=Latin}\p{M}]/u;
  while (start > bounds.start && latin.test(text.charAt(start)) && latin.test(text.charAt(start - 1)))
    start -= 1;
  while (end < bounds.end && latin.test(text.charAt(end - 1)) && latin.test(text.charAt(end))) end += 1;
  start = Math.max(bounds.start, start);
  end = Math.min(bounds.end, end);
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return closePairs(text, { start, end }, bounds);
}

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
];

function closePairs(text: string, range: Range, bounds: Range): Range {
  const slice = text.slice(range.start, range.end);
  for (const [open, close] of pairs) {
    const opened = slice.split(open).length;
    const closed = slice.split(close).length;
    if (opened > closed && range.end < bounds.end && text.charAt(range.end) === close) {
      return { start: range.start, end: range.end + 1 };
    }
    if (closed > opened && range.start > bounds.start && text.charAt(range.start - 1) === open) {
      return { start: range.start - 1, end: range.end };
    }
  }
  return range;
}
