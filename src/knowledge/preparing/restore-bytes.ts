/**
 * Puts right what a wrong decoding did to a page: tools that worked on the bytes of a GBK page, not on its
 * characters, put something between the two bytes of a character. The decoder then lost a byte (`?`), and paired
 * what follows one byte off, so that every character is valid and the run is nonsense. Encoding the run again and
 * pairing its bytes from the lost one on gives back what stood there.
 */
import { encodeGbk } from './gbk.ts';
import { decideLostBytes } from './lost-bytes.ts';
import { isOdder } from './oddness.ts';
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
  const characterBefore = [...withoutReadingAtEnd(before)].at(-1) ?? '';
  const bytesBefore = encodeGbk(characterBefore);
  if (bytesBefore === null) return null;
  const run = readRun(line, start);
  if (run === null) return null;
  const left = dropReadings(before).text.slice(-contextLength);
  const right = dropReadings(line.slice(run.end, run.end + 4 * contextLength)).text.slice(0, contextLength);
  const decided = decideLostBytes(run.bytes, { left, right, byteBefore: bytesBefore[1], readings });
  if (decided === null) return null;
  const damaged = line.slice(start, run.end);
  if (!isOdder(left + dropReadings(damaged).text + right, left + decided.text + right)) return null;
  const { text, bytes, reason } = decided;
  return { repair: { step: 'restore-bytes', before: damaged, after: text, bytes, reason }, end: run.end };
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
      bytes.push(tail ? { value: null, reading: tail.reading } : { value: null });
      offset += 1 + (tail?.length ?? 0);
    } else if (readingLength > 0) {
      offset += readingLength;
    } else if (isOdd && /[\x40-\x7E]/.test(character)) {
      bytes.push({ value: character.charCodeAt(0) });
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

/** An ASCII mark inside a run was a full-width one when the bytes were still whole. */
function fullWidthBytes(character: string): readonly [number, number] {
  return [0xa3, 0x80 + character.charCodeAt(0)];
}
