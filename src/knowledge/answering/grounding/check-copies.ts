import { type FoundNumber, findNumbers } from '../../text/numbers.ts';
import { remember } from '../../text/remember.ts';
import { agrees } from './check-numbers.ts';
import type { Evidence } from './evidence.ts';
import { foldApart } from './fold-apart.ts';

const clauseStop = /[，。；：！？;:!?\n]|,(?!\d)/u;
/** Fewer letters than this around numbers may be the same by chance. */
const fewestCopied = 6;

/** Finds a clause, or two in a row, that is the article's own, letter for letter, but for a number. Returns the clause, or null. */
export function findMiscopied(statement: string, { paragraphs }: Evidence): string | null {
  const known = paragraphs.map(maskNumbers);
  const clauses = foldApart(statement).split(clauseStop);
  const pairs = clauses.slice(1).map((clause, index) => `${clauses[index]} ${clause}`);
  for (const clause of [...clauses, ...pairs]) {
    const { masked, numbers } = maskNumbers(clause);
    if (numbers.length === 0 || masked.length - numbers.length < fewestCopied) continue;
    const copies = known.flatMap((source) => findCopies(masked, numbers.length, source));
    const isSame = (copy: readonly FoundNumber[]) =>
      numbers.every((number, index) => copy[index] !== undefined && agrees(number, copy[index]));
    if (copies.length > 0 && !copies.some(isSame)) return clause;
  }
  return null;
}

interface Masked {
  /** The letters, with `#` for each number and its unit. */
  readonly masked: string;
  readonly numbers: readonly FoundNumber[];
}

const maskNumbers: (text: string) => Masked = remember((original) => {
  const text = foldApart(original);
  const numbers = findNumbers(text).filter(({ certain }) => certain);
  const masked = numbers.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}#${rest.slice(end)}`,
    text,
  );
  return { masked: masked.replace(/[^\p{L}\p{N}\p{M}#]/gu, ''), numbers };
});

/** The numbers at each place where a source has the same letters. */
function findCopies(masked: string, count: number, source: Masked): (readonly FoundNumber[])[] {
  const copies = [];
  for (let at = source.masked.indexOf(masked); at >= 0; at = source.masked.indexOf(masked, at + 1)) {
    const before = source.masked.slice(0, at).split('#').length - 1;
    copies.push(source.numbers.slice(before, before + count));
  }
  return copies;
}
