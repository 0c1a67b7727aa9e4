import type { SpendingStore } from '../guilds/stores.ts';
import type { Database } from './database.ts';

/** Money is kept in whole millionths, so that sums are exact. */
const million = 1_000_000;

/** Keeps one row a server, of the last day on which a model wrote for it: days before are deleted. */
export function createSpendingStore(database: Database): SpendingStore {
  return {
    add: (scope, day, { tokens, money }) =>
      database.transact(null, async (transaction) => {
        const millionths = Math.round(money * million);
        const sum = await transaction
          .insertInto('daily_spending')
          .values({ scope, day, tokens, millionths })
          .onConflict((conflict) =>
            conflict.columns(['scope', 'day']).doUpdateSet((row) => ({
              tokens: row('daily_spending.tokens', '+', tokens),
              millionths: row('daily_spending.millionths', '+', millionths),
            })),
          )
          .returning(['tokens', 'millionths'])
          .executeTakeFirstOrThrow();
        await transaction
          .deleteFrom('daily_spending')
          .where('scope', '=', scope)
          .where('day', '<', day)
          .execute();
        return { tokens: sum.tokens, money: sum.millionths / million };
      }),
    async of(scope, day) {
      const row = await database.use((connection) =>
        connection
          .selectFrom('daily_spending')
          .select(['tokens', 'millionths'])
          .where('scope', '=', scope)
          .where('day', '=', day)
          .executeTakeFirst(),
      );
      return { tokens: row?.tokens ?? 0, money: (row?.millionths ?? 0) / million };
    },
  };
}
