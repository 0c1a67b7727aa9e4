import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createSettingsHistory(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('settings_edits')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('edited_at', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('settings_edits_by_guild')
    .on('settings_edits')
    .columns(['guild_id', 'id'])
    .execute();
}
