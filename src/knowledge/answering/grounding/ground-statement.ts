import type { DraftStatement } from '../generator.ts';
import type { LedgerEntry } from '../ledger.ts';
import { findUnprovenAuthor } from './check-authorship.ts';
import { findStrangeBody } from './check-bodies.ts';
import { findMiscopied } from './check-copies.ts';
import { findReversedDirection } from './check-direction.ts';
import { findExchangedName } from './check-names.ts';
import { findNegationFault } from './check-negation.ts';
import { checkNumbers } from './check-numbers.ts';
import { findAddedQuantifier } from './check-quantifiers.ts';
import { checkQuotations } from './check-quotations.ts';
import { findReplaced } from './check-replaced.ts';
import { keepSupported } from './check-support.ts';
import { findSwappedNumber } from './check-swaps.ts';
import { findTurned } from './check-turned.ts';
import { cleanStatement } from './clean-statement.ts';
import { gatherEvidence } from './evidence.ts';
import { findQuote } from './find-quote.ts';
import { repeatsPrompt } from './prompt-leak.ts';
import type { ShownText } from './shown-text.ts';

const mostCitations = 8;

/** What may be changed of a true statement, and how it is found: each gives the words that are wrong, or null. */
const changes = [
  ['number-of-another-fact', findSwappedNumber],
  ['number-miscopied', findMiscopied],
  ['name-exchanged', findExchangedName],
  ['name-not-in-passage', findStrangeBody],
  ['direction-reversed', findReversedDirection],
  ['name-exchanged', findReplaced],
  ['name-exchanged', findTurned],
  ['quantifier-added', findAddedQuantifier],
  ['author-not-cited', findUnprovenAuthor],
] as const;

/**
 * Checks one statement against what was shown, and drops it unless everything holds: its quotes are found, its numbers,
 * names, directions, bounds and denials are those of the cited passages, what it puts in quotation marks is the article's, and its content
 * words are shared. The places that it gives are where the quotes were found, never what the draft said.
 */
export function groundStatement(draft: DraftStatement, shown: ShownText): LedgerEntry {
  const cleaned = cleanStatement(draft.text, shown.article.sourceUrl);
  const citations = draft.citations
    .slice(0, mostCitations)
    .map(({ passage, quote }) => ({ passage, quote, ...findQuote(quote, passage, shown) }));
  const drop = (reason: string): LedgerEntry => ({
    text: cleaned ?? draft.text.slice(0, 200),
    citations,
    places: [],
    status: 'dropped',
    reason,
  });
  if (cleaned === null) return drop('empty');
  if (/\|\s*:?-{2,}/u.test(draft.text)) return drop('table');
  if (repeatsPrompt(cleaned)) return drop('repeats-instructions');
  if (/[?？]\s*["”’」』)）]*$/u.test(cleaned) && !isQuoted(cleaned, shown)) return drop('question');

  const places = citations.flatMap(({ place }) => place ?? []);
  if (places.length === 0) return drop(citations[0]?.finding ?? 'no-citation');
  const evidence = gatherEvidence(shown.article, places);
  const quotations = checkQuotations(cleaned, shown);
  if (quotations.text === null) return drop('paraphrase-in-quotation-marks');
  const supported = keepSupported(quotations.text, evidence);
  if (supported === null) return drop('not-supported');
  const numbers = checkNumbers(supported, evidence);
  if ('missing' in numbers) return drop(`number-not-in-passage: ${numbers.missing}`);
  for (const [fault, find] of changes) {
    const words = find(supported, evidence);
    if (words !== null) return drop(`${fault}: ${words}`);
  }
  const negation = findNegationFault(supported, evidence);
  if (negation !== null) return drop(negation);

  const repairs = [
    ...citations.flatMap(({ finding }) => (finding === 'word-for-word' ? [] : [finding])),
    ...(quotations.changed ? ['quotation-marks-removed'] : []),
    ...(supported.length < quotations.text.length ? ['unsupported-sentence-removed'] : []),
  ];
  const reason = repairs.length === 0 ? null : [...new Set(repairs)].join(', ');
  return {
    text: supported,
    citations,
    places: numbers.places,
    status: reason === null ? 'verified' : 'repaired',
    reason,
  };
}

/** A rhetorical question of the article may be quoted. */
function isQuoted(text: string, shown: ShownText): boolean {
  return findQuote(text, 0, shown).place !== null;
}
