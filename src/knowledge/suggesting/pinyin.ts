/** From Chinese words typed as pinyin, in full, begun, or by initials, to the characters that an article has for them. */
import { createRequire } from 'node:module';

// Loaded when pinyin is first typed: its dictionary takes 5 MB.
const require = createRequire(import.meta.url);
type Pinyin = typeof import('pinyin-pro');
const loadPinyin = (): Pinyin => require('pinyin-pro');

/** The characters that letters can stand for, likeliest first, and how likely each is beside the likeliest (0 to 1). */
export type ReadPinyin = (letters: string) => readonly { readonly text: string; readonly share: number }[];

interface Reading {
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
  readonly spelled: string;
  readonly initials: string;
  /** How often the words begin here, more where they are a word's beginning. */
  readonly weight: number;
}

const longestReading = 8;
const mostReadings = 5;
/** More than this many characters are not read: a start takes a second at most. */
const mostRead = 40_000;
const weights = { word: 4, inside: 1 };
/** Full spelling tells more than initials. */
const byInitials = 0.5;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Reads the Chinese words of texts once, when letters first come; `count` says how much each text's words count. Texts are
 * folded. While the dictionary cannot be loaded, as where no file can be opened, letters stand for nothing.
 */
export function createReadPinyin(
  texts: Iterable<{ readonly text: string; readonly count: number }>,
  load = loadPinyin,
): ReadPinyin {
  let readings: readonly Reading[] | null = null;
  return (letters) => {
    const typed = spell(letters);
    if (typed === null) return [];
    if (readings === null) {
      const pinyin = tryTo(load);
      if (pinyin === null) return [];
      readings = readingsOf(texts, pinyin);
    }
    const sums = new Map<string, number>();
    for (const reading of readings) {
      const spelled = reading.spelled.startsWith(typed) ? lengthSpelled(reading, typed.length) : 0;
      const length = spelled > 0 ? spelled : reading.initials.startsWith(typed) ? typed.length : 0;
      if (length === 0 || (spelled === 0 && length === 1)) continue;
      const text = reading.characters.slice(0, length).join('');
      const weight = reading.weight * (spelled > 0 ? 1 : byInitials);
      sums.set(text, (sums.get(text) ?? 0) + weight);
    }
    const found = [...sums].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    const best = found[0]?.[1] ?? 1;
    return found.slice(0, mostReadings).map(([text, weight]) => ({ text, share: weight / best }));
  };
}

/** Letters as syllables are joined: no spaces, apostrophes or tones, `v` for `ü`; null for what cannot be pinyin. */
function spell(letters: string): string | null {
  const plain = letters
    .toLowerCase()
    .replace(/[\s'’0-5-]/g, '')
    .replaceAll('ü', 'v');
  return /^[a-z]+$/.test(plain) ? plain : null;
}

function tryTo(load: () => Pinyin): Pinyin | null {
  try {
    return load();
  } catch {
    return null;
  }
}

function readingsOf(
  texts: Iterable<{ readonly text: string; readonly count: number }>,
  pinyin: Pinyin,
): readonly Reading[] {
  const readings = new Map<string, Reading>();
  let read = 0;
  for (const { text, count } of texts) {
    for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
      read += run.length;
      if (read > mostRead) return [...readings.values()];
      addReadings(run, count, readings, pinyin);
    }
  }
  return [...readings.values()];
}

function addReadings(run: string, count: number, readings: Map<string, Reading>, { pinyin }: Pinyin): void {
  const characters = [...run];
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
  const starts = wordStarts(run);
  let unit = 0;
  for (const [index, character] of characters.entries()) {
    const some = characters.slice(index, index + longestReading);
    const key = some.join('');
    const ofSome = syllables.slice(index, index + longestReading);
    const weight = count * (starts.has(unit) ? weights.word : weights.inside);
    const known = readings.get(key);
    readings.set(key, {
      characters: some,
      syllables: ofSome,
      spelled: ofSome.join(''),
      initials: ofSome.map((syllable) => syllable[0] ?? '').join(''),
      weight: weight + (known?.weight ?? 0),
    });
    unit += character.length;
  }
}

function wordStarts(run: string): ReadonlySet<number> {
  return new Set([...segmenter.segment(run)].map(({ index }) => index));
}

/** Over how many characters so many letters reach. */
function lengthSpelled({ syllables }: Reading, letters: number): number {
  let left = letters;
  let length = 0;
  for (const syllable of syllables) {
    if (left <= 0) break;
    left -= syllable.length;
    length += 1;
  }
  return length;
}
