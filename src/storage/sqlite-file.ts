/** A SQLite file: looked at without touching it, then opened so that a commit that was acknowledged is on the disk. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { UpstreamError, UserError } from '../errors.ts';
import { refuseNewer } from './migrate.ts';

/** “Fnte” in the file's header says whose file it is. */
const applicationId = 0x46_6e_74_65;

/**
 * Opens the file, and makes it and its folder when they are missing. A file that is not ours, is broken, or was
 * written by a newer version is refused before anything is written: `UserError` (`database-foreign`,
 * `database-newer`) or `UpstreamError`. SQLite's own errors are thrown as they are.
 */
export function openSqliteFile(path: string): Sqlite.Database {
  makeFolder(dirname(path));
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new UpstreamError('database', 'cannot-open');
  if (found !== undefined && found.size > 0) inspectSqliteFile(path);
  const file = new Sqlite(path, { timeout: lockWait });
  try {
    file.pragma(`application_id = ${applicationId}`);
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    // What is deleted is written over, not left in the file until something else needs its room.
    file.pragma('secure_delete = ON');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Waiting for a lock stops everything else in the process, so it is short here and repeated by whoever can wait. */
const lockWait = 50;

/** One folder after the other: Node's own recursive way never ends where a file system refuses with ENOENT. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw new UpstreamError('database', 'cannot-open', error);
  }
}

/**
 * Looks at a file through a read-only connection: even opening for writing could change one that is not ours.
 * Throws `UserError` (`database-foreign`, `database-newer`) or `UpstreamError`.
 */
export function inspectSqliteFile(path: string): void {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: lockWait });
  try {
    const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    if (tables.length > 0 && file.pragma('application_id', { simple: true }) !== applicationId) {
      throw new UserError(
        'database-foreign',
        `${path} is a database of another program. Nothing in it was changed. Set DATABASE_URL to another file.`,
      );
    }
    if (file.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new UpstreamError('database', 'corrupt');
    if (tables.includes('schema_migrations')) refuseNewer(newestMigration(file), path);
  } finally {
    file.close();
  }
}

function newestMigration(file: Sqlite.Database): number {
  return Number(file.prepare('select coalesce(max(number), 0) from schema_migrations').pluck().get());
}
