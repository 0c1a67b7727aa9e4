import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Tables } from '../tables.ts';

/** Which processes run the bot, who has which shard, and when shards identified themselves. */
export async function createFleet(database: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('fleet_processes')
    .addColumn('id', types.text, (column) => column.primaryKey())
    .addColumn('bot', types.text, (column) => column.notNull())
    .addColumn('place', types.integer, (column) => column.notNull())
    .addColumn('host', types.text, (column) => column.notNull())
    .addColumn('machine', types.text, (column) => column.notNull())
    .addColumn('pid', types.integer, (column) => column.notNull())
    .addColumn('begun', types.text, (column) => column.notNull())
    .addColumn('since', types.text, (column) => column.notNull())
    .addColumn('beat', types.integer, (column) => column.notNull())
    .addColumn('shard_count', types.integer, (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('fleet_shards')
    .addColumn('bot', types.text, (column) => column.notNull())
    .addColumn('shard', types.integer, (column) => column.notNull())
    .addColumn('process_id', types.text, (column) => column.notNull())
    .addPrimaryKeyConstraint('fleet_shards_key', ['bot', 'shard'])
    .execute();
  await database.schema
    .createTable('identifies')
    .addColumn('bot', types.text, (column) => column.notNull())
    .addColumn('shard', types.integer, (column) => column.notNull())
    .addColumn('at', types.integer, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('identifies_by_time').on('identifies').columns(['bot', 'at']).execute();
}
