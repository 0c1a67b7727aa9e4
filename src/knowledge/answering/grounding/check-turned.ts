import { foldText } from '../../text/fold.ts';
import type { Evidence } from './evidence.ts';

/**
 * “A 卖给 B” for “B 卖给 A”: the letters of a clause of the article, two stretches of them each in the other's place.
 * What only 和 or a comma joins may be turned around.
 */
export function findTurned(statement: string, { paragraphs }: Evidence): string | null {
  const known = paragraphs.flatMap(clauseLetters);
  for (const said of clauseLetters(statement)) {
    if (said.length < fewestTurned || !/\p{Script=Han}/u.test(said)) continue;
    if (known.includes(said)) continue;
    const letters = sorted(said);
    for (const clause of known.filter(({ length }) => length === said.length)) {
      if (sorted(clause) !== letters) continue;
      const turned = findExchangedStretches(said, clause);
      if (turned !== null) return turned;
    }
  }
  return null;
}

const fewestTurned = 6;
const joins = /^(?:.{0,2}[和与及跟同或、《》].{0,2}|)$/u;

/** Letters and the marks of a list, clause by clause. */
function clauseLetters(text: string): string[] {
  return foldText(text)
    .text.split(/[，。；：！？,;:!?\n]/u)
    .map((clause) => clause.replace(/[^\p{L}\p{N}、《》]/gu, ''));
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** The stretch that stands first in the clause of the article and later in the statement; null where it is no exchange. */
function findExchangedStretches(said: string, known: string): string | null {
  let start = 0;
  while (said.charAt(start) === known.charAt(start)) start += 1;
  let end = 0;
  while (said.at(-1 - end) === known.at(-1 - end)) end += 1;
  const [one, other] = [said, known].map((text) => text.slice(start, text.length - end));
  if (one === undefined || other === undefined) return null;
  for (let size = one.length - 2; size > 1; size -= 1) {
    const first = other.slice(0, size);
    if (!one.endsWith(first)) continue;
    for (let last = one.length - size; last > 1; last -= 1) {
      const second = other.slice(-last);
      const between = other.slice(size, -last);
      if (one !== second + between + first) continue;
      const isDated = /\d|年|月|日/u.test(first) || /\d|年|月|日/u.test(second);
      return isDated || joins.test(between) ? null : first;
    }
  }
  return null;
}
