/** The same for every kind of database. */
import { sqlitePath } from '../database-url.ts';
import { backUpSqliteFile } from './backup.ts';
import { backUpPostgres, restorePostgres } from './postgres.ts';
import { restoreSqliteFile } from './restore.ts';
import type { Backup } from './write-backup.ts';

/** Writes a backup of the database of `url`, which may be in use. Throws `UserError`. */
export async function backUp(url: string, path?: string): Promise<Backup> {
  const databasePath = sqlitePath(url);
  return databasePath === null ? backUpPostgres(url, path) : backUpSqliteFile(databasePath, path);
}

export interface Restored {
  /** What was restored, without user and password. */
  readonly place: string;
  readonly rows: number;
  /** Where what was replaced is now; null where there was nothing. */
  readonly keptPath: string | null;
}

/** Puts the backup at `path` in the place of the database of `url`, which nobody may use. Throws `UserError`. */
export async function restore(path: string, url: string): Promise<Restored> {
  const databasePath = sqlitePath(url);
  if (databasePath !== null) return { place: databasePath, ...(await restoreSqliteFile(path, databasePath)) };
  const { tables, keptPath } = await restorePostgres(path, url);
  return { place: new URL(url).host, rows: tables.reduce((sum, { rows }) => sum + rows, 0), keptPath };
}
