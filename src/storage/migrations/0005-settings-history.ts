import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createSettingsHistory(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('settings_edits')
    .addColumn('id', types.integer, types.countedKey)
    .addColumn('guild_id', types.text, (column) => column.notNull())
    .addColumn('member_id', types.text, (column) => column.notNull())
    .addColumn('edited_at', types.text, (column) => column.notNull())
    .addColumn('before', types.text, (column) => column.notNull())
    .addColumn('after', types.text, (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('settings_edits_by_guild')
    .on('settings_edits')
    .columns(['guild_id', 'id'])
    .execute();
}
