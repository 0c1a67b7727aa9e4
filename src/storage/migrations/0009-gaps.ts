import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createGaps(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('gaps')
    .addColumn('id', types.integer, types.countedKey)
    .addColumn('guild_id', types.text, (column) => column.notNull())
    .addColumn('state', types.text, (column) => column.notNull())
    .addColumn('wordings', types.text, (column) => column.notNull())
    .addColumn('answer', types.text)
    .addColumn('pins', types.text, (column) => column.notNull())
    .addColumn('revision', types.integer, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('gaps_by_guild').on('gaps').column('guild_id').execute();
  await database.schema
    .createTable('gap_questions')
    .addColumn('guild_id', types.text, (column) => column.notNull())
    .addColumn('answer_id', types.text, (column) => column.notNull())
    .addColumn('gap_id', types.integer, (column) => column.notNull())
    .addColumn('question', types.text, (column) => column.notNull())
    .addColumn('member_id', types.text, (column) => column.notNull())
    .addColumn('reason', types.text, (column) => column.notNull())
    .addColumn('asked_at', types.text, (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_questions_key', ['guild_id', 'answer_id'])
    .execute();
  await database.schema
    .createTable('gap_wishes')
    .addColumn('guild_id', types.text, (column) => column.notNull())
    .addColumn('gap_id', types.integer, (column) => column.notNull())
    .addColumn('member_id', types.text, (column) => column.notNull())
    .addColumn('locale', types.text, (column) => column.notNull())
    .addColumn('wished_at', types.text, (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_wishes_key', ['gap_id', 'member_id'])
    .execute();
}
