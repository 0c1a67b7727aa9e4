import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

/** All null in answers that were shown before. */
export async function addAnswerMaking(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  for (const column of ['milliseconds', 'tokens_in', 'tokens_out', 'tokens_cached', 'cost'])
    await database.schema.alterTable('answers').addColumn(column, types.integer).execute();
  await database.schema.alterTable('answers').addColumn('made_by', types.text).execute();
  await database.schema
    .createIndex('answers_by_guild')
    .on('answers')
    .columns(['guild_id', 'shown_at', 'id'])
    .execute();
  await database.schema.createIndex('votes_by_guild').on('votes').columns(['guild_id', 'voted_at']).execute();
}
