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
