import type { UsageStore } from '../guilds/stores.ts';
import type { Database } from './database.ts';

/** Keeps one row a server, of the last day on which it asked: days before are deleted. */
export function createUsageStore(database: Database): UsageStore {
  return {
    take: (scope, day, limit) =>
      limit <= 0
        ? Promise.resolve(null)
        : database.transact(null, async (transaction) => {
            const taken = await transaction
              .insertInto('daily_answers')
              .values({ scope, day, answers: 1 })
              .onConflict((conflict) =>
                conflict
                  .columns(['scope', 'day'])
                  .doUpdateSet((row) => ({ answers: row('daily_answers.answers', '+', 1) }))
                  .where('daily_answers.answers', '<', limit),
              )
              .returning('answers')
              .executeTakeFirst();
            if (taken?.answers === 1) {
              await transaction
                .deleteFrom('daily_answers')
                .where('scope', '=', scope)
                .where('day', '<', day)
                .execute();
            }
            return taken?.answers ?? null;
          }),
    async used(scope, day) {
      const row = await database.use((connection) =>
        connection
          .selectFrom('daily_answers')
          .select('answers')
          .where('scope', '=', scope)
          .where('day', '=', day)
          .executeTakeFirst(),
      );
      return row?.answers ?? 0;
    },
  };
}
