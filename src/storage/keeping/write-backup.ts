/** What all backups share: a name with the date and the schema's number, which only a whole file gets. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { makeFolder } from '../sqlite-file.ts';
import { type Contents, removeSqliteFile } from './copy-sqlite.ts';
import { publish } from './durable-file.ts';
import { explainFailure } from './explain-failure.ts';

export interface Backup extends Contents {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Where a backup goes, and what it is called there. */
export interface BackupName {
  readonly folder: string;
  readonly nameFor: (schema: number) => string;
}

/** The end of the names of backups that were asked for; others say what they were made before. */
export const plainEnd = '.db';
const beforeMigration = '-before-migration.db';
/** Of those before migrations; what was asked for stays until the operator takes it away. */
const keptBackups = 7;

/** Lets `fill` write a backup before a migration into `folder`, where the last seven of these are kept. Throws as `writeBackup` does. */
export async function writeBackupBeforeMigration(
  folder: string,
  stem: string,
  fill: (part: string) => Promise<Contents>,
): Promise<void> {
  await writeBackup(nameByDate(folder, stem, beforeMigration), fill);
  // Another database's may be there, whose name goes on where this one's ends.
  const earlier = readdirSync(folder).filter(
    (file) =>
      file.startsWith(`${stem}-`) &&
      /^\d{4}(?:-\d\d){2}T[\d-]+Z-schema-\d+-before-migration\.db$/.test(file.slice(stem.length + 1)),
  );
  for (const file of earlier.toSorted().slice(0, -keptBackups)) rmSync(join(folder, file), { force: true });
}

/** `footnote-2026-11-29T11-45-00Z-schema-9.db` in `folder`; sorted by name they are sorted by time. */
export function nameByDate(folder: string, stem: string, end: string): BackupName {
  return {
    folder,
    nameFor: (schema) => join(folder, `${stem}-${timeForName()}-schema-${schema}${end}`),
  };
}

export function nameGiven(path: string): BackupName {
  return { folder: dirname(path), nameFor: () => path };
}

export function timeForName(): string {
  return `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** Lets `fill` write a SQLite file. Throws `UserError` (`backup-exists`, `backup-failed`): there is no new file then. */
export async function writeBackup(
  { folder, nameFor }: BackupName,
  fill: (part: string) => Promise<Contents>,
): Promise<Backup> {
  const part = join(folder, `.backup-${process.pid}.part`);
  try {
    makeFolder(folder);
    // Left by a process of this number that was killed.
    removeSqliteFile(part);
    const contents = await fill(part);
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
          `No backup could be written to ${folder} (${reason}), so nothing was changed. Make room there, and see that the process may write there and reach the database.`,
        ),
    );
  } finally {
    removeSqliteFile(part);
  }
}
