/** A PostgreSQL database for one process alone. */
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { UserError } from '../../errors.ts';
import type { Connection } from '../engine.ts';
import type { Tables } from '../tables.ts';
import type { TableShape } from './copy-tables.ts';

/** Keeps everybody else out until the transaction ends. Throws `UserError('database-held')` where somebody is in. */
export async function claimPostgres(
  transaction: Transaction<Tables>,
  tables: readonly TableShape[],
  host: string,
): Promise<void> {
  await refuseOthers(transaction, host);
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in access exclusive mode`.execute(
    transaction,
  );
}

/** Throws `UserError('database-held')` where somebody uses the database. */
export async function refuseOthers(connection: Connection, host: string): Promise<void> {
  for (let attempt = 0; await hasOthers(connection); attempt += 1) {
    if (attempt === claimAttempts)
      throw new UserError(
        'database-held',
        `The database at ${host} is in use, and was not changed. Stop the bot, and run this again.`,
      );
    await wait(claimWait);
  }
}

/** A process that has just ended may still be listed. */
const claimAttempts = 5;
const claimWait = 200;

async function hasOthers(connection: Connection): Promise<boolean> {
  const { rows } = await sql`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = current_setting('application_name') and pid <> pg_backend_pid()`.execute(
    connection,
  );
  return rows.length > 0;
}
