/** What stands before and after something in a text, in terms that can be compared. */
import { findContentCharacters, findContentTerms } from './content.ts';

interface Context {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** The context of a range of a text, at most `reach` units each way and not beyond `stop`. */
export function readContext(
  text: string,
  range: { readonly start: number; readonly end: number },
  reach: number,
  stop: RegExp,
): Context {
  const before =
    text
      .slice(Math.max(0, range.start - reach), range.start)
      .split(stop)
      .at(-1) ?? '';
  const after = text.slice(range.end, range.end + reach).split(stop)[0] ?? '';
  return { before: findTerms(before), after: findTerms(after) };
}

/** A side of one word, or one letter, is known by its letters as well: 72个村. */
const fewTerms = 2;

function findTerms(text: string): ReadonlySet<string> {
  const terms = findContentTerms(text);
  return terms.size < fewTerms ? terms.union(findContentCharacters(text)) : terms;
}

/** How alike two contexts are: what stands on the same side counts whole, across sides half. */
export function compareContexts(one: Context, other: Context): number {
  return (
    countShared(one.after, other.after) +
    countShared(one.before, other.before) +
    countShared(one.before, other.after) / 2
  );
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const term of one) if (other.has(term)) count += 1;
  return count;
}
