import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

export async function createEmbeddings(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('embeddings')
    .addColumn('model', types.text, (column) => column.notNull())
    .addColumn('hash', types.text, (column) => column.notNull())
    .addColumn('vector', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('embeddings_key', ['model', 'hash'])
    .execute();
}
