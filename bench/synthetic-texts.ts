/** Texts without end in which words are as frequent as in natural ones (Zipf), the same in each run. */

/** `han`: no spaces, words of one to four characters; `spaced`: words with spaces between them. */
export type Script = 'han' | 'spaced';

export const scripts: readonly Script[] = ['han', 'spaced'];

const vocabularySize = 300_000;
/** Zipf-Mandelbrot: the word of rank r has a share of 1 / (r + shift) ** steepness. */
const steepness = 1.05;
const shift = 2.7;
const commonCharacters = 4_000;
const syllables = 'ka ren to mi sol ver dan li pre ston qua be ral ous hin ty fel com ja er ing u'.split(' ');

const longestSentence = 22;
const wordsInText = { han: { least: 40, most: 130 }, spaced: { least: 30, most: 100 } } as const;

export interface TextSource {
  /** A text of some sentences. */
  next(): string;
  /** A question in words of a text: two short runs of it. */
  ask(text: string): string;
}

export function createTextSource(script: Script, seed = 1): TextSource {
  const random = createRandom(seed);
  const words = Array.from({ length: vocabularySize }, (_, rank) => spellWord(script, rank));
  const drawWord = createZipf(vocabularySize, random);
  const between = script === 'han' ? '' : ' ';
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

  function makeSentence(length: number): string {
    const drawn = Array.from({ length }, () => words[drawWord()] ?? '');
    const comma = whole(3, longestSentence);
    if (comma < length) drawn[comma] = `${script === 'han' ? '，' : ', '}${drawn[comma] ?? ''}`.trimEnd();
    if (random() < 0.2) drawn.push(`${whole(1, 20_000)}`);
    return `${drawn.join(between).replaceAll(' ,', ',')}${script === 'han' ? '。' : '. '}`;
  }

  return {
    next() {
      const { least, most } = wordsInText[script];
      const sentences: string[] = [];
      for (let left = whole(least, most); left > 0; ) {
        const length = Math.min(left, whole(5, longestSentence));
        sentences.push(makeSentence(length));
        left -= length;
      }
      return sentences.join('').trim();
    },
    ask(text) {
      const units = script === 'han' ? [...text] : text.split(' ');
      const length = script === 'han' ? 6 : 4;
      const run = (): string => {
        const start = whole(0, Math.max(0, units.length - length));
        return units.slice(start, start + length).join(between);
      };
      return script === 'han' ? `${run()}的${run()}是什么？` : `What is the ${run()} of ${run()}?`;
    },
  };
}

/** Numbers from 0 to 1 without 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws ranks, 0 the most frequent. */
function createZipf(size: number, random: () => number): () => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1 + shift) ** steepness;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The word of a rank: frequent words are short, and characters are as unevenly used as words are. */
function spellWord(script: Script, rank: number): string {
  const random = createRandom(rank + 1);
  const pick = (size: number): number => Math.floor(size ** random()) - 1;
  if (script === 'han') {
    const long = rank < 150 ? 1 : 2 + (random() < 0.3 ? 1 : 0) + (random() < 0.1 ? 1 : 0);
    const length = rank > 10_000 && long === 2 && random() < 0.5 ? 3 : long;
    return Array.from({ length }, () => String.fromCodePoint(0x4e00 + pick(commonCharacters))).join('');
  }
  const length = rank < 150 ? 1 : 2 + Math.floor(random() * 3);
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join('');
}
