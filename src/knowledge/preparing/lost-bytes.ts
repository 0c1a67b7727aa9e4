/** Decides what a lost byte was: by the reading that names it, or by the only word or mark that fits. */
import { toSimplified } from './convert-script.ts';
import { decodeGbk } from './gbk.ts';
import { countWords } from './oddness.ts';
import type { Readings } from './readings.ts';
import type { RunByte } from './restore-bytes.ts';

/** What stands around a damaged run. */
export interface RunContext {
  readonly left: string;
  readonly right: string;
  /** The last byte of the character before the run. */
  readonly byteBefore: number;
  readonly readings: Readings;
}

/** A run put right; `bytes` are in pairs as they make characters, a lost one in square brackets. */
export interface DecidedRun {
  readonly text: string;
  readonly bytes: string;
  readonly reason: string;
}

interface Candidate {
  readonly byte: number;
  readonly character: string;
}

interface Decision extends Candidate {
  readonly reason: string;
}

/** Stands for a character that nothing in the page decides. */
export const undecided = '□';
const punctuation = /[。，、；：？！”’）》]/u;
const sentenceEnd = /[。！？]/u;
const closing = /”/u;
const beside = /^[“‘（《「『”’）》」』]/u;

/** One-character complements of a verb with 得 (跑得快), the commonest first. */
const complements =
  '好多大快高少早远慢低小近深晚满美重久长清真准紧轻稳苦宽远短强严响狠累甜旺实细浅粗忙急险薄厚冷热';

/** The characters of a run of bytes; null where a pair is none, or where both bytes of one are lost. */
export function decideLostBytes(bytes: readonly RunByte[], context: RunContext): DecidedRun | null {
  const pairs = pairUp(bytes, context);
  if (pairs === null) return null;
  const characters = pairs.map(
    (pair) => (pair.candidates.length === 1 ? pair.candidates[0]?.character : null) ?? undecided,
  );
  const values = bytes.map(({ value }) => value);
  const reasons: string[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (pair.lost === null) continue;
    const decision = decide(pair.candidates, pair.reason, characters, index, context);
    characters[index] = decision?.character ?? undecided;
    values[pair.lost] = decision?.byte ?? null;
    reasons.push(decision?.reason ?? 'nothing in the page decides which byte was lost');
  }
  return {
    text: characters.join(''),
    bytes: writeBytes(bytes, values),
    reason: reasons.join('; '),
  };
}

interface Pair {
  readonly candidates: readonly Candidate[];
  /** The index of the lost byte, or null. */
  readonly lost: number | null;
  /** Why the candidates are fewer than all. */
  readonly reason: string | null;
}

function pairUp(bytes: readonly RunByte[], context: RunContext): Pair[] | null {
  const pairs: Pair[] = [];
  for (let index = 0; index < bytes.length; index += 2) {
    const lead = bytes[index]?.value ?? null;
    const trail = bytes[index + 1]?.value ?? null;
    if (lead === null && trail === null) return null;
    const lost = lead === null ? index : trail === null ? index + 1 : null;
    const all = lost === null ? [lead ?? 0] : Array.from({ length: 0xff }, (_, byte) => byte);
    const named = lost === null ? null : nameByReading(bytes, lost, context);
    const candidates = all.flatMap((byte): Candidate[] => {
      const character = lead === null ? decodeGbk(byte, trail ?? 0) : decodeGbk(lead, trail ?? byte);
      return character === null || (named && !named.bytes.has(byte)) ? [] : [{ byte, character }];
    });
    if (candidates.length === 0) return null;
    pairs.push({ candidates, lost, reason: named?.reason ?? null });
  }
  return pairs;
}

/** A reading was put in behind the two bytes of its character, though they were of two characters in truth. */
function nameByReading(bytes: readonly RunByte[], lost: number, context: RunContext) {
  const reading = bytes[lost]?.reading;
  const before = lost === 0 ? context.byteBefore : (bytes[lost - 1]?.value ?? null);
  if (reading === undefined || before === null) return null;
  const named = Array.from({ length: 0xff }, (_, byte) => ({
    byte,
    character: decodeGbk(before, byte),
  })).filter(({ character }) => character !== null && context.readings.get(character)?.has(reading));
  if (named.length === 0) return null;
  const names = named.map(
    ({ byte, character }) => `the reading ${reading} belongs to ${character}, ${hex(before)} ${hex(byte)}`,
  );
  return { bytes: new Set(named.map(({ byte }) => byte)), reason: names.join(' or ') };
}

function decide(
  candidates: readonly Candidate[],
  named: string | null,
  characters: readonly string[],
  index: number,
  context: RunContext,
): Decision | null {
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (only)
    return { ...only, reason: `lost byte ${hex(only.byte)}: ${named ?? 'no other makes a character'}` };
  const left = context.left + characters.slice(0, index).join('');
  const right = characters.slice(index + 1).join('') + context.right;
  return (
    decideByWord(candidates, left, right) ??
    decideByPunctuation(candidates, left, right) ??
    decideByComplement(candidates, left, right)
  );
}

/** The one character that makes a word with its neighbours. */
function decideByWord(candidates: readonly Candidate[], left: string, right: string): Decision | null {
  const ranked = candidates
    .map((candidate) => ({
      ...candidate,
      words: countWords(toSimplified(left + candidate.character + right)),
    }))
    .sort((first, second) => first.words - second.words);
  const [best, next] = ranked;
  if (!best || !next || best.words === next.words) return null;
  const { byte, character } = best;
  return {
    byte,
    character,
    reason: `lost byte ${hex(byte)}: only ${character} makes a word with its neighbours`,
  };
}

/** Beside a quotation mark, and at a line's end, stands a mark, and only one has this byte. */
function decideByPunctuation(candidates: readonly Candidate[], left: string, right: string): Decision | null {
  const isQuoting = left.lastIndexOf('“') > left.lastIndexOf('”');
  const isEnd = right === '' || /^[，。,.;；]/u.test(right);
  const fitting = isEnd
    ? isQuoting
      ? closing
      : right === ''
        ? sentenceEnd
        : null
    : beside.test(right)
      ? punctuation
      : null;
  const [mark, other] = candidates.filter(({ character }) => fitting?.test(character));
  if (!mark || other) return null;
  const place = isEnd ? 'at the end' : `before ${right.charAt(0)}`;
  return { ...mark, reason: `lost byte ${hex(mark.byte)}: only ${mark.character} can stand ${place}` };
}

function decideByComplement(candidates: readonly Candidate[], left: string, right: string): Decision | null {
  if (!left.endsWith('得') || !/^[，。,.；;！!]/u.test(right)) return null;
  for (const complement of complements) {
    const found = candidates.find(({ character }) => toSimplified(character) === complement);
    if (found)
      return { ...found, reason: `lost byte ${hex(found.byte)}: ${complement} is the likeliest after 得` };
  }
  return null;
}

function writeBytes(bytes: readonly RunByte[], values: readonly (number | null)[]): string {
  const written = bytes.map(({ value }, index) => {
    const byte = values[index] ?? null;
    return value === null ? `[${byte === null ? '??' : hex(byte)}]` : hex(value);
  });
  return written
    .map((byte, index) => (index % 2 === 0 ? byte : `${byte} `))
    .join('')
    .trim();
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
