/** Brings a database to the shape that this version knows: numbered steps, each in a transaction of its own. */
import type { Kysely } from 'kysely';
import { UserError } from '../errors.ts';
import type { ColumnTypes } from './column-types.ts';
import { createSettingsAndUsage } from './migrations/0001-settings-and-usage.ts';
import { createEmbeddings } from './migrations/0002-embeddings.ts';
import { createArticles } from './migrations/0003-articles.ts';
import { createFeedback } from './migrations/0004-feedback.ts';
import { createSettingsHistory } from './migrations/0005-settings-history.ts';
import { createSpending } from './migrations/0006-spending.ts';
import { addAnswerMaking } from './migrations/0007-answer-making.ts';
import { createLimits } from './migrations/0008-limits.ts';
import { createGaps } from './migrations/0009-gaps.ts';
import { createPending } from './migrations/0010-pending.ts';
import { createLeftGuilds } from './migrations/0011-left-guilds.ts';
import { createFleet } from './migrations/0012-fleet.ts';
import type { Tables } from './tables.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  up(database: Kysely<Tables>, types: ColumnTypes): Promise<void>;
}

/** In order. One that was released is never changed; a change of shape is a new one. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'settings-and-usage', up: createSettingsAndUsage },
  { number: 2, name: 'embeddings', up: createEmbeddings },
  { number: 3, name: 'articles', up: createArticles },
  { number: 4, name: 'feedback', up: createFeedback },
  { number: 5, name: 'settings-history', up: createSettingsHistory },
  { number: 6, name: 'spending', up: createSpending },
  { number: 7, name: 'answer-making', up: addAnswerMaking },
  { number: 8, name: 'limits', up: createLimits },
  { number: 9, name: 'gaps', up: createGaps },
  { number: 10, name: 'pending', up: createPending },
  { number: 11, name: 'left-guilds', up: createLeftGuilds },
  { number: 12, name: 'fleet', up: createFleet },
];

/** The number of the last migration that this version knows. A database beyond it was written by a newer version. */
export const lastMigration = migrations.length;

/** Throws `UserError('database-newer')` where the newest step that a database has taken is not known here. */
export function refuseNewer(newest: number, place: string): void {
  if (newest > lastMigration)
    throw new UserError(
      'database-newer',
      `${place} was written by a newer version of this program. Nothing in it was changed. Update the program, or set DATABASE_URL to another database.`,
    );
}

/** Takes the steps that the database at `place` lacks. Two processes at once take each step once. Throws `UserError('database-newer')`. */
export async function migrate(
  database: Kysely<Tables>,
  types: ColumnTypes,
  place: string,
  steps = migrations,
): Promise<void> {
  await database.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('number', types.integer, (column) => column.primaryKey())
    .addColumn('name', types.text, (column) => column.notNull())
    .addColumn('applied_at', types.text, (column) => column.notNull())
    .execute();
  const rows = await database.selectFrom('schema_migrations').select('number').execute();
  const taken = new Set(rows.map((row) => row.number));
  refuseNewer(Math.max(0, ...taken), place);
  for (const migration of steps.filter(({ number }) => !taken.has(number)))
    await take(database, migration, types);
}

async function take(
  database: Kysely<Tables>,
  { number, name, up }: Migration,
  types: ColumnTypes,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Written first: it takes the write lock, and whoever finds the row there already has nothing left to do.
    const claim = await transaction
      .insertInto('schema_migrations')
      .values({ number, name, applied_at: new Date().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (claim.numInsertedOrUpdatedRows === 1n) await up(transaction, types);
  });
}
