import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createFeedback(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('answers')
    .addColumn('id', types.text, (column) => column.primaryKey())
    .addColumn('guild_id', types.text)
    .addColumn('outcome', types.text, (column) => column.notNull())
    .addColumn('citations', types.text, (column) => column.notNull())
    .addColumn('language', types.text, (column) => column.notNull())
    .addColumn('versions', types.text, (column) => column.notNull())
    .addColumn('shown_at', types.text, (column) => column.notNull())
    .addColumn('question', types.text)
    .addColumn('asker_id', types.text)
    .execute();
  await database.schema.createIndex('answers_by_time').on('answers').column('shown_at').execute();
  await database.schema.createIndex('answers_by_asker').on('answers').column('asker_id').execute();
  await database.schema
    .createTable('votes')
    .addColumn('answer_id', types.text, (column) => column.notNull())
    .addColumn('member_id', types.text, (column) => column.notNull())
    .addColumn('guild_id', types.text)
    .addColumn('helpful', types.integer, (column) => column.notNull())
    .addColumn('reason', types.text)
    .addColumn('note', types.text)
    .addColumn('voted_at', types.text, (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['answer_id', 'member_id'])
    .execute();
  await database.schema.createIndex('votes_by_member').on('votes').column('member_id').execute();
  await database.schema.createIndex('votes_by_time').on('votes').column('voted_at').execute();
}
