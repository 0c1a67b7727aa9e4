/** Who goes to whom: “34 teachers from Zhangjiagang came to Yanhe”. */
import { findArticleNames } from './article-names.ts';
import type { Evidence } from './evidence.ts';
import { findPlaces, type NamedPlace } from './name-places.ts';
import { makeSkeleton } from './skeleton.ts';

/** Directly before a name: it is where something goes. */
const towards = /(?:到|赴|来|去|前往|往|至|驻|向|给|捐赠|帮扶|支援|援助|资助|帮助)$/u;

interface Direction {
  /** The names in front, and the one that something goes to. */
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * Finds a statement that sends something to the place that the cited clause sends it from. Clauses are told by the
 * letters that they share. Returns the place, or null.
 */
export function findReversedDirection(text: string, evidence: Evidence): string | null {
  const names = findArticleNames(evidence.article).own.map((name) => makeSkeleton(name).text);
  const sources = evidence.texts.flatMap((source) => clausesOf(source, names));
  for (const clause of clausesOf(text, names)) {
    const { direction } = clause;
    if (direction === null || direction.from.length === 0) continue;
    const alike = sources.map((source) => ({ source, shared: countShared(clause.letters, source.letters) }));
    const nearest = alike.reduce((best, each) => (each.shared > best.shared ? each : best), {
      source: clause,
      shared: fewestShared,
    });
    const known = nearest.source === clause ? null : nearest.source.direction;
    if (known === null || known.to === direction.to) continue;
    if (known.from.includes(direction.to) && direction.from.includes(known.to)) return direction.to;
    // 31名干部赴张家港: who is sent stands before, or in the sentence's subject.
    if (known.from.length === 0 && direction.from.includes(known.to)) return direction.to;
  }
  return null;
}

/** Fewer pairs of letters in common are chance. */
const fewestShared = 3;

interface Clause {
  readonly letters: ReadonlySet<string>;
  readonly direction: Direction | null;
}

function clausesOf(text: string, names: readonly string[]): Clause[] {
  return text.split(/[，。；：！？,;:!?\n]/u).map((clause) => {
    const skeleton = makeSkeleton(clause).text;
    const places = findPlaces(skeleton, names);
    return { letters: pairsOf(skeleton, places), direction: readDirection(skeleton, places) };
  });
}

function readDirection(clause: string, places: readonly NamedPlace[]): Direction | null {
  const at = places.findIndex(({ start }) => towards.test(clause.slice(0, start)));
  const to = places[at];
  if (to === undefined) return null;
  return {
    to: to.base,
    from: places
      .slice(0, at)
      .map(({ base }) => base)
      .filter((base) => base !== to.base),
  };
}

/** The pairs of neighbouring letters outside of names. */
function pairsOf(clause: string, places: readonly NamedPlace[]): ReadonlySet<string> {
  const rest = places.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}\n${text.slice(end)}`,
    clause,
  );
  return new Set(
    [...rest]
      .slice(1)
      .map((letter, index) => `${[...rest][index]}${letter}`)
      .filter((pair) => !pair.includes('\n')),
  );
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.intersection(other).size;
}
