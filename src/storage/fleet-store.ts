import type { Transaction } from 'kysely';
import type { FleetState, FleetStore, KnownProcess } from '../fleet/fleet-store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

type Row = Tables['fleet_processes'];

/** Keeps one row a process that runs, and one a shard that one has. */
export function createFleetStore(database: Database): FleetStore {
  return {
    join: (bot, { id, host, machine, pid, begun, since }, shardCount) =>
      database.transact(`fleet ${bot}`, async (transaction) => {
        const { processes } = await readState(transaction, bot);
        const last = await transaction
          .selectFrom('fleet_processes')
          .select(({ fn }) => fn.max('place').as('place'))
          .where('bot', '=', bot)
          .executeTakeFirst();
        const row = { id, bot, host, machine, pid, begun, since, beat: 1, shard_count: shardCount };
        // It may be there already, where nobody heard that it was written.
        if (!processes.some((process) => process.id === id))
          await transaction
            .insertInto('fleet_processes')
            .values({ ...row, place: (last?.place ?? 0) + 1 })
            .execute();
        return readState(transaction, bot);
      }),
    beat: (bot, id, shardCount) =>
      database.transact(null, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('fleet_processes')
          .set((row) => ({ beat: row('beat', '+', 1), shard_count: shardCount }))
          .where('id', '=', id)
          .executeTakeFirst();
        return numUpdatedRows === 0n ? null : readState(transaction, bot);
      }),
    take: (bot, shard, id) =>
      database.transact(`fleet ${bot}`, async (transaction) => {
        await transaction
          .insertInto('fleet_shards')
          .columns(['bot', 'shard', 'process_id'])
          .expression((build) =>
            build
              .selectFrom('fleet_processes')
              .select(['bot', build.lit(shard).as('shard'), 'id'])
              .where('bot', '=', bot)
              .where('id', '=', id),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return (await readState(transaction, bot)).holders.get(shard) === id;
      }),
    giveUp: (bot, shard, id) =>
      database.use(async (connection) => {
        await connection
          .deleteFrom('fleet_shards')
          .where('bot', '=', bot)
          .where('shard', '=', shard)
          .where('process_id', '=', id)
          .execute();
      }),
    remove: (bot, { id, beat }) =>
      database.transact(`fleet ${bot}`, (transaction) => remove(transaction, id, beat)),
    leave: (bot, id) =>
      database.transact(`fleet ${bot}`, async (transaction) => {
        await remove(transaction, id);
      }),
  };
}

async function remove(transaction: Transaction<Tables>, id: string, beat?: number): Promise<boolean> {
  let removing = transaction.deleteFrom('fleet_processes').where('id', '=', id);
  if (beat !== undefined) removing = removing.where('beat', '=', beat);
  const { numDeletedRows } = await removing.executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await transaction.deleteFrom('fleet_shards').where('process_id', '=', id).execute();
  return true;
}

async function readState(transaction: Transaction<Tables>, bot: string): Promise<FleetState> {
  const rows = await transaction
    .selectFrom('fleet_processes')
    .selectAll()
    .where('bot', '=', bot)
    .orderBy('place')
    .execute();
  const shards = await transaction.selectFrom('fleet_shards').selectAll().where('bot', '=', bot).execute();
  return {
    processes: rows.map(toProcess),
    holders: new Map(shards.map(({ shard, process_id }) => [shard, process_id])),
  };
}

function toProcess({ id, host, machine, pid, begun, since, beat, shard_count }: Row): KnownProcess {
  return { id, host, machine, pid, begun, since, beat, shardCount: shard_count };
}
