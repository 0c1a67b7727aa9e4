import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createGaps(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('gaps')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('wordings', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('pins', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('gaps_by_guild').on('gaps').column('guild_id').execute();
  await database.schema
    .createTable('gap_questions')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('answer_id', 'text', (column) => column.notNull())
    .addColumn('gap_id', 'integer', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_questions_key', ['guild_id', 'answer_id'])
    .execute();
  await database.schema
    .createTable('gap_wishes')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('gap_id', 'integer', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('wished_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_wishes_key', ['gap_id', 'member_id'])
    .execute();
}
