import type { Script } from './synthetic-texts.ts';

/** The figures of our index at one size. */
export interface ScalePoint {
  readonly script: Script;
  readonly size: number;
  readonly buildMilliseconds: number;
  /** In the heap and in array buffers. */
  readonly bytesAPassage: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** How often a question in words of one passage finds that first, in per cent: that it still finds. */
  readonly recallAt1: number;
  readonly residentMegabytes: number;
}
