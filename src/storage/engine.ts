/** What differs between the databases that we know: each is opened, refused, and fails in its own way. */
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Connection = Kysely<Tables>;

/** An open database of the shape that this version knows. */
export interface Opened {
  readonly connection: Connection;
  /** Lets go of it; what is under way fails. */
  close(): Promise<void>;
}

/** What is told of other processes on the same database. */
export interface Listener {
  /** Something that one of them has announced; this process hears itself too. */
  onMessage(message: string): void;
  /** From now on everything is heard; what was announced before may not have been. */
  onGap(): void;
}

export interface Engine {
  /**
   * Opens the database and takes the migrations that it lacks. Throws `UserError` (`database-foreign`,
   * `database-newer`, `database-refused`) when it is not for this program, else errors for `translateError`.
   */
  open(): Promise<Opened>;
  /** What says that the database is down or broken as an `UpstreamError`; anything else, such as a wrong query, as it is. */
  translateError(error: unknown): unknown;
  /** The reasons after which nothing is tried for a moment, and after which it is opened anew then. */
  readonly pausesAfter: ReadonlySet<string>;
  readonly reopensAfter: ReadonlySet<string>;
  /** Makes transactions of one scope come one after another. The first thing that is done in one. */
  takeTurn(transaction: Transaction<Tables>, scope: string): Promise<void>;
  /** The time, by a clock that all share who use the database: milliseconds since 1970. */
  now(transaction: Transaction<Tables>): Promise<number>;
  /** Tells all processes that listen, this one too, once the transaction is committed. */
  announce(transaction: Transaction<Tables>, message: string): Promise<void>;
  /** Hears what is announced, until what it returns is called. */
  listen(listener: Listener): () => void;
  /** Takes what was deleted out of the files that are ours to write. */
  scrub(connection: Connection): Promise<void>;
}
