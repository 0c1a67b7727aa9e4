/** SQLite's errors in our words. */
import Sqlite from 'better-sqlite3';
import { UpstreamError, UserError } from '../errors.ts';

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

/** A database that is down or broken becomes an `UpstreamError`; anything else, such as a wrong query, stays what it is. */
export function translateSqliteError(error: unknown): unknown {
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
