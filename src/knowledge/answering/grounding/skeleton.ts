import { foldText } from '../../text/fold.ts';
import { remember } from '../../text/remember.ts';

/** A text's letters and digits alone, folded: what two spellings of the same words have in common. */
export interface Skeleton {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its character begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Leaves out punctuation, symbols and white space, and folds script, width and case. */
export const makeSkeleton: (original: string) => Skeleton = remember((original) => {
  const folded = foldText(original);
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  for (const character of folded.text) {
    const next = index + character.length;
    if (/[\p{L}\p{N}\p{M}]/u.test(character)) {
      const start = folded.offsets[index] ?? 0;
      let after = next;
      while (folded.offsets[after] === start) after += 1;
      for (let unit = index; unit < next; unit += 1) {
        starts.push(start);
        ends.push(folded.offsets[after] ?? original.length);
      }
      text += character;
    }
    index = next;
  }
  return { text, starts, ends };
});
