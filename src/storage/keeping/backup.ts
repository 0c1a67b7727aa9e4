/** Backups of a SQLite file: one file each, with the date and the schema's number in its name. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { lastMigration } from '../migrate.ts';
import {
  type Contents,
  copySqliteFile,
  readSchema,
  removeSqliteFile,
  requireSqliteFile,
} from './copy-sqlite.ts';
import { publish } from './durable-file.ts';
import { explainFailure } from './explain-failure.ts';

export interface Backup extends Contents {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

const plain = '.db';
const beforeMigration = '-before-migration.db';
/** Of those before migrations; what was asked for stays until the operator takes it away. */
const keptBackups = 7;

/**
 * Writes a backup of the database at `databasePath`, which may be in use, to `path`, or into the folder `backups`
 * beside it. Throws `UserError` (`backup-exists`, `backup-failed`, or what is wrong with the database): there is no
 * new file then.
 */
export async function backUpSqliteFile(databasePath: string, path?: string): Promise<Backup> {
  return path === undefined
    ? writeInFolder(databasePath, plain)
    : write(databasePath, dirname(path), () => path);
}

/** The same, if the database has something to lose by a migration; only the last seven of these are kept. */
export async function backUpBeforeMigration(databasePath: string): Promise<void> {
  const schema = readSchema(databasePath);
  if (schema === 0 || schema === lastMigration) return;
  const backup = await writeInFolder(databasePath, beforeMigration);
  const folder = dirname(backup.path);
  const earlier = readdirSync(folder).filter(
    (name) => name.startsWith(`${stemOf(databasePath)}-`) && name.endsWith(beforeMigration),
  );
  // Sorted by name they are sorted by time.
  for (const name of earlier.toSorted().slice(0, -keptBackups)) rmSync(join(folder, name), { force: true });
}

function writeInFolder(databasePath: string, end: string): Promise<Backup> {
  const folder = join(dirname(databasePath), 'backups');
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return write(databasePath, folder, (schema) =>
    join(folder, `${stemOf(databasePath)}-${time}Z-schema-${schema}${end}`),
  );
}

async function write(
  databasePath: string,
  folder: string,
  nameFor: (schema: number) => string,
): Promise<Backup> {
  const part = join(folder, `.${stemOf(databasePath)}-${process.pid}.part`);
  try {
    requireSqliteFile(databasePath);
    if (!existsSync(folder)) mkdirSync(folder);
    const contents = await copySqliteFile(databasePath, part);
    const path = nameFor(contents.schema);
    if (existsSync(path))
      throw new UserError('backup-exists', `${path} is there already. Name another file.`);
    const { size } = statSync(part);
    await publish(part, path);
    return { path, size, ...contents };
  } catch (error) {
    throw explainFailure(
      error,
      (reason) =>
        new UserError(
          'backup-failed',
          `No backup could be written to ${folder} (${reason}), so nothing was changed. Make room there, or let the process write there.`,
        ),
    );
  } finally {
    removeSqliteFile(part);
  }
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}
