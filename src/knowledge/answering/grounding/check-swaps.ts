import { foldText } from '../../text/fold.ts';
import { type FoundNumber, findNumbers } from '../../text/numbers.ts';
import { agrees } from './check-numbers.ts';
import { compareContexts, readContext } from './contexts.ts';
import { isDenied } from './denial.ts';
import type { Evidence } from './evidence.ts';

const reachOfHan = 14;
const reachOfWords = 48;
const clauseStop = /[，。；：、！？,;:!?\n()（）]|\d[\d,.]*|\band\b|\bwhile\b/u;
/** By how much another number's place must suit better before this number is held to be in the wrong place. */
const margin = 2;

/**
 * Finds a number or date that stands in the cited paragraphs, but where the statement's words around it are those of another
 * number there: two numbers exchanged between two facts. Returns the number's spelling, or null.
 */
export function findSwappedNumber(statement: string, evidence: Evidence): string | null {
  const sources = [...evidence.paragraphs, ...evidence.glosses].map((original) => {
    const source = foldText(original).text;
    return { source, numbers: findNumbers(source) };
  });
  const text = foldText(statement).text;
  for (const number of findNumbers(text)) {
    if (!number.certain || isDenied(text, number)) continue;
    const verdicts = sources.map(({ source, numbers }) => judge(text, number, source, numbers));
    if (verdicts.includes('swapped') && !verdicts.includes('right'))
      return text.slice(number.start, number.end);
  }
  return null;
}

function judge(
  text: string,
  number: FoundNumber,
  source: string,
  known: readonly FoundNumber[],
): 'right' | 'swapped' | 'unknown' {
  const own = known.filter((other) => agrees(number, other));
  const others = known.filter(
    (other) => !own.includes(other) && other.certain && (other.date === null) === (number.date === null),
  );
  if (own.length === 0 || others.length === 0) return 'unknown';
  const reach = /\p{Script=Han}/u.test(source) ? reachOfHan : reachOfWords;
  const context = readContext(text, number, reach, clauseStop);
  const likeness = (other: FoundNumber) =>
    compareContexts(context, readContext(source, other, reach, clauseStop));
  const sameUnit = (other: FoundNumber) => (number.unit !== null && number.unit === other.unit ? 1 : 0);
  const best = (numbers: readonly FoundNumber[], score: (other: FoundNumber) => number) =>
    Math.max(...numbers.map(score));
  const total = (other: FoundNumber) => likeness(other) + sameUnit(other);
  if (best(others, total) - best(own, total) >= margin) return 'swapped';
  return best(own, likeness) > 0 && best(own, likeness) >= best(others, likeness) ? 'right' : 'unknown';
}
