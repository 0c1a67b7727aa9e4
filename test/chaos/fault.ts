/** What a kind of fault is: how it begins, how it is put right, and what it may cost. */
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

export type Family = 'gateway' | 'rest' | 'model' | 'process' | 'database' | 'files';

export interface FaultKind {
  /** Unique, and stable: `--kind` names it, and the seed of its moments is made with it. */
  readonly name: string;
  readonly family: Family;
  /**
   * What a fault of this kind may take from who asks while it lasts. `nothing`: every question is answered. `questions`:
   * one that the bot has not responded to may stay so, but one that it has is answered. `answers`: so may one of which
   * this fault refused a request for good.
   */
  readonly takes: 'nothing' | 'questions' | 'answers';
  /** The documented code with which the process ends each time, or the signal that ends it; null: it lives. */
  readonly end: number | 'SIGKILL' | null;
  /** How long it lasts, in milliseconds, at least and at most. */
  readonly lasts: readonly [least: number, most: number];
  /** Milliseconds between two heartbeats, where the kind is about them; Discord's own unless given. */
  readonly heartbeat?: number;
  /** Whether the bot's files are on a disk of their own, which is small. */
  readonly smallDisk?: boolean;
  /** Whether it is put right by a backup from just before it: what was kept while it lasted is lost then. */
  readonly restoresBackup?: boolean;
  /** Begins it. */
  inject(stage: Stage, random: Random): Promise<Fault>;
}

/** A fault that has begun. */
export interface Fault {
  /** Puts it right. False: the bot never met it, so that the moment proves nothing and is done again. */
  heal(): Promise<boolean>;
}
