import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { sqlitePath } from '../storage/database-url.ts';

/** The file of `DATABASE_URL`. Throws `UserError` where that is a PostgreSQL database. */
export function requireSqlitePath(): string {
  const path = sqlitePath(loadConfig(readEnvironment()).databaseUrl);
  if (path === null)
    throw new UserError(
      'database-elsewhere',
      'DATABASE_URL is a PostgreSQL database: use pg_dump and pg_restore.',
    );
  return path;
}
