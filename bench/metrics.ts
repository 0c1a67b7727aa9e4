/** The figures of a benchmark, from ranks and times. */

/** Where the first right one stood in what was found: 0 for the best, -1 where there was none. */
export type Rank = number;

/** Recall at 1, 3 and 5 and the mean reciprocal rank (of the first ten), in per cent. */
export interface Recall {
  readonly questions: number;
  readonly at1: number;
  readonly at3: number;
  readonly at5: number;
  readonly meanReciprocalRank: number;
}

export function rankOf(found: readonly string[], gold: readonly string[]): Rank {
  return found.findIndex((id) => gold.includes(id));
}

export function summariseRanks(ranks: readonly Rank[]): Recall {
  const percent = (value: (rank: Rank) => number): number =>
    (100 * ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : value(rank)), 0)) / Math.max(1, ranks.length);
  return {
    questions: ranks.length,
    at1: percent((rank) => (rank < 1 ? 1 : 0)),
    at3: percent((rank) => (rank < 3 ? 1 : 0)),
    at5: percent((rank) => (rank < 5 ? 1 : 0)),
    meanReciprocalRank: percent((rank) => (rank < 10 ? 1 / (rank + 1) : 0)),
  };
}

/** The smallest value that `share` (0 to 1) of all values do not exceed; 0 for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/**
 * The time of each query: the median of its times in all rounds, so that what else the machine did while one of them
 * was answered does not count.
 */
export function middleTimes(rounds: readonly (readonly number[])[]): number[] {
  return (rounds[0] ?? []).map((_, query) => median(rounds.map((times) => times[query] ?? 0)));
}
