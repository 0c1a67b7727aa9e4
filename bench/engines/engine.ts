import type { BenchDoc } from '../read-sets.ts';

/** A search library as a bot would use it. */
export interface Engine {
  /** Keeps nothing of the texts but what the library itself keeps. */
  build(docs: readonly BenchDoc[]): BuiltIndex;
}

export interface BuiltIndex {
  /** The ids of what is found among the texts of a group, best first; among all texts where there are no groups. */
  search(query: string, group: string | undefined, limit: number): readonly string[];
  /** Bytes that the library holds outside the engine's heap and its array buffers, where it can say. */
  bytesOutside?(): number;
}

/** What a library does with the texts of one group. */
interface GroupIndex {
  search(query: string, limit: number): readonly string[];
  bytesOutside?(): number;
}

/** An index for each group, so that each is searched with its own statistics, as a bot with one article would. */
export function indexByGroup(
  docs: readonly BenchDoc[],
  build: (docs: readonly BenchDoc[]) => GroupIndex,
): BuiltIndex {
  const indexes = new Map<string, GroupIndex>();
  for (const [group, ofGroup] of Map.groupBy(docs, ({ group = '' }) => group))
    indexes.set(group, build(ofGroup));
  return {
    search: (query, group = '', limit) => indexes.get(group)?.search(query, limit) ?? [],
    bytesOutside: () =>
      [...indexes.values()].reduce((sum, { bytesOutside }) => sum + (bytesOutside?.() ?? 0), 0),
  };
}
