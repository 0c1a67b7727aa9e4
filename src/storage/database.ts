/** The connection to the database: opened again by itself after a failure, its errors in our words. */
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, SqliteDialect } from 'kysely';
import { UpstreamError, UserError } from '../errors.ts';
import { translateDatabaseError } from './database-error.ts';
import { migrate } from './migrate.ts';
import { openSqliteFile, sqlitePath } from './sqlite-file.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export interface Database {
  /**
   * Does `work` on the connection; it is done anew while the database is locked, so it must be one statement or
   * one transaction. Throws `UpstreamError('database')` when the database stays locked, is full, broken or away.
   */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** In milliseconds, between attempts on a locked database; together they leave a reply within Discord's three seconds. */
const lockWaits = [25, 50, 100, 200, 400];
/** After these the file is looked at and opened anew, at most once in `reopenWait` milliseconds. */
const reopenReasons: ReadonlySet<string> = new Set([
  'corrupt',
  'disk',
  'read-only',
  'cannot-open',
  'refused',
]);
const reopenWait = 1_000;

/**
 * Opens the database of a `file:` URL. Throws `UserError` (`database-foreign`, `database-newer`) when the file is
 * not for this program. When it is locked, broken or cannot be reached, the database is returned all the same:
 * each use tries again, and throws until it is back.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = createDatabase(() => connect(sqlitePath(url)));
  try {
    await database.use(async () => undefined);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    if (error.cause instanceof UserError) throw error.cause;
  }
  return database;
}

async function connect(path: string): Promise<Connection> {
  const connection = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqliteFile(path) }) });
  try {
    await migrate(connection);
    return connection;
  } catch (error) {
    await connection.destroy();
    throw error;
  }
}

function createDatabase(open: () => Promise<Connection>): Database {
  let connection: Promise<Connection> | null = null;
  let broken: { readonly error: UpstreamError; readonly until: number } | null = null;

  const disconnect = async (): Promise<void> => {
    const old = connection;
    connection = null;
    await old?.then((opened) => opened.destroy()).catch(() => undefined);
  };

  const attempt = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> => {
    if (broken !== null && performance.now() < broken.until) throw broken.error;
    connection ??= open();
    const opened = await connection.catch((error: unknown) => {
      connection = null;
      throw error;
    });
    return work(opened);
  };

  const explain = async (thrown: unknown): Promise<unknown> => {
    const error = translateDatabaseError(thrown);
    if (error instanceof UpstreamError && reopenReasons.has(error.reason) && error !== broken?.error) {
      broken = { error, until: performance.now() + reopenWait };
      await disconnect();
    }
    return error;
  };

  return {
    async use(work) {
      for (const pause of lockWaits) {
        try {
          return await attempt(work);
        } catch (thrown) {
          const error = await explain(thrown);
          if (!(error instanceof UpstreamError && error.reason === 'locked')) throw error;
          await wait(pause);
        }
      }
      throw new UpstreamError('database', 'locked');
    },
    async close() {
      broken = { error: new UpstreamError('database', 'closed'), until: Number.POSITIVE_INFINITY };
      await disconnect();
    },
  };
}
