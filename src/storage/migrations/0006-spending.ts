import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createSpending(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('daily_spending')
    .addColumn('scope', types.text, (column) => column.notNull())
    .addColumn('day', types.text, (column) => column.notNull())
    .addColumn('tokens', types.integer, (column) => column.notNull())
    .addColumn('millionths', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_spending_key', ['scope', 'day'])
    .execute();
}
