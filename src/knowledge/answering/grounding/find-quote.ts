import type { Passage } from '../../article.ts';
import type { CheckedCitation, Place, QuoteFault } from '../ledger.ts';
import { countContent } from './content.ts';
import { findLongestRun } from './longest-run.ts';
import type { ShownRun, ShownText } from './shown-text.ts';
import { makeSkeleton } from './skeleton.ts';
import { snapRange } from './snap-range.ts';

type FoundQuote = Pick<CheckedCitation, 'finding' | 'place'>;

const longestQuote = 1_200;
const shortestPartial = 12;
const smallestPart = 0.85;

/**
 * Finds a quote in what was shown: in the passage that it names first, then in the others. Words count, not script,
 * width, case, punctuation or white space. A long quote may be found in part; the article's own words are what is shown.
 */
export function findQuote(quote: string, number: number, shown: ShownText): FoundQuote {
  if (quote.length > longestQuote) return notFound('quote-too-long');
  const wanted = makeSkeleton(quote).text;
  const whole = wanted !== '' && shown.runs.some((run) => run.skeleton.text === wanted);
  if (!whole && countContent(wanted) < 2) return notFound('quote-too-short');
  const named = shown.passages.get(number) ?? null;
  const hits = shown.runs.flatMap((run) => findAll(run, wanted, named));
  const best = hits.find((hit) => hit.inNamed) ?? hits[0];
  if (best !== undefined) {
    if (isTooShort(wanted, best, hits.length)) return notFound('quote-too-short');
    const exact = textOf(shown, best).includes(quote.trim());
    return {
      place: toPlace(shown, best),
      finding: best.inNamed ? (exact ? 'word-for-word' : 'folded') : 'other-passage',
    };
  }
  if ([...wanted].length < shortestPartial) return notFound('quote-not-found');
  const part = findPart(shown, wanted, named);
  return part === null
    ? notFound('quote-not-found')
    : { place: toPlace(shown, part), finding: 'part-of-quote' };
}

function notFound(fault: QuoteFault): FoundQuote {
  return { place: null, finding: fault };
}

interface RunRange {
  readonly run: ShownRun;
  /** Units of the run's skeleton. */
  readonly from: number;
  readonly to: number;
  readonly inNamed: boolean;
}

function findAll(run: ShownRun, wanted: string, named: Passage | null): RunRange[] {
  const found: RunRange[] = [];
  for (
    let from = run.skeleton.text.indexOf(wanted);
    from >= 0;
    from = run.skeleton.text.indexOf(wanted, from + 1)
  ) {
    found.push(withNamed(run, from, from + wanted.length, named));
  }
  return found;
}

function withNamed(run: ShownRun, from: number, to: number, named: Passage | null): RunRange {
  const start = run.start + (run.skeleton.starts[from] ?? 0);
  const end = run.start + (run.skeleton.ends[to - 1] ?? 0);
  const inNamed =
    named !== null && named.paragraph === run.paragraph && start < named.end && end > named.start;
  return { run, from, to, inNamed };
}

/** Short words that stand in many places prove nothing, unless they are all that a passage says (an author's name). */
function isTooShort(wanted: string, { run }: RunRange, places: number): boolean {
  if (run.skeleton.text === wanted) return false;
  const short = /\p{Script=Han}/u.test(wanted) ? 4 : 8;
  return [...wanted].length < short && places > 1;
}

function findPart(shown: ShownText, wanted: string, named: Passage | null): RunRange | null {
  let best: RunRange | null = null;
  for (const run of shown.runs) {
    const { from, length } = findLongestRun(wanted, run.skeleton.text);
    if (length < smallestPart * wanted.length) continue;
    const range = withNamed(run, from, from + length, named);
    const longer = best === null || length > best.to - best.from;
    if (longer || (range.inNamed && best !== null && !best.inNamed && length === best.to - best.from))
      best = range;
  }
  return best;
}

function rangeOf({ run, from, to }: RunRange): { start: number; end: number } {
  return {
    start: run.start + (run.skeleton.starts[from] ?? 0),
    end: run.start + (run.skeleton.ends[to - 1] ?? 0),
  };
}

function textOf(shown: ShownText, range: RunRange): string {
  return shown.article.paragraphs[range.run.paragraph]?.text.slice(range.run.start, range.run.end) ?? '';
}

function toPlace(shown: ShownText, range: RunRange): Place {
  const text = shown.article.paragraphs[range.run.paragraph]?.text ?? '';
  const { start, end } = snapRange(text, rangeOf(range), range.run);
  return { paragraph: range.run.paragraph, passage: passageAt(range.run, start), start, end };
}

/** The passage of a run in which an offset of its paragraph lies. */
function passageAt(run: ShownRun, offset: number): string {
  return run.passages.find((passage) => offset < passage.end)?.id ?? run.passages.at(-1)?.id ?? '';
}
