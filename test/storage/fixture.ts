/** A folder of its own for each test's database, taken away afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';

const folders: string[] = [];
const opened: Database[] = [];

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

/** A connection that is closed after the test. */
export async function open(path: string = newPath()): Promise<Database> {
  const database = await openDatabase(`file:${path}`);
  opened.push(database);
  return database;
}
