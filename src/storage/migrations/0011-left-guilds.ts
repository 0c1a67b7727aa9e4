import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createLeftGuilds(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('left_guilds')
    .addColumn('guild_id', types.text, (column) => column.primaryKey())
    .addColumn('left_at', types.text, (column) => column.notNull())
    .execute();
}
