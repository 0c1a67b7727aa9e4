import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createFeedback(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('citations', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('versions', 'text', (column) => column.notNull())
    .addColumn('shown_at', 'text', (column) => column.notNull())
    .addColumn('question', 'text')
    .addColumn('asker_id', 'text')
    .execute();
  await database.schema.createIndex('answers_by_time').on('answers').column('shown_at').execute();
  await database.schema.createIndex('answers_by_asker').on('answers').column('asker_id').execute();
  await database.schema
    .createTable('votes')
    .addColumn('answer_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text')
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('voted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['answer_id', 'member_id'])
    .execute();
  await database.schema.createIndex('votes_by_member').on('votes').column('member_id').execute();
  await database.schema.createIndex('votes_by_time').on('votes').column('voted_at').execute();
}
