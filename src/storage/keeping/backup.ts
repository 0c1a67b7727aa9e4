/** Backups of a SQLite file, which may be in use. */
import { basename, dirname, extname, join } from 'node:path';
import { lastMigration } from '../migrate.ts';
import { copySqliteFile, readSchema, requireSqliteFile } from './copy-sqlite.ts';
import {
  type Backup,
  nameByDate,
  nameGiven,
  plainEnd,
  writeBackup,
  writeBackupBeforeMigration,
} from './write-backup.ts';

/**
 * Writes a backup of the database at `databasePath` to `path`, or into the folder `backups` beside it. Throws
 * `UserError`: as `writeBackup` does, or what is wrong with the database.
 */
export async function backUpSqliteFile(databasePath: string, path?: string): Promise<Backup> {
  const name =
    path === undefined
      ? nameByDate(folderBeside(databasePath), stemOf(databasePath), plainEnd)
      : nameGiven(path);
  requireSqliteFile(databasePath);
  return writeBackup(name, (part) => copySqliteFile(databasePath, part));
}

/** The same, if the database has something to lose by a migration; only the last seven of these are kept. */
export async function backUpBeforeMigration(databasePath: string): Promise<void> {
  const schema = readSchema(databasePath);
  if (schema === 0 || schema === lastMigration) return;
  await writeBackupBeforeMigration(folderBeside(databasePath), stemOf(databasePath), (part) =>
    copySqliteFile(databasePath, part),
  );
}

function folderBeside(databasePath: string): string {
  return join(dirname(databasePath), 'backups');
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}
