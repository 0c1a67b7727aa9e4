import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createSpending(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('daily_spending')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('tokens', 'integer', (column) => column.notNull())
    .addColumn('millionths', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_spending_key', ['scope', 'day'])
    .execute();
}
