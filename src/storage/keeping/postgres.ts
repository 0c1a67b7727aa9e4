/** Backups of a PostgreSQL database as SQLite files, and PostgreSQL databases filled from such files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely';
import { UserError } from '../../errors.ts';
import { sqliteTypes } from '../column-types.ts';
import type { Connection } from '../engine.ts';
import { migrate, migrations, refuseNewer } from '../migrate.ts';
import { connectPostgres, createPostgresEngine, refusalOf } from '../postgres-engine.ts';
import { openSqliteFile } from '../sqlite-file.ts';
import type { Tables } from '../tables.ts';
import { claimPostgres, refuseOthers } from './claim-postgres.ts';
import { type Contents, copyOpenSqlite, holdSqliteFile, openSource, sealSqliteFile } from './copy-sqlite.ts';
import { type CopiedTable, copyTables, type TableShape } from './copy-tables.ts';
import { explainFailure } from './explain-failure.ts';
import { createPostgresSide } from './postgres-side.ts';
import { createSqliteSide, readTableShapes } from './sqlite-side.ts';
import {
  type Backup,
  nameByDate,
  nameGiven,
  plainEnd,
  writeBackup,
  writeBackupBeforeMigration,
} from './write-backup.ts';

/** Where backups go that are not told where to, and how their names begin. */
const folder = resolve('data/backups');
const stem = 'footnote';
/** In milliseconds, for one query: many rows are read or written by it. */
const queryTimeout = 600_000;

/**
 * Writes a backup of the database of `url`, as it is at one moment, to `path` or into `data/backups/`. It is a SQLite
 * file of the same schema. Throws `UserError`: as `writeBackup` does, or `database-missing`, `database-newer`.
 */
export async function backUpPostgres(url: string, path?: string): Promise<Backup> {
  const connection = connectPostgres(url, queryTimeout);
  const name = path === undefined ? nameByDate(folder, stem, plainEnd) : nameGiven(path);
  try {
    return await writeBackup(name, (part) => copyPostgres(connection, part, url));
  } finally {
    await connection.destroy();
  }
}

/** The same into `backups`, if the database has something to lose by a migration; only the last seven of these are kept. */
export async function backUpPostgresBeforeMigration(
  connection: Connection,
  url: string,
  backups = folder,
): Promise<void> {
  const schema = await findSchema(connection);
  if (schema === null || schema === 0 || schema >= migrations.length) return;
  await writeBackupBeforeMigration(backups, stem, (part) => copyPostgres(connection, part, url));
}

async function copyPostgres(connection: Connection, part: string, url: string): Promise<Contents> {
  await connection
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((transaction) => fillFile(part, transaction, new URL(url).host))
    .catch((error: unknown) => {
      throw refusalOf(error, url) ?? error;
    });
  // Reading the file through takes longer than the server lets a transaction wait.
  return sealSqliteFile(part, part);
}

async function fillFile(part: string, transaction: Transaction<Tables>, host: string): Promise<void> {
  const schema = await readSchema(transaction, host);
  await withFile(part, schema, async (file) => {
    file.exec('begin');
    await copyTables(createPostgresSide(transaction), createSqliteSide(file), readTableShapes(file));
    file.exec('commit');
  });
}

async function readSchema(transaction: Transaction<Tables>, host: string): Promise<number> {
  const schema = await findSchema(transaction);
  if (schema === null)
    throw new UserError('database-missing', `There is no database of this program at ${host}.`);
  refuseNewer(schema, `The database at ${host}`);
  return schema;
}

/** The number of the last migration that was taken; null where there is no database of ours. */
async function findSchema(connection: Connection): Promise<number | null> {
  const { rows } = await sql<{ readonly name: string | null }>`
    select to_regclass('schema_migrations')::text as name`.execute(connection);
  if (rows[0]?.name === null) return null;
  const { newest } = await connection
    .selectFrom('schema_migrations')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

/** Does something with the SQLite file at `path` once it has the shape of `schema`; it is made where it is missing. */
async function withFile<Result>(
  path: string,
  schema: number,
  work: (file: Sqlite.Database) => Promise<Result>,
): Promise<Result> {
  const file = openSqliteFile(path);
  const connection = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
  try {
    await migrate(connection, sqliteTypes, path, migrations.slice(0, schema));
    return await work(file);
  } finally {
    await connection.destroy();
    file.close();
  }
}

/**
 * Copies all that is in the SQLite file at `path`, which nobody may have open, into the PostgreSQL database of `url`,
 * which must have no rows of ours. All or nothing is moved; the file stays. Throws `UserError`.
 */
export async function moveToPostgres(path: string, url: string): Promise<readonly CopiedTable[]> {
  const source = holdSqliteFile(path);
  try {
    return await fillPostgres(source, path, url, refuseRows);
  } finally {
    source.close();
  }
}

/**
 * Puts what is in the backup at `path` in the place of all rows of ours in the database of `url`, of which a backup is
 * made before, at `keptPath`. Nobody else may use it. Throws `UserError`: nothing was changed then.
 */
export async function restorePostgres(
  path: string,
  url: string,
): Promise<{ readonly tables: readonly CopiedTable[]; readonly keptPath: string | null }> {
  const source = openSource(path);
  let keptPath: string | null = null;
  try {
    const tables = await fillPostgres(source, path, url, async (transaction, tables, host) => {
      if ((await findRows(transaction, tables)) === null) return;
      const name = nameByDate(folder, stem, '-before-restore.db');
      const kept = await writeBackup(name, async (part) => {
        await fillFile(part, transaction, host);
        return sealSqliteFile(part, part);
      });
      keptPath = kept.path;
      for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(transaction);
    });
    return { tables, keptPath };
  } finally {
    source.close();
  }
}

type Clear = (transaction: Transaction<Tables>, tables: readonly TableShape[], host: string) => Promise<void>;

async function fillPostgres(
  source: Sqlite.Database,
  path: string,
  url: string,
  clear: Clear,
): Promise<readonly CopiedTable[]> {
  const { host } = new URL(url);
  const scratch = mkdtempSync(join(tmpdir(), 'footnote-move-'));
  try {
    const copy = join(scratch, 'copy.db');
    await copyOpenSqlite(source, path, copy);
    return await withFile(copy, migrations.length, (file) =>
      withPostgres(url, async (transaction) => {
        const tables = readTableShapes(file);
        await claimPostgres(transaction, tables, host);
        await clear(transaction, tables, host);
        return copyTables(createSqliteSide(file), createPostgresSide(transaction), tables);
      }),
    );
  } catch (error) {
    throw explainFailure(
      error,
      (reason) =>
        new UserError(
          'move-failed',
          `Nothing was put into the database at ${host} (${reason}). Put that right, and run this again.`,
        ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** One transaction on a database that has today's shape. */
async function withPostgres<Result>(
  url: string,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const { host } = new URL(url);
  const engine = createPostgresEngine(url, queryTimeout, async (connection) => {
    await refuseOthers(connection, host);
    await backUpPostgresBeforeMigration(connection, url);
  });
  const { connection, close } = await engine.open();
  try {
    return await connection.transaction().execute(work);
  } finally {
    await close();
  }
}

const refuseRows: Clear = async (transaction, tables, host) => {
  const name = await findRows(transaction, tables);
  if (name !== null)
    throw new UserError(
      'database-not-empty',
      `The database at ${host} has rows of this program already (in the table ${name}). Nothing was moved. Name a database without them.`,
    );
};

/** The name of a table that is not empty. */
async function findRows(
  transaction: Transaction<Tables>,
  tables: readonly TableShape[],
): Promise<string | null> {
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length > 0) return name;
  }
  return null;
}
