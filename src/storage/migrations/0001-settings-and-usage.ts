import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createSettingsAndUsage(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('guild_settings')
    .addColumn('guild_id', types.text, (column) => column.notNull())
    .addColumn('key', types.text, (column) => column.notNull())
    .addColumn('value', types.text, (column) => column.notNull())
    .addPrimaryKeyConstraint('guild_settings_key', ['guild_id', 'key'])
    .execute();
  await database.schema
    .createTable('daily_answers')
    .addColumn('scope', types.text, (column) => column.notNull())
    .addColumn('day', types.text, (column) => column.notNull())
    .addColumn('answers', types.integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_answers_key', ['scope', 'day'])
    .execute();
}
