/** He and she, after a question about the author, are the author. */
import { readFieldLabels } from '../retrieval/field-labels.ts';
import { foldText } from '../text/fold.ts';
import { removeLeadIn } from './lead-in.ts';

/** The words for him or her, with what stands in their place; first those that say whose something is. */
const pronouns: readonly (readonly [RegExp, string])[] = [
  [/他(?![们人])|她(?!们)/u, '作者'],
  [/彼女?(?!ら)/u, '著者'],
  [/\b(?:his|her)(?= \w)/iu, "the author's"],
  [/\b(?:he|she|him)\b/iu, 'the author'],
  [/그(?:녀|분)?(?=의|는|가|[ ])/u, '저자'],
];

/** A question with the author in place of him or her, where the question before was about the author; else null. */
export function nameAuthor(question: string, before: string): string | null {
  const { fields } = readFieldLabels(foldText(before).text);
  if (!fields.has('author') && !fields.has('authorNote')) return null;
  for (const [pronoun, author] of pronouns) {
    if (pronoun.test(question)) return removeLeadIn(question).replace(pronoun, author);
  }
  return null;
}
