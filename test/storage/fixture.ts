/** A database of its own for each test, on SQLite and on PostgreSQL, taken away afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';

export const kinds = ['SQLite', 'PostgreSQL'] as const;
type Kind = (typeof kinds)[number];

const folders: string[] = [];
const opened: Database[] = [];
let count = 0;

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The path of a database file that does not exist yet, in a folder that does not either. */
export function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-storage-'));
  folders.push(folder);
  return join(folder, 'data', 'footnote.db');
}

/** Where a database that is no file is backed up before a migration. */
export function newBackupFolder(): string {
  return join(dirname(newPath()), 'backups');
}

/** The URL of an empty database. */
export async function newUrl(kind: Kind): Promise<string> {
  if (kind === 'SQLite') return `file:${newPath()}`;
  const { url } = inject('postgres');
  count += 1;
  const name = `test_${process.pid}_${process.hrtime.bigint()}_${count}`;
  await onServer(url, `create database ${name}`);
  return `${url}${name}`;
}

/** A connection to a file, or to the database of a URL, that is closed after the test; what is no file is backed up into `backups`. */
export async function open(place: string = newPath(), backups = newBackupFolder()): Promise<Database> {
  const url = /^(file|postgres):/.test(place) ? place : `file:${place}`;
  const database = await openDatabase(url, { backups });
  opened.push(database);
  return database;
}

/** A connection to a new database. */
export async function openNew(kind: Kind): Promise<Database> {
  return open(await newUrl(kind));
}

/** The server is being started while the first tests run. */
async function onServer(url: string, statement: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const server = new pg.Client({ connectionString: `${url}postgres` });
    try {
      await server.connect();
      await server.query(statement);
      return;
    } catch (error) {
      if (attempt >= 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await server.end();
    }
  }
}
