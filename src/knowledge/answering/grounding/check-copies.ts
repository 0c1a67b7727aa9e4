import { remember } from '../../text/remember.ts';
import type { Evidence } from './evidence.ts';
import { foldApart } from './fold-apart.ts';

const clauseStop = /[，。；：！？;:!?\n]|,(?!\d)/u;
/** Fewer letters than this around numbers may be the same by chance. */
const fewestCopied = 6;

/** Finds a clause, or two in a row, that is the article's own, letter for letter, but for a number. Returns the clause, or null. */
export function findMiscopied(statement: string, { paragraphs }: Evidence): string | null {
  const known = paragraphs.map(maskDigits);
  const clauses = foldApart(statement).split(clauseStop);
  const pairs = clauses.slice(1).map((clause, index) => `${clauses[index]} ${clause}`);
  for (const clause of [...clauses, ...pairs]) {
    const { masked, digits } = maskDigits(clause);
    if (digits.length === 0 || masked.length - digits.length < fewestCopied) continue;
    const copies = known.flatMap((source) => findCopies(masked, digits.length, source));
    if (copies.length > 0 && !copies.some((copy) => copy.join() === digits.join())) return clause;
  }
  return null;
}

interface Masked {
  /** The letters, with `#` for each run of digits. */
  readonly masked: string;
  readonly digits: readonly string[];
}

const maskDigits: (text: string) => Masked = remember((text) => {
  const digits: string[] = [];
  // Each number by itself: without the marks between them, “in 2009; 85” would be 200985.
  const masked = foldApart(text).replace(/\d+(?:[.,]\d+)*/g, (run) => {
    digits.push(run.replaceAll(',', ''));
    return '#';
  });
  return { masked: masked.replace(/[^\p{L}\p{N}\p{M}#]/gu, ''), digits };
});

/** The runs of digits at each place where a source has the same letters. */
function findCopies(masked: string, count: number, source: Masked): (readonly string[])[] {
  const copies = [];
  for (let at = source.masked.indexOf(masked); at >= 0; at = source.masked.indexOf(masked, at + 1)) {
    const before = source.masked.slice(0, at).split('#').length - 1;
    copies.push(source.digits.slice(before, before + count));
  }
  return copies;
}
