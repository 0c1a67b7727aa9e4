/** The connection to the database: opened again by itself after a failure, its errors in our words. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { UpstreamError, UserError } from '../errors.ts';
import { sqlitePath } from './database-url.ts';
import type { Connection, Engine, Listener, Opened } from './engine.ts';
import type { Tables } from './tables.ts';

export interface Database {
  /**
   * Does `work` on the connection; it is done anew while the database is locked, so it must be one statement.
   * Throws `UpstreamError('database')` when the database stays locked, is full, broken or away.
   */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** The same, with all that `work` does in one transaction. Those of one scope, where they read before they write, come one after another. */
  transact<Result>(
    scope: string | null,
    work: (transaction: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result>;
  /** The time in a transaction, by a clock that all share who use the database: milliseconds since 1970. */
  now(transaction: Transaction<Tables>): Promise<number>;
  /** Tells all processes on this database, this one too, once the transaction is committed. Nobody where only one may have it. */
  announce(transaction: Transaction<Tables>, message: string): Promise<void>;
  /** Hears what is announced until the database is closed. */
  listen(listener: Listener): void;
  /** Takes what was deleted out of the files that are ours to write. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** In milliseconds, between attempts on a locked database; together they leave a reply within Discord's three seconds. */
const lockWaits = [25, 50, 100, 200, 400];
/** In milliseconds: so often a database that is away is tried. */
const pause = 1_000;

/**
 * Opens the database of a `file:` or `postgres:` URL. Throws `UserError` (`database-foreign`, `database-newer`,
 * `database-refused`) when it is not for this program, or `backup-failed` when it has to be migrated and cannot be
 * backed up before: a SQLite file into `backups/` beside it, another database into `backups` (`data/backups/` unless
 * given). When it is locked, broken or cannot be reached, the database is returned all the same: each use tries again,
 * and throws until it is back.
 */
export async function openDatabase(
  url: string,
  { queryTimeout = 10_000, backups }: { readonly queryTimeout?: number; readonly backups?: string } = {},
): Promise<Database> {
  const path = sqlitePath(url);
  const engine =
    path === null ? await loadPostgresEngine(url, queryTimeout, backups) : await loadSqliteEngine(path);
  const database = createDatabase(engine);
  try {
    await database.use(async () => undefined);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    if (error.cause instanceof UserError) throw error.cause;
  }
  return database;
}

// Each is imported where it is wanted: a bot has one database.
async function loadPostgresEngine(url: string, queryTimeout: number, backups?: string): Promise<Engine> {
  const [{ createPostgresEngine }, { backUpPostgresBeforeMigration }] = await Promise.all([
    import('./postgres-engine.ts'),
    import('./keeping/postgres.ts'),
  ]);
  return createPostgresEngine(url, queryTimeout, (connection) =>
    backUpPostgresBeforeMigration(connection, url, backups),
  );
}

async function loadSqliteEngine(path: string): Promise<Engine> {
  const { createSqliteEngine } = await import('./sqlite-engine.ts');
  return createSqliteEngine(path);
}

function createDatabase(engine: Engine): Database {
  let opening: Promise<Opened> | null = null;
  const listening: (() => void)[] = [];
  let broken: { readonly error: UpstreamError; readonly until: number } | null = null;
  let lockedUntil = 0;

  const disconnect = async (): Promise<void> => {
    const old = opening;
    opening = null;
    await old?.then((opened) => opened.close()).catch(() => undefined);
  };

  const attempt = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> => {
    if (broken !== null && performance.now() < broken.until) throw broken.error;
    opening ??= engine.open();
    const current = opening;
    let isOpen = false;
    try {
      const { connection } = await current;
      isOpen = true;
      return await work(connection);
    } catch (thrown) {
      const error = engine.translateError(thrown);
      // What was begun before the connection was given up says nothing of the one that is there now.
      if (current === opening) await giveUp(error, isOpen);
      throw error;
    }
  };

  const giveUp = async (error: unknown, isOpen: boolean): Promise<void> => {
    const reason = error instanceof UpstreamError ? error.reason : '';
    if (error instanceof UpstreamError && engine.pausesAfter.has(reason))
      broken = { error, until: performance.now() + pause };
    if (!isOpen || engine.reopensAfter.has(reason)) await disconnect();
  };

  const use: Database['use'] = async (work) => {
    // Where a lock was kept for all of these just now, one attempt is enough: an answer uses the database many times.
    for (const lockWait of performance.now() < lockedUntil ? [0] : lockWaits) {
      try {
        return await attempt(work);
      } catch (error) {
        if (!(error instanceof UpstreamError && error.reason === 'locked')) throw error;
        await wait(lockWait);
      }
    }
    lockedUntil = performance.now() + pause;
    throw new UpstreamError('database', 'locked');
  };

  return {
    use,
    transact: (scope, work) =>
      use((connection) =>
        connection.transaction().execute(async (transaction) => {
          if (scope !== null) await engine.takeTurn(transaction, scope);
          return work(transaction);
        }),
      ),
    now: (transaction) => engine.now(transaction),
    announce: (transaction, message) => engine.announce(transaction, message),
    listen: (listener) => void listening.push(engine.listen(listener)),
    scrub: () => use(engine.scrub),
    async close() {
      for (const stop of listening.splice(0)) stop();
      broken = { error: new UpstreamError('database', 'closed'), until: Number.POSITIVE_INFINITY };
      await disconnect();
    },
  };
}
