/**
 * Puts right what a wrong decoding did to a page: tools that worked on the bytes of a GBK page, not on its
 * characters, put something between the two bytes of a character. The decoder then lost a byte (`?`), and paired
 * what follows one byte off, so that every character is valid and the run is nonsense. Encoding the run again and
 * pairing its bytes from the lost one on gives back what stood there.
 */
import { encodeGbk } from './gbk.ts';
import { decideLostBytes, undecided } from './lost-bytes.ts';
import { measureOddness } from './oddness.ts';
import {
  dropReadings,
  type Readings,
  readingLengthAt,
  readingTailAt,
  withoutReadingAtEnd,
} from './readings.ts';
import type { Repaired, TextRepair } from './repair.ts';

/** A byte of a damaged run; `value` is null where it was lost. */
export interface RunByte {
  readonly value: number | null;
  /** The reading that was put in behind this byte: it belongs to the character of the byte before and this one. */
  readonly reading?: string;
}

interface Run {
  readonly bytes: readonly RunByte[];
  /** The offset behind the run. */
  readonly end: number;
}

const longestRun = 80;
/** The one byte beyond ASCII that is a character of its own in GBK. */
const euroByte = 0x80;
const contextLength = 12;
/** Room for that context with a reading behind every character. */
const lookBack = 8 * contextLength;
const lostMark = /[?\uFFFD]/u;
const lostMarks = /[?\uFFFD]/gu;
const asciiPunctuation = /[!"#$%&'()*+,\-./:;<=>?]/u;

/** Restores every run of a line that its bytes put right; a `?` that is a question mark stays. */
export function restoreBytes(line: string, readings: Readings): Repaired {
  const repairs: TextRepair[] = [];
  let text = '';
  let copied = 0;
  for (const { index } of line.matchAll(lostMarks)) {
    if (index < copied) continue;
    const before = text.slice(-lookBack) + line.slice(Math.max(copied, index - lookBack), index);
    const restored = restoreRun(before, line, index, readings);
    if (restored === null) continue;
    repairs.push(restored.repair);
    text += line.slice(copied, index) + restored.repair.after;
    copied = restored.end;
  }
  return { text: text + line.slice(copied), repairs };
}

function restoreRun(
  before: string,
  line: string,
  start: number,
  readings: Readings,
): { repair: TextRepair; end: number } | null {
  const byteBefore = encodeGbk([...withoutReadingAtEnd(before)].at(-1) ?? '')?.[1];
  const run = byteBefore === undefined ? null : readRun(line, start);
  if (byteBefore === undefined || run === null) return null;
  const damaged = line.slice(start, run.end);
  if (!looksDamaged(run, damaged)) return null;
  const left = dropReadings(before).text.slice(-contextLength);
  const right = dropReadings(line.slice(run.end, run.end + lookBack)).text.slice(0, contextLength);
  const decided = decideLostBytes(run.bytes, { left, right, byteBefore, readings });
  if (decided === null) return null;
  const { text, bytes, reason } = decided;
  if (!isBetter(text, dropReadings(damaged).text, left, right)) return null;
  return { repair: { step: 'restore-bytes', before: damaged, after: text, bytes, reason }, end: run.end };
}

/** A reading without its character is damage; else a run must have a character that clean text has not. */
function looksDamaged(run: Run, damaged: string): boolean {
  if (run.bytes.some(({ reading }) => reading !== undefined)) return true;
  const { strange, rare } = measureOddness(damaged.replace(/[?!,:;\uFFFD]/gu, ''));
  return strange + rare > 0;
}

/** What was restored has nothing strange in it, no more rare characters than before, and makes words with its neighbours. */
function isBetter(restored: string, damaged: string, left: string, right: string): boolean {
  const own = measureOddness(restored.replaceAll(undecided, ''));
  if (own.strange > 0 || own.rare > measureOddness(damaged).rare) return false;
  return measureOddness(left + restored + right).words < measureOddness(left + damaged + right).words;
}

/** The bytes from a lost one up to where they are even again; null where that never happens. */
function readRun(line: string, start: number): Run | null {
  const bytes: RunByte[] = [];
  let offset = start;
  do {
    const character = line.charAt(offset);
    if (character === '' || offset - start > longestRun) return null;
    const isOdd = bytes.length % 2 === 1;
    const readingLength = readingLengthAt(line, offset);
    if (lostMark.test(character)) {
      const tail = readingTailAt(line, offset + 1);
      if (character === '?' && tail === null && !isLost(line.charAt(offset + 1), isOdd)) return null;
      bytes.push(tail ? { value: null, reading: tail.reading } : { value: null });
      offset += 1 + (tail?.length ?? 0);
    } else if (readingLength > 0) {
      offset += readingLength;
    } else if (isOdd && /[\x40-\x7E€]/u.test(character)) {
      bytes.push({ value: character === '€' ? euroByte : character.charCodeAt(0) });
      offset += 1;
    } else {
      const pair = asciiPunctuation.test(character) ? fullWidthBytes(character) : encodeGbk(character);
      if (pair === null) return null;
      bytes.push({ value: pair[0] }, { value: pair[1] });
      offset += 1;
    }
  } while (bytes.length % 2 === 1);
  return { bytes, end: offset };
}

/**
 * A byte is lost where the next one is no second byte: before a mark that was put in or, at a run's end, before
 * a space, a digit, a mark or the line's end. Any other `?` is a question mark.
 */
function isLost(next: string, isRunsEnd: boolean): boolean {
  return isRunsEnd ? /^[\x20-\x3F]?$/u.test(next) : /^[!,:;]$/u.test(next);
}

/** An ASCII mark inside a run was a full-width one when the bytes were still whole. */
function fullWidthBytes(character: string): readonly [number, number] {
  return [0xa3, 0x80 + character.charCodeAt(0)];
}
