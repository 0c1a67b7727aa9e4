/** The shards of this process: its share of all, each taken in the store before it is connected. */
import type { Log } from '../log.ts';
import type { FleetStore } from './fleet-store.ts';
import type { Roster } from './roster.ts';
import { findFree, shareOf } from './share.ts';

/** Connects a shard, and returns how to end it. */
export type OpenShard = (shard: number) => Promise<() => Promise<void>>;

export interface Shards {
  /** Those that are open, or being opened. */
  held(): ReadonlySet<number>;
  /**
   * Gives up what is too much and takes what is free, one by one: others that come meanwhile get their part of it.
   * Throws what opening a shard throws, and `UpstreamError('database')`.
   */
  settle(): Promise<void>;
  /** Ends them, and opens no more. */
  close(): Promise<void>;
}

export function createShards({
  store,
  log,
  bot,
  id,
  roster,
  open,
}: {
  readonly store: FleetStore;
  readonly log: Log;
  readonly bot: string;
  /** Of this process. */
  readonly id: string;
  readonly roster: Roster;
  readonly open: OpenShard;
}): Shards {
  const held = new Set<number>();
  const endings = new Map<number, () => Promise<void>>();
  let closed = false;

  const end = async (shard: number): Promise<void> => {
    await endings.get(shard)?.();
    endings.delete(shard);
    held.delete(shard);
  };

  const take = async (shard: number): Promise<void> => {
    if (roster.isJoined() && !(await store.take(bot, shard, id))) {
      await roster.refresh(held);
      return;
    }
    held.add(shard);
    try {
      log.info('shard-taken', { shard, count: roster.shardCount() });
      endings.set(shard, await open(shard));
    } catch (error) {
      held.delete(shard);
      throw error;
    }
    if (closed) await end(shard);
  };

  return {
    held: () => held,
    async settle() {
      while (!closed) {
        const state = roster.state();
        const share = shareOf(state, id, roster.shardCount());
        const free = findFree(state, id, held, roster.shardCount());
        if (held.size > share) {
          const shard = Math.max(...held);
          await end(shard);
          log.info('shard-given-up', { shard, count: roster.shardCount() });
          await store.giveUp(bot, shard, id);
        } else if (held.size < share && free !== null) await take(free);
        else break;
      }
      // What could not be given up when it was ended.
      for (const [shard, holder] of roster.state().holders)
        if (holder === id && !held.has(shard)) await store.giveUp(bot, shard, id);
    },
    async close() {
      closed = true;
      for (const shard of [...held]) await end(shard);
    },
  };
}
