import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

/** Counts of limits, and the setting that now stands among others of its kind under a name like theirs. */
export async function createLimits(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('rate_limits')
    .addColumn('key', types.text, (column) => column.primaryKey())
    .addColumn('count', types.integer, (column) => column.notNull())
    .addColumn('ends_at', types.integer, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('rate_limits_by_end').on('rate_limits').column('ends_at').execute();
  await database
    .updateTable('guild_settings')
    .set({ key: 'memberPerMinute' })
    .where('key', '=', 'questionsPerMinute')
    .execute();
  const renamed = (column: 'before' | 'after') =>
    sql<string>`replace(${sql.ref(column)}, '"questionsPerMinute":', '"memberPerMinute":')`;
  await database
    .updateTable('settings_edits')
    .set({ before: renamed('before'), after: renamed('after') })
    .execute();
}
