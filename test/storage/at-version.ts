import { Kysely, SqliteDialect } from 'kysely';
import { sqliteTypes } from '../../src/storage/column-types.ts';
import { sqlitePath } from '../../src/storage/database-url.ts';
import type { Connection } from '../../src/storage/engine.ts';
import { migrate, migrations } from '../../src/storage/migrate.ts';
import { connectPostgres, preparePostgres } from '../../src/storage/postgres-engine.ts';
import { openSqliteFile } from '../../src/storage/sqlite-file.ts';
import type { Tables } from '../../src/storage/tables.ts';

/** Does something with a database that an earlier version left, whose last migration is `schema`. */
export async function atVersion<Result>(
  url: string,
  schema: number,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const steps = migrations.slice(0, schema);
  const path = sqlitePath(url);
  const connection =
    path === null
      ? connectPostgres(url, 10_000)
      : new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqliteFile(path) }) });
  try {
    if (path === null) await preparePostgres(connection, '', { steps });
    else await migrate(connection, sqliteTypes, path, steps);
    return await work(connection);
  } finally {
    await connection.destroy();
  }
}
