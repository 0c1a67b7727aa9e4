import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export async function createEmbeddings(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('embeddings')
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('vector', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('embeddings_key', ['model', 'hash'])
    .execute();
}
