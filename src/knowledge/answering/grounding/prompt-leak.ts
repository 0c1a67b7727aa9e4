import { systemPrompt } from '../prompt.ts';
import { findLongestRun } from './longest-run.ts';
import { makeSkeleton } from './skeleton.ts';

/** So many letters in a row are no accident: about six words. */
const longestChance = 28;
const instructions = makeSkeleton(systemPrompt).text;

/** Whether a text repeats a stretch of the fixed instructions. */
export function repeatsPrompt(text: string): boolean {
  return findLongestRun(makeSkeleton(text).text, instructions).length > longestChance;
}
