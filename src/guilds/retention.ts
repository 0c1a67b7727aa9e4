/** Nothing is kept longer than was promised: of servers that the bot was taken out of, and of questions and votes. */
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { GuildSettings } from './guild-settings.ts';
import type { RetentionStore } from './retention-store.ts';

/** So long may a server that took the bot out by mistake take it in again. With two sweeps it is less than a day. */
const grace = 12 * 3_600_000;
const day = 86_400_000;

/** What a process knows of the servers that the bot is in. */
export interface Membership {
  /** Null where another process knows, or none does yet. */
  isIn(guildId: string): boolean | null;
  /** True in one process of all: what belongs to no process is done there. */
  readonly isFirst: boolean;
}

export interface Retention {
  /** The bot was taken out of a server: what is kept of it is erased by a sweep, unless it is taken in again. */
  left(guildId: string): Promise<void>;
  /** The bot was taken into a server. */
  joined(guildId: string): Promise<void>;
  /** Looks through all that is kept, and erases what has to be. To be done a few times a day. */
  sweep(membership: Membership): Promise<void>;
}

export function createRetention({
  store,
  guildSettings,
  log,
  now,
}: {
  readonly store: RetentionStore;
  readonly guildSettings: Pick<GuildSettings, 'load'>;
  readonly log: Log;
  readonly now: () => number;
}): Retention {
  const time = (before = 0): string => new Date(now() - before).toISOString();

  /** While the database is away nothing can be done: the next sweep finds all of it again. */
  const insured = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('retention-failed', { upstream: error.upstream, reason: error.reason });
    }
  };

  const eraseLeft = async ({ isIn }: Membership): Promise<void> => {
    const kept = await store.keptGuilds();
    const gone = kept.filter((guildId) => isIn(guildId) === false);
    await store.noteBack(kept.filter((guildId) => isIn(guildId) === true));
    await store.noteLeft(gone, time());
    for (const guildId of await store.eraseLeft(gone, time(grace))) {
      log.info('guild-erased', { guildId });
      // What is remembered of its settings gives way to what is stored: nothing.
      await guildSettings.load(guildId);
    }
  };

  const eraseExpired = async (): Promise<void> => {
    let count = 0;
    for (const guildId of await store.datedGuilds(time(day))) {
      const { state, settings } = await guildSettings.load(guildId);
      if (state === 'fresh') count += await store.eraseExpired(guildId, time(), settings.keepDays);
    }
    await store.eraseEmptyGaps();
    if (count > 0) log.info('expired-erased', { count });
  };

  return {
    left: (guildId) => insured(() => store.noteLeft([guildId], time())),
    joined: (guildId) => insured(() => store.noteBack([guildId])),
    sweep: (membership) =>
      insured(async () => {
        await eraseLeft(membership);
        if (membership.isFirst) await eraseExpired();
        await store.scrub();
      }),
  };
}
