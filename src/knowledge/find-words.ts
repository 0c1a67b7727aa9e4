/** Where the words of a query stand in a text, and what to show of a text that is too long. */
import { readSearchQuery } from './retrieval/search-query.ts';
import { findNumbers } from './text/numbers.ts';
import { tokenise } from './text/tokenise.ts';

/** UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds a query's words in texts, in order and apart from each other. */
export type FindWords = (text: string) => readonly Span[];

/**
 * Reads a query once. Script, width, case and English endings do not matter, numbers are found by their value, and
 * what only makes it a question is not looked for. Never throws.
 */
export function createFindWords(query: string): FindWords {
  const { terms } = readSearchQuery(query);
  const known = new Set(terms.map(({ text }) => text));
  const values = new Set(findNumbers(query, { withSmall: false }).map(({ exact }) => exact));
  // A single character of a longer word would be found everywhere.
  const pairs = terms.filter(({ kind }) => kind === 'pair').map(({ text }) => text);
  const isPart = (term: string): boolean => pairs.some((pair) => pair.includes(term));
  return (text) => {
    const words = tokenise(text).filter(
      ({ term, kind }) => known.has(term) && (kind !== 'character' || !isPart(term)),
    );
    const numbers =
      values.size === 0
        ? []
        : findNumbers(text, { withSmall: false }).filter(({ exact }) => values.has(exact));
    return joinSpans([...words, ...numbers]);
  };
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * The stretch of at most `length` UTF-16 units that holds most of what was found, in the middle where it can be. Its
 * ends cut no character; without anything found it is the beginning.
 */
export function chooseStretch(text: string, found: readonly Span[], length: number): Span {
  if (text.length <= length) return { start: 0, end: text.length };
  const foundFrom = (start: number): readonly Span[] =>
    found.filter((span) => span.start >= start && span.end <= start + length);
  const weigh = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let best: readonly Span[] = [];
  for (const { start } of found) {
    const held = foundFrom(start);
    if (weigh(held) > weigh(best)) best = held;
  }
  const first = best.at(0)?.start ?? 0;
  const last = best.at(-1)?.end ?? 0;
  const margin = Math.floor((length - (last - first)) / 2);
  const start = best.length === 0 ? 0 : Math.max(0, Math.min(first - margin, text.length - length));
  return { start: afterHalf(text, start), end: beforeHalf(text, Math.min(text.length, start + length)) };
}

function afterHalf(text: string, index: number): number {
  return isInCharacter(text, index) ? index + 1 : index;
}

function beforeHalf(text: string, index: number): number {
  return isInCharacter(text, index) ? index - 1 : index;
}

function isInCharacter(text: string, index: number): boolean {
  return (
    /^[\uDC00-\uDFFF]/.test(text.slice(index, index + 1)) && /[\uD800-\uDBFF]$/.test(text.slice(0, index))
  );
}
