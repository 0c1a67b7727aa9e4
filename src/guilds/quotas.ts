/** How many answers of the model a server may have in a day. */
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { UsageStore } from './stores.ts';

export interface DayBudget {
  /** Counts an answer of the model. False when the day's budget is spent; never throws because the database is away. */
  take(scope: string, limit: number | 'unlimited'): Promise<boolean>;
  /** Answers of today as far as this process knows, without asking the database. */
  seen(scope: string): number;
  /** Answers that were counted today. Throws `UpstreamError('database')`. */
  used(scope: string): Promise<number>;
  /** Whether the last answer could only be counted in memory. */
  isAway(): boolean;
}

/** Counts by UTC day. While the database is away it goes on in memory from the last count that it saw. */
export function createDayBudget({
  store,
  now,
  log,
}: {
  readonly store: UsageStore;
  readonly now: () => number;
  readonly log: Log;
}): DayBudget {
  let away = false;
  const seen = new Map<string, number>();
  let seenDay = '';
  const today = (): string => {
    const day = utcDay(now());
    if (day !== seenDay) seen.clear();
    seenDay = day;
    return day;
  };
  return {
    async take(scope, limit) {
      const day = today();
      const most = limit === 'unlimited' ? Number.MAX_SAFE_INTEGER : limit;
      try {
        const count = await store.take(scope, day, most);
        seen.set(scope, count ?? most);
        if (away) log.info('usage-store-back');
        away = false;
        return count !== null;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        if (!away) log.warn('usage-store-away', { reason: error.reason, error });
        away = true;
        const count = seen.get(scope) ?? 0;
        if (count < most) seen.set(scope, count + 1);
        return count < most;
      }
    },
    seen(scope) {
      today();
      return seen.get(scope) ?? 0;
    },
    used: (scope) => store.used(scope, utcDay(now())),
    isAway: () => away,
  };
}

export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
