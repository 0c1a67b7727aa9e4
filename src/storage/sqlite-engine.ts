/** A database in a SQLite file. */
import { Kysely, sql } from 'kysely';
import { sqliteTypes } from './column-types.ts';
import type { Engine } from './engine.ts';
import { backUpBeforeMigration } from './keeping/backup.ts';
import { migrate } from './migrate.ts';
import { ForgivingSqliteDialect } from './sqlite-dialect.ts';
import { translateSqliteError } from './sqlite-error.ts';
import { openSqliteFile } from './sqlite-file.ts';
import type { Tables } from './tables.ts';

export function createSqliteEngine(path: string): Engine {
  return {
    async open() {
      const connection = new Kysely<Tables>({
        dialect: new ForgivingSqliteDialect({ database: openSqliteFile(path) }),
      });
      try {
        await backUpBeforeMigration(path);
        await migrate(connection, sqliteTypes, path);
      } catch (error) {
        await connection.destroy();
        throw error;
      }
      return { connection, close: () => connection.destroy() };
    },
    translateError: translateSqliteError,
    pausesAfter: brokenReasons,
    // The file is looked at before it is used again.
    reopensAfter: brokenReasons,
    // There is one connection a process, and one writer a file: who has read what another changed since is refused as locked.
    takeTurn: async () => undefined,
    now: async () => Date.now(),
    // One process has the file.
    announce: async () => undefined,
    listen: () => () => undefined,
    async scrub(connection) {
      // What is deleted stands in the write-ahead log too, until that is written back and cut to nothing.
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    },
  };
}

const brokenReasons: ReadonlySet<string> = new Set([
  'corrupt',
  'disk',
  'read-only',
  'cannot-open',
  'refused',
]);
