import type { CheckedCitation, LedgerEntry } from '../knowledge/answering/ledger.ts';
import { preview } from '../locales/describe-answer.ts';

const quoteLength = 60;

/** A ledger as text for a terminal: each statement with its status, under it what was found of each citation, then the sums. */
export function toLedgerLines(ledger: readonly LedgerEntry[]): string[] {
  const entries = ledger.flatMap(({ text, status, reason, citations }, index) => [
    `${index + 1}. ${status}${reason === null ? '' : ` (${reason})`}: ${text}`,
    ...citations.map((citation) => `   ${describe(citation)}`),
  ]);
  const count = (wanted: LedgerEntry['status']) => ledger.filter(({ status }) => status === wanted).length;
  const sums = (['verified', 'repaired', 'dropped'] as const).map((status) => `${count(status)} ${status}`);
  return ['Ledger', ...entries, `${ledger.length} in the drafts: ${sums.join(', ')}`];
}

function describe({ passage, quote, finding, place }: CheckedCitation): string {
  const found = place === null ? '' : ` at ¶${place.paragraph} ${place.start}–${place.end}`;
  return `passage ${passage} “${preview(quote, quoteLength)}”: ${finding}${found}`;
}
