/** Rate limiters: in memory, and in the database with memory standing in while that is away. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { UpstreamError } from '../errors.ts';
import type { KeptRateLimiter, RateLimiter } from '../guilds/rate-limiter.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';

export function createMemoryRateLimiter(): RateLimiter {
  // It only counts: limits are the servers' own, so whoever asks compares. Each key has its own duration.
  const limiter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 });
  return {
    async take(key, endsAt) {
      // At least a little: none would mean for ever.
      const milliseconds = Math.max(1, endsAt - Date.now());
      const { consumedPoints, msBeforeNext } = await limiter.consume(key, 1, {
        customDuration: milliseconds / 1000,
      });
      return { count: consumedPoints, endsAt: Date.now() + msBeforeNext };
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
  };
}

/** Rows whose end has come are deleted with the next count. */
export function createKeptRateLimiter({
  database,
  log,
}: {
  readonly database: Database;
  readonly log: Log;
}): KeptRateLimiter {
  const insurance = createMemoryRateLimiter();
  let away = false;

  /** Does it in the database, or in memory while that is away. */
  const insured = async <Result>(
    work: () => Promise<Result>,
    inMemory: () => Promise<Result>,
  ): Promise<Result> => {
    try {
      const result = await work();
      if (away) log.info('limits-store-back');
      away = false;
      return result;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      if (!away) log.warn('limits-store-away', { reason: error.reason, error });
      away = true;
      return inMemory();
    }
  };

  return {
    take: (key, endsAt) =>
      insured(
        () => takeFrom(database, key, endsAt),
        () => insurance.take(key, endsAt),
      ),
    giveBack: (key) =>
      insured(
        async () => {
          await database.use((connection) =>
            connection
              .updateTable('rate_limits')
              .set((row) => ({ count: row('count', '-', 1) }))
              .where('key', '=', key)
              .where('count', '>', 0)
              .execute(),
          );
        },
        () => insurance.giveBack(key),
      ),
    async ofMember(memberId) {
      const rows = await database.use((connection) =>
        connection
          .selectFrom('rate_limits')
          .selectAll()
          .where('key', 'like', `%/member/${memberId}`)
          .where('ends_at', '>', Date.now())
          .orderBy('key')
          .execute(),
      );
      return rows.map(({ key, count, ends_at }) => ({ key, count, until: new Date(ends_at).toISOString() }));
    },
  };
}

function takeFrom(database: Database, key: string, endsAt: number) {
  return database.transact(null, async (transaction) => {
    await transaction.deleteFrom('rate_limits').where('ends_at', '<=', Date.now()).execute();
    const { count, ends_at } = await transaction
      .insertInto('rate_limits')
      .values({ key, count: 1, ends_at: endsAt })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((row) => ({ count: row('rate_limits.count', '+', 1) })),
      )
      .returning(['count', 'ends_at'])
      .executeTakeFirstOrThrow();
    return { count, endsAt: ends_at };
  });
}
