import type { IdentifyStore } from '../fleet/identify-guard.ts';
import type { Database } from './database.ts';

const day = 86_400_000;

/** Keeps one row an identify, for a day. */
export function createIdentifyStore(database: Database): IdentifyStore {
  return {
    note: (bot, shard, waitFor) =>
      database.transact(`identifies ${bot}`, async (transaction) => {
        const now = await database.now(transaction);
        await transaction
          .deleteFrom('identifies')
          .where('bot', '=', bot)
          .where((row) => row.or([row('at', '<=', now - day), row('at', '>', now + day)]))
          .execute();
        const recent = await transaction
          .selectFrom('identifies')
          .select(['shard', 'at'])
          .where('bot', '=', bot)
          .orderBy('at')
          .execute();
        const wait = waitFor(recent, now);
        if (wait.milliseconds === 0)
          await transaction.insertInto('identifies').values({ bot, shard, at: now }).execute();
        return wait;
      }),
  };
}
