import type { Database } from './database.ts';

/** Belongs to no server: theirs are numbers. */
const trial = { scope: 'check', day: '', answers: 1 };

/** Writes, reads back and deletes a row, so that it is known whether that can be done. Throws `UpstreamError('database')`. */
export function createDatabaseCheck(database: Database): () => Promise<void> {
  return () =>
    database.transact('check', async (transaction) => {
      await transaction.insertInto('daily_answers').values(trial).execute();
      await transaction
        .selectFrom('daily_answers')
        .select('answers')
        .where('scope', '=', trial.scope)
        .executeTakeFirstOrThrow();
      await transaction.deleteFrom('daily_answers').where('scope', '=', trial.scope).execute();
    });
}
