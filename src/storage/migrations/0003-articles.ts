import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createArticles(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('articles')
    .addColumn('version', 'text', (column) => column.primaryKey())
    .addColumn('article', 'text', (column) => column.notNull())
    .execute();
}
