import { findNumbers } from '../../../src/knowledge/text/numbers.ts';

/** The numbers of a text in one line each: `words = value unit-or-kind date`. */
export function readNumbers(text: string): string[] {
  return findNumbers(text).map(({ start, end, value, kind, unit, date, certain }) => {
    const parts =
      date === null ? '' : ` ${[date.year, date.month, date.day].map((part) => part ?? '?').join('-')}`;
    const label = kind === 'count' ? (unit ?? '') : kind;
    return `${text.slice(start, end)} = ${value}${label === '' ? '' : ` ${label}`}${parts}${certain ? '' : ' (uncertain)'}`;
  });
}
