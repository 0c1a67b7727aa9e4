import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createPending(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('pending')
    .addColumn('id', types.text, (column) => column.primaryKey())
    .addColumn('guild_id', types.text)
    .addColumn('holder', types.text, (column) => column.notNull())
    .addColumn('attempt', types.integer, (column) => column.notNull())
    .addColumn('expires_at', types.integer, (column) => column.notNull())
    .addColumn('sealed', types.bytes, (column) => column.notNull())
    .execute();
}
