/**
 * How well statements are borne out by what they cite, by ALCE's definitions (Gao et al., 2023) with our own check as
 * the judge: citations support a statement when `groundStatement`, shown the whole article and given them alone, keeps
 * all of it.
 */
import type { Answer } from '../knowledge/answering/answer.ts';
import { groundStatement } from '../knowledge/answering/grounding/ground-statement.ts';
import { joinShownPassages, type ShownText } from '../knowledge/answering/grounding/shown-text.ts';
import type { Article } from '../knowledge/article.ts';

/** Counts of which the shares are taken, so that answers can be added up. */
export interface CitationCounts {
  readonly statements: number;
  /** Statements that all their citations together support in full: of `statements` it is the citation recall. */
  readonly supported: number;
  readonly citations: number;
  /**
   * Citations of supported statements that are not irrelevant (alone they do not support it, and the others do without
   * them): of `citations` it is the citation precision.
   */
  readonly precise: number;
}

export const noCitations: CitationCounts = { statements: 0, supported: 0, citations: 0, precise: 0 };

/** What is scored of one answer: what a member is shown, and what was proposed before the check, dropped or not. */
export interface CitationScore {
  readonly shown: CitationCounts;
  readonly drafted: CitationCounts;
}

/** A quote, and the passage where it was found; null where it was not. */
interface Cited {
  readonly passage: string | null;
  readonly quote: string;
}

/** Makes what scores the citations of answers from this article. */
export function createCitationScorer(article: Article): (answer: Answer) => CitationScore {
  const numbered = article.passages.map((passage, index) => ({ number: index + 1, passage }));
  const whole = joinShownPassages(article, numbered);
  const numbers = new Map(numbered.map(({ number, passage }) => [passage.id, number]));
  // What is shown is mostly what was drafted, and answers repeat each other.
  const verdicts = new Map<string, boolean>();
  const supports = (text: string, cited: readonly Cited[]): boolean => {
    const key = JSON.stringify([text, cited]);
    const verdict = verdicts.get(key) ?? isSupported(text, cited, { whole, numbers });
    verdicts.set(key, verdict);
    return verdict;
  };
  const count = (text: string, cited: readonly Cited[], isWhole = true): CitationCounts =>
    countCitations(cited, (some) => isWhole && supports(text, some));

  return ({ statements, citations, ledger }) => ({
    shown: addAll(
      statements.map(({ text, markers }) =>
        count(
          text,
          citations
            .filter(({ marker }) => markers.includes(marker))
            .map(({ passage, quote }) => ({ passage, quote })),
        ),
      ),
    ),
    drafted: addAll(
      ledger.map(({ text, citations: proposed, reason }) =>
        count(
          text,
          proposed.map(({ quote, place }) => ({ passage: place?.passage ?? null, quote })),
          isInFull(reason),
        ),
      ),
    ),
  });
}

export function addCitations(one: CitationCounts, other: CitationCounts): CitationCounts {
  return {
    statements: one.statements + other.statements,
    supported: one.supported + other.supported,
    citations: one.citations + other.citations,
    precise: one.precise + other.precise,
  };
}

function addAll(counts: readonly CitationCounts[]): CitationCounts {
  return counts.reduce(addCitations, noCitations);
}

function countCitations<T>(cited: readonly T[], supports: (some: readonly T[]) => boolean): CitationCounts {
  const supported = supports(cited);
  const isRelevant = (citation: T) =>
    cited.length === 1 || supports([citation]) || !supports(cited.filter((other) => other !== citation));
  return {
    statements: 1,
    supported: supported ? 1 : 0,
    citations: cited.length,
    precise: supported ? cited.filter(isRelevant).length : 0,
  };
}

function isSupported(
  text: string,
  cited: readonly Cited[],
  { whole, numbers }: { readonly whole: ShownText; readonly numbers: ReadonlyMap<string, number> },
): boolean {
  const citations = cited.flatMap(({ passage, quote }) =>
    passage === null ? [] : [{ passage: numbers.get(passage) ?? 0, quote }],
  );
  const { status, reason } = groundStatement({ text, citations }, whole);
  return status !== 'dropped' && isInFull(reason);
}

/** Whether the check took no sentence away: the ledger keeps only what is left. */
function isInFull(reason: string | null): boolean {
  return reason?.includes('unsupported-sentence-removed') !== true;
}
