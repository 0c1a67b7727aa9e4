/** A copy of a SQLite file, made while others may use it, and looked through before anybody relies on it. */
import { existsSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { UpstreamError, UserError } from '../../errors.ts';
import { translateSqliteError } from '../sqlite-error.ts';
import { inspectSqliteFile } from '../sqlite-file.ts';

/** What a database holds. */
export interface Contents {
  /** The number of its last migration. */
  readonly schema: number;
  /** Of all tables together, but the list of migrations. */
  readonly rows: number;
}

/**
 * Copies what is committed in the database at `from`, its write-ahead log included, to one file at `to`, which must
 * not exist. Throws `UserError` (`database-missing`, `database-foreign`, `database-newer`, `database-broken`); there
 * is no file at `to` then. What the system or SQLite throws while writing is thrown as it is.
 */
export async function copySqliteFile(from: string, to: string): Promise<Contents> {
  const source = openSource(from);
  try {
    return await copyOpenSqlite(source, from, to);
  } finally {
    source.close();
  }
}

/** The same from `source`, where the file at `from` is open already. */
export async function copyOpenSqlite(source: Sqlite.Database, from: string, to: string): Promise<Contents> {
  try {
    if (statSync(from).size % Number(source.pragma('page_size', { simple: true })) !== 0)
      throw broken(from, 'its last page is cut');
    // All pages at once: between two steps a change by another process would begin the copy anew.
    await source.backup(to, { progress: () => allPages });
    return sealSqliteFile(to, from);
  } catch (error) {
    removeSqliteFile(to);
    throw brokenOr(error, from);
  }
}

/** To be read, whoever else uses it. */
export function openSource(path: string): Sqlite.Database {
  try {
    requireSqliteFile(path);
    inspectSqliteFile(path);
    return new Sqlite(path, { readonly: true, fileMustExist: true, timeout: sourceWait });
  } catch (error) {
    throw brokenOr(error, path);
  }
}

/** To be read while nobody else may use it, until it is closed. Throws `UserError('database-held')` where somebody does. */
export function holdSqliteFile(path: string): Sqlite.Database {
  openSource(path).close();
  const file = new Sqlite(path, { fileMustExist: true, timeout: holdWait });
  try {
    file.pragma('locking_mode = exclusive');
    file.prepare('select count(*) from sqlite_master').get();
    // Left behind by those who only looked; whoever is alone has no use for it.
    rmSync(`${path}-shm`, { force: true });
    return file;
  } catch (error) {
    file.close();
    throw isLocked(error) ? held(path) : error;
  }
}

export function isLocked(error: unknown): boolean {
  const translated = translateSqliteError(error);
  return translated instanceof UpstreamError && translated.reason === 'locked';
}

export function held(path: string): UserError {
  return new UserError(
    'database-held',
    `${path} is in use, and was not changed. Stop the bot, and run this again.`,
  );
}

function brokenOr(error: unknown, path: string): unknown {
  const translated = translateSqliteError(error);
  return translated instanceof UpstreamError && translated.reason === 'corrupt'
    ? broken(path, 'it is not a whole database')
    : error;
}

/** In milliseconds. */
const sourceWait = 5_000;
const holdWait = 500;
const allPages = 0x7f_ff_ff_ff;

export function removeSqliteFile(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal'])
    if (existsSync(`${path}${end}`)) rmSync(`${path}${end}`);
}

/** Throws `UserError('database-missing')`. */
export function requireSqliteFile(path: string): void {
  if (!existsSync(path)) throw new UserError('database-missing', `There is no database at ${path}.`);
}

/** Makes it one file without a log beside it, every page and row of which was read; `from` is what it was made of. */
export function sealSqliteFile(path: string, from: string): Contents {
  const file = new Sqlite(path, { fileMustExist: true });
  try {
    file.pragma('journal_mode = delete');
    const fault = file.pragma('integrity_check(1)', { simple: true });
    if (fault !== 'ok') throw broken(from, String(fault));
    if (file.prepare('pragma foreign_key_check').get() !== undefined)
      throw broken(from, 'a row names another that is not there');
    return readContents(file, from);
  } finally {
    file.close();
  }
}

/** The number of the last migration of the database at `path`; 0 where there was none. */
export function readSchema(path: string): number {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: sourceWait });
  try {
    return schemaOf(file);
  } finally {
    file.close();
  }
}

function schemaOf(file: Sqlite.Database): number {
  return tablesOf(file).includes('schema_migrations')
    ? Number(file.prepare('select coalesce(max(number), 0) from schema_migrations').pluck().get())
    : 0;
}

export function tablesOf(file: Sqlite.Database): string[] {
  return file
    .prepare<[], string>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
    )
    .pluck()
    .all();
}

function readContents(file: Sqlite.Database, from: string): Contents {
  const schema = schemaOf(file);
  if (schema === 0) throw broken(from, 'there is nothing in it');
  const count = (table: string) => Number(file.prepare(`select count(*) from "${table}"`).pluck().get());
  const tables = tablesOf(file).filter((table) => table !== 'schema_migrations');
  return { schema, rows: tables.reduce((sum, table) => sum + count(table), 0) };
}

function broken(path: string, how: string): UserError {
  return new UserError('database-broken', `${path} is broken (${how}). Nothing was changed.`);
}
