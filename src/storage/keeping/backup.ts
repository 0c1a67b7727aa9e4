/** Backups of a SQLite file, which may be in use. */
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { lastMigration } from '../migrate.ts';
import { copySqliteFile, readSchema, requireSqliteFile } from './copy-sqlite.ts';
import {
  type Backup,
  type BackupName,
  nameByDate,
  nameGiven,
  plainEnd,
  writeBackup,
} from './write-backup.ts';

const beforeMigration = '-before-migration.db';
/** Of those before migrations; what was asked for stays until the operator takes it away. */
const keptBackups = 7;

/**
 * Writes a backup of the database at `databasePath` to `path`, or into the folder `backups` beside it. Throws
 * `UserError`: as `writeBackup` does, or what is wrong with the database.
 */
export async function backUpSqliteFile(databasePath: string, path?: string): Promise<Backup> {
  const name = path === undefined ? nameBeside(databasePath, plainEnd) : nameGiven(path);
  requireSqliteFile(databasePath);
  return writeBackup(name, (part) => copySqliteFile(databasePath, part));
}

/** The same, if the database has something to lose by a migration; only the last seven of these are kept. */
export async function backUpBeforeMigration(databasePath: string): Promise<void> {
  const schema = readSchema(databasePath);
  if (schema === 0 || schema === lastMigration) return;
  const name = nameBeside(databasePath, beforeMigration);
  await writeBackup(name, (part) => copySqliteFile(databasePath, part));
  const earlier = readdirSync(name.folder).filter(
    (file) => file.startsWith(`${stemOf(databasePath)}-`) && file.endsWith(beforeMigration),
  );
  for (const file of earlier.toSorted().slice(0, -keptBackups))
    rmSync(join(name.folder, file), { force: true });
}

function nameBeside(databasePath: string, end: string): BackupName {
  return nameByDate(join(dirname(databasePath), 'backups'), stemOf(databasePath), end);
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}
