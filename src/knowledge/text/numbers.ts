/** Numbers and dates in running text, by value, whatever their spelling. */
import { foldDigits } from './fold-digits.ts';
import { findDates } from './number-dates.ts';
import { parseDigits } from './number-digits.ts';
import { parseEnglish, parseHan, parseKorean } from './number-parsers.ts';
import type { DateParts, Reading } from './number-reading.ts';
import { fromExact, toExact } from './number-reading.ts';
import { classifiers, units } from './number-words.ts';

export interface FoundNumber {
  /** UTF-16 offsets of the number with its magnitude and unit. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'count' | 'percent' | 'ordinal' | 'date';
  /** The value with 万, 亿, million … folded in; 30 for 30 %; the most telling part of a date (year, else month, else day). */
  readonly value: number;
  /** The value in units of 10^-20: exact, for comparing. */
  readonly exact: bigint;
  /** `person`, `household`, `yuan`, `year`, `time` …; null where there is none or it counts anything (个). */
  readonly unit: string | null;
  /** The word that counts what has no unit: 个, 条, 项; null elsewhere. */
  readonly counter: string | null;
  /** The parts of a date; null for other kinds. A bare 2017 is both a year and a count. */
  readonly date: DateParts | null;
  /** False for words that are often not meant as a number: 一个, one, 两地, first. */
  readonly certain: boolean;
}

/**
 * Finds every number and date of a text, in order, none overlapping; without `withSmall`, whole numbers below ten are
 * passed over, which is twice as fast. Never throws; linear but for pathological runs.
 */
export function findNumbers(text: string, { withSmall = true } = {}): FoundNumber[] {
  const { folded, offsets } = foldDigits(text);
  const taken = new Uint8Array(folded.length);
  const found: FoundNumber[] = [];
  // A character that folds to several (⑴) is taken whole.
  const endOf = (end: number): number => {
    if (offsets === null) return end;
    let next = end;
    while (offsets[next] === offsets[end - 1]) next += 1;
    return offsets[next] ?? text.length;
  };
  const isTaken = (start: number, end: number): boolean => {
    for (let unit = start; unit < end; unit += 1) if (taken[unit] === 1) return true;
    return false;
  };
  const take = (start: number, end: number, number: Omit<FoundNumber, 'start' | 'end'>) => {
    if (isTaken(start, end)) return;
    taken.fill(1, start, end);
    found.push({ start: offsets === null ? start : (offsets[start] ?? 0), end: endOf(end), ...number });
  };

  for (const { start, end, date } of findDates(folded)) {
    const value = date.year ?? date.month ?? date.day ?? 0;
    take(start, end, {
      kind: 'date',
      value,
      exact: toExact(value),
      unit: null,
      counter: null,
      date,
      certain: true,
    });
  }
  for (const reading of readings(folded, withSmall)) {
    if (!withSmall && isSmall(reading.exact)) continue;
    if (isTaken(reading.start, reading.end)) continue;
    const { end, kind, unit, exact = reading.exact } = readUnit(folded, reading);
    const value = fromExact(exact);
    const bare = kind === 'count' && unit === null && reading.bare && value >= 1000 && value < 2100;
    const date = bare && Number.isInteger(value) ? { year: value, month: null, day: null } : null;
    take(reading.start, end, {
      kind,
      value,
      exact,
      unit,
      counter: kind === 'count' && unit === null ? readCounter(folded, end) : null,
      date,
      certain: reading.certain,
    });
  }
  return found.sort((one, other) => one.start - other.start);
}

const ten = toExact(10);

function isSmall(exact: bigint): boolean {
  return exact < ten && exact % toExact(1) === 0n;
}

function* readings(folded: string, withSmall: boolean): Iterable<Reading> {
  yield* parseHan(folded, withSmall);
  yield* parseDigits(folded);
  yield* parseEnglish(folded);
  yield* parseKorean(folded);
}

function readCounter(folded: string, end: number): string | null {
  const after = folded.charAt(end);
  return classifiers.includes(after) && after !== '' ? after : null;
}

const unitPatterns = units.map(
  ([name, pattern]) => [name, new RegExp(`^[-\\s]?[多余餘来來几]?(?:${pattern})(?![a-z])`)] as const,
);
/** Any of them: most numbers of a text have none, and one pattern is read faster than fifty. */
const anyUnit = new RegExp(`^[-\\s]?[多余餘来來几]?(?:${units.map(([, pattern]) => pattern).join('|')})`);
const percentAfter =
  /^\s?(?:%|％|‰|percent(?:age)?(?![a-z])(?!\s?points?)|per cent|pct|个?成(?![立为了员功本长就])|パーセント|퍼센트|프로(?!젝|그))/;
const moneyBefore = /(?:([¥￥]|rmb|cny)|(us\$|\$|usd))\s?$/;

function readUnit(
  folded: string,
  reading: Reading,
): { end: number; kind: FoundNumber['kind']; unit: string | null; exact?: bigint } {
  const { kind, end } = reading;
  if (kind !== 'count') return { end, kind, unit: null };
  const after = folded.slice(end, end + 24);
  const percent = percentAfter.exec(after);
  if (percent !== null) {
    const [said] = percent;
    const exact = said.endsWith('成') ? reading.exact * 10n : reading.exact;
    return {
      end: end + said.length,
      kind: 'percent',
      unit: null,
      exact: said.endsWith('‰') ? exact / 10n : exact,
    };
  }
  const money = moneyBefore.exec(folded.slice(Math.max(0, reading.start - 5), reading.start));
  if (money !== null) return { end, kind, unit: money[1] === undefined ? 'dollar' : 'yuan' };
  if (!anyUnit.test(after)) return { end, kind, unit: null };
  for (const [unit, pattern] of unitPatterns) {
    const match = pattern.exec(after);
    if (match !== null) return { end: end + match[0].length, kind, unit };
  }
  return { end, kind, unit: null };
}
