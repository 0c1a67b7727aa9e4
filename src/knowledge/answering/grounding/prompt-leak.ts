import { plannerInstructions } from '../planner-prompt.ts';
import { canary, systemPrompt } from '../prompt.ts';
import { makeSkeleton } from './skeleton.ts';

/** So many letters in a row are no accident: about six words. */
const telling = 29;
const stretches = new Set([systemPrompt, plannerInstructions].map(lettersOf).flatMap(stretchesOf));
const mark = lettersOf(canary);

/** Whether a text repeats a stretch of the fixed instructions, or their canary, forwards or backwards. */
export function repeatsPrompt(text: string): boolean {
  const letters = lettersOf(text);
  return [letters, [...letters].reverse().join('')].some(
    (reading) => reading.includes(mark) || stretchesOf(reading).some((stretch) => stretches.has(stretch)),
  );
}

function stretchesOf(letters: string): string[] {
  const count = Math.max(0, letters.length - telling + 1);
  return Array.from({ length: count }, (_, start) => letters.slice(start, start + telling));
}

function lettersOf(text: string): string {
  return makeSkeleton(text).text;
}
