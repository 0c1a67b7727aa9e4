/** How much: questions of a member in a minute (in memory), answers of a server in a day (in the database). */
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { UsageStore } from './stores.ts';

const minute = 60_000;
const maxMembers = 10_000;
/** No setting allows more than this in a minute, so that no more need be remembered. */
const minuteMost = 60;

export interface MinuteLimit {
  /** Counts a question of `member`. Returns null, or the time (ms since 1970) from which the next is allowed. */
  take(member: string, limit: number | 'unlimited'): number | null;
}

/** Allows `limit` questions in any sixty seconds, for each member. Forgets members who were quiet that long. */
export function createMinuteLimit(now: () => number): MinuteLimit {
  const taken = new Map<string, readonly number[]>();
  return {
    take(member, limit) {
      const time = now();
      // A clock that was set back must not lock anybody out.
      const recent = (taken.get(member) ?? []).filter((at) => at > time - minute && at <= time);
      const oldest = limit === 'unlimited' ? undefined : recent.at(-limit);
      if (oldest !== undefined) return oldest + minute;
      // Set anew, so that the map is in the order of the last question and its first entries are the oldest.
      taken.delete(member);
      taken.set(member, [...recent, time].slice(-minuteMost));
      forget(taken, time);
      return null;
    },
  };
}

function forget(taken: Map<string, readonly number[]>, time: number): void {
  for (const [member, times] of taken) {
    const last = times.at(-1) ?? 0;
    if (taken.size <= maxMembers && last > time - minute && last <= time) return;
    taken.delete(member);
  }
}

export interface DayBudget {
  /** Counts an answer of the model. False when the day's budget is spent; never throws because the database is away. */
  take(scope: string, limit: number | 'unlimited'): Promise<boolean>;
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
  return {
    async take(scope, limit) {
      const day = utcDay(now());
      if (day !== seenDay) seen.clear();
      seenDay = day;
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
    used: (scope) => store.used(scope, utcDay(now())),
    isAway: () => away,
  };
}

export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
