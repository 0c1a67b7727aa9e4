/** A database in a SQLite file. */
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { UpstreamError, UserError } from '../errors.ts';
import { sqliteTypes } from './column-types.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { openSqliteFile } from './sqlite-file.ts';
import type { Tables } from './tables.ts';

export function createSqliteEngine(path: string): Engine {
  return {
    async open() {
      const connection = new Kysely<Tables>({
        dialect: new SqliteDialect({ database: openSqliteFile(path) }),
      });
      try {
        await migrate(connection, sqliteTypes, path);
      } catch (error) {
        await connection.destroy();
        throw error;
      }
      return { connection, close: () => connection.destroy() };
    },
    translateError,
    pausesAfter: brokenReasons,
    // The file is looked at before it is used again.
    reopensAfter: brokenReasons,
    // There is one connection a process, and one writer a file: who has read what another changed since is refused as locked.
    takeTurn: async () => undefined,
    async scrub(connection) {
      // What is deleted stands in the write-ahead log too, until that is written back and cut to nothing.
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    },
  };
}

const brokenReasons: ReadonlySet<string> = new Set([
  'corrupt',
  'disk',
  'read-only',
  'cannot-open',
  'refused',
]);

/** Result codes, by how they begin (`SQLITE_BUSY_SNAPSHOT`, `SQLITE_IOERR_FSYNC`, ...), and the reason that each stands for. */
const reasons: readonly (readonly [string, string])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  ['SQLITE_PERM', 'cannot-open'],
  ['SQLITE_IOERR', 'disk'],
  ['SQLITE_PROTOCOL', 'locked'],
];

function translateError(error: unknown): unknown {
  if (error instanceof Sqlite.SqliteError) {
    const reason = reasons.find(([start]) => error.code.startsWith(start))?.[1];
    return reason === undefined ? error : new UpstreamError('database', reason, error);
  }
  if (error instanceof UserError) return new UpstreamError('database', 'refused', error);
  // The connection was given up while this waited for its turn.
  if (error instanceof TypeError && error.message === 'The database connection is not open') {
    return new UpstreamError('database', 'closed', error);
  }
  return error;
}
