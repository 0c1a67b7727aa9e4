/** Puts a backup in the place of a SQLite file, which is kept beside it. */
import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { UpstreamError, UserError } from '../../errors.ts';
import { translateSqliteError } from '../sqlite-error.ts';
import { inspectSqliteFile, makeFolder } from '../sqlite-file.ts';
import { type Contents, copySqliteFile, held, isLocked, removeSqliteFile } from './copy-sqlite.ts';
import { keepAs, publish } from './durable-file.ts';
import { explainFailure } from './explain-failure.ts';
import { timeForName } from './write-backup.ts';

export interface Restored extends Contents {
  /** Where the file that was replaced is now; null where there was none. */
  readonly keptPath: string | null;
}

/**
 * Checks the database at `from` and puts a copy of it at `path`, which nobody may have open. Throws `UserError`
 * (`database-held`, `restore-failed`, or what is wrong with either file): at `path` is what was there before.
 */
export async function restoreSqliteFile(from: string, path: string): Promise<Restored> {
  const part = `${path}.${process.pid}.part`;
  try {
    makeFolder(dirname(path));
    // Left by a process of this number that was killed.
    removeSqliteFile(part);
    const contents = await copySqliteFile(from, part);
    claim(path);
    return { ...contents, keptPath: await replace(path, part) };
  } catch (error) {
    throw explainFailure(
      error,
      (reason) =>
        new UserError(
          'restore-failed',
          `${path} could not be replaced (${reason}). What it was is still there, or beside it.`,
        ),
    );
  } finally {
    removeSqliteFile(part);
  }
}

/**
 * Makes the file whole by itself, without a log beside it. SQLite does that only while no other process has the file
 * open, so it fails while a bot runs. A broken file is left as it is: nothing can be running on it.
 */
function claim(path: string): void {
  if (!existsSync(path)) return;
  try {
    refuseForeign(path);
    const file = new Sqlite(path, { fileMustExist: true, timeout: claimWait });
    try {
      file.pragma('journal_mode = delete');
    } finally {
      file.close();
    }
  } catch (thrown) {
    if (isLocked(thrown)) throw held(path);
    const error = thrown instanceof UserError ? thrown : translateSqliteError(thrown);
    if (!(error instanceof UpstreamError && error.reason === 'corrupt')) throw error;
  }
}

/** In milliseconds. */
const claimWait = 500;

/** A file of a newer version may be replaced: that is how one goes back to an older one. */
function refuseForeign(path: string): void {
  try {
    inspectSqliteFile(path);
  } catch (error) {
    if (!(error instanceof UserError && error.code === 'database-newer')) throw error;
  }
}

/** At every moment there is a whole database at `path`, the old one or the new one. */
async function replace(path: string, part: string): Promise<string | null> {
  const keptPath = `${path}.${timeForName()}-before-restore`;
  const isThere = existsSync(path);
  if (isThere) await keepAs(path, keptPath);
  // Left by a file that is broken or gone. Beside the new one they would be taken for its own, and break it.
  for (const end of ['-wal', '-shm', '-journal'])
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${keptPath}${end}`);
  await publish(part, path);
  return isThere ? keptPath : null;
}
