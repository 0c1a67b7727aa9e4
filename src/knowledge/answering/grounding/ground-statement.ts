import type { DraftStatement } from '../generator.ts';
import { findUnprovenAuthor } from './check-authorship.ts';
import { findStrangeBody } from './check-bodies.ts';
import { findMiscopied } from './check-copies.ts';
import { findReversedDirection } from './check-direction.ts';
import { findExchangedName } from './check-names.ts';
import { findNegationFault } from './check-negation.ts';
import { checkNumbers } from './check-numbers.ts';
import { findAddedQuantifier } from './check-quantifiers.ts';
import { checkQuotations } from './check-quotations.ts';
import { keepSupported } from './check-support.ts';
import { findSwappedNumber } from './check-swaps.ts';
import { cleanStatement } from './clean-statement.ts';
import { gatherEvidence } from './evidence.ts';
import { findQuote, type Place } from './find-quote.ts';
import { repeatsPrompt } from './prompt-leak.ts';
import type { ShownText } from './shown-text.ts';

/** What the check made of one statement of a draft. */
export type Grounded =
  | {
      readonly status: 'verified' | 'repaired';
      readonly text: string;
      readonly reason: string | null;
      readonly places: readonly Place[];
    }
  | { readonly status: 'dropped'; readonly text: string; readonly reason: string };

const mostCitations = 8;

/** What may be changed of a true statement, and how it is found: each gives the words that are wrong, or null. */
const changes = [
  ['number-of-another-fact', findSwappedNumber],
  ['number-miscopied', findMiscopied],
  ['name-exchanged', findExchangedName],
  ['name-not-in-passage', findStrangeBody],
  ['direction-reversed', findReversedDirection],
  ['quantifier-added', findAddedQuantifier],
  ['author-not-cited', findUnprovenAuthor],
] as const;

/**
 * Checks one statement against what was shown, and drops it unless everything holds: its quotes are found, its numbers,
 * names, directions, bounds and denials are those of the cited passages, what it puts in quotation marks is the article's, and its content
 * words are shared. The places that it gives are where the quotes were found, never what the draft said.
 */
export function groundStatement(draft: DraftStatement, shown: ShownText): Grounded {
  const cleaned = cleanStatement(draft.text, shown.article.sourceUrl);
  const drop = (reason: string): Grounded => ({
    status: 'dropped',
    text: cleaned ?? draft.text.slice(0, 200),
    reason,
  });
  if (cleaned === null) return drop('empty');
  if (/\|\s*:?-{2,}/u.test(draft.text)) return drop('table');
  if (repeatsPrompt(cleaned)) return drop('repeats-instructions');
  if (/[?？]\s*["”’」』)）]*$/u.test(cleaned) && !isQuoted(cleaned, shown)) return drop('question');

  const found = draft.citations
    .slice(0, mostCitations)
    .map(({ passage, quote }) => findQuote(quote, passage, shown));
  const places = found.flatMap((each) => ('place' in each ? [each.place] : []));
  if (places.length === 0) {
    const first = found.find((each) => 'fault' in each);
    return drop(first !== undefined && 'fault' in first ? first.fault : 'no-citation');
  }
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
    ...found.flatMap((each) => ('place' in each ? (each.repair ?? []) : [each.fault])),
    ...(quotations.changed ? ['quotation-marks-removed'] : []),
    ...(supported.length < quotations.text.length ? ['unsupported-sentence-removed'] : []),
  ];
  const reason = repairs.length === 0 ? null : [...new Set(repairs)].join(', ');
  return {
    status: reason === null ? 'verified' : 'repaired',
    text: supported,
    reason,
    places: numbers.places,
  };
}

/** A rhetorical question of the article may be quoted. */
function isQuoted(text: string, shown: ShownText): boolean {
  return Object.hasOwn(findQuote(text, 0, shown), 'place');
}
