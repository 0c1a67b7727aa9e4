import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createArticles(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('articles')
    .addColumn('version', types.text, (column) => column.primaryKey())
    .addColumn('article', types.text, (column) => column.notNull())
    .execute();
}
