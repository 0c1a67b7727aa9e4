import type { Article } from '../article.ts';
import type { Citation, Statement } from './answer.ts';
import { sliceOf } from './grounding/evidence.ts';
import { makeSkeleton } from './grounding/skeleton.ts';
import type { LedgerEntry, Place } from './ledger.ts';

/** Statements that survived grounding, with their citations numbered in the order in which they appear. */
export interface CollectedStatements {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly ledger: readonly LedgerEntry[];
}

/** Gathers what stands of a ledger: the same statement is kept once, the same place has one marker. */
export function collect(article: Article, ledger: readonly LedgerEntry[]): CollectedStatements {
  const kept = new Map<string, { text: string; places: Place[] }>();
  for (const { status, text, places } of ledger) {
    if (status === 'dropped') continue;
    const key = makeSkeleton(text).text;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, { text, places: [...places] });
    else known.places.push(...places);
  }
  const citations = new Map<string, Citation>();
  const statements = [...kept.values()].map(({ text, places }) => ({
    text,
    markers: [...new Set(places.map((place) => cite(article, place, citations)))].sort(
      (one, other) => one - other,
    ),
  }));
  return { statements, citations: [...citations.values()], ledger: [...ledger] };
}

function cite(article: Article, place: Place, citations: Map<string, Citation>): number {
  const key = `${place.paragraph} ${place.start} ${place.end}`;
  const known = citations.get(key);
  if (known !== undefined) return known.marker;
  const marker = citations.size + 1;
  citations.set(key, { marker, ...place, quote: sliceOf(article, place) });
  return marker;
}
