/** Who gets how many shards, and which. */
import type { FleetState } from './fleet-store.ts';

/** How many shards a process should have: the same for all, and one more for the first ones where it does not come out even. */
export function shareOf({ processes }: FleetState, id: string, shardCount: number): number {
  const place = processes.findIndex((process) => process.id === id);
  if (place < 0) return 0;
  const each = Math.floor(shardCount / processes.length);
  return each + (place < shardCount % processes.length ? 1 : 0);
}

/** The first shard that no other process has and this one has not opened; null where there is none. */
export function findFree(
  { holders }: FleetState,
  id: string,
  opened: ReadonlySet<number>,
  shardCount: number,
): number | null {
  for (let shard = 0; shard < shardCount; shard += 1)
    if (!opened.has(shard) && (holders.get(shard) ?? id) === id) return shard;
  return null;
}
