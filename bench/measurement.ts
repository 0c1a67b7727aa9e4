import type { Rank } from './metrics.ts';

/** What a process that measures one engine tells when it is done. */
export interface Measurement {
  /** Of each query, in the file's order. */
  readonly ranks: readonly Rank[];
  readonly buildMilliseconds: number;
  /** Of each query. */
  readonly milliseconds: readonly number[];
  /** What the index holds in the heap, in array buffers and, where the library can say, outside. */
  readonly indexBytes: number;
  /** What the whole process holds, the runtime included, with the index built and the queries answered. */
  readonly residentBytes: number;
}
