/** Pinyin readings that a machine put into a text behind its characters: 攻堅(jiān). */
import { countRepairs, type Repaired, type TextRepair } from './repair.ts';

const syllable = '(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng?|r)?';
const bracketed = `[(（](${syllable})[)）]`;

/** A character and its reading. */
const annotated = new RegExp(`(\\p{Script=Han})${bracketed}`, 'gu');
const readingHere = new RegExp(bracketed, 'uy');
const readingBefore = new RegExp(`${bracketed}$`, 'u');
const readingTail = new RegExp(`(${syllable})[)）]`, 'uy');

const fewestReadings = 10;
const charactersForOne = 60;

/** The readings that a page gives its characters. */
export type Readings = ReadonlyMap<string, ReadonlySet<string>>;

/** Every character that the page gives a reading, with its readings. */
export function collectReadings(text: string): Readings {
  const readings = new Map<string, Set<string>>();
  for (const [, character = '', reading = ''] of text.matchAll(annotated)) {
    readings.set(character, (readings.get(character) ?? new Set()).add(reading));
  }
  return readings;
}

/**
 * True when readings stand all over a page, so that a machine has put them there. One here and there is the
 * author's own.
 */
export function isAnnotated(text: string): boolean {
  const readings = [...text.matchAll(annotated)].length;
  const characters = [...text.matchAll(/\p{Script=Han}/gu)].length;
  return readings >= fewestReadings && readings * charactersForOne >= characters;
}

/** The text without its readings. */
export function dropReadings(text: string): Repaired {
  const repairs: TextRepair[] = [];
  const dropped = text.replace(annotated, (before: string, character: string) => {
    repairs.push({ step: 'drop-readings', before, after: character });
    return character;
  });
  return { text: dropped, repairs: countRepairs(repairs) };
}

/** The length of the reading in brackets that begins at an offset; 0 where none does. */
export function readingLengthAt(text: string, offset: number): number {
  readingHere.lastIndex = offset;
  return readingHere.exec(text)?.[0].length ?? 0;
}

/** The reading that begins at an offset, its opening bracket lost; null where none does. */
export function readingTailAt(text: string, offset: number): { reading: string; length: number } | null {
  readingTail.lastIndex = offset;
  const match = readingTail.exec(text);
  return match?.[1] === undefined ? null : { reading: match[1], length: match[0].length };
}

/** The text up to an offset without the reading that ends there. */
export function withoutReadingAtEnd(text: string): string {
  return text.replace(readingBefore, '');
}
