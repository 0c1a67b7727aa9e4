import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createSettingsAndUsage(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('guild_settings')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('guild_settings_key', ['guild_id', 'key'])
    .execute();
  await database.schema
    .createTable('daily_answers')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_answers_key', ['scope', 'day'])
    .execute();
}
