/** How the connections to Discord are. */
import { type Client, Events, Status } from 'discord.js';
import type { ShardVitals } from '../telemetry.ts';

interface ShardWatch {
  /** Watches a client from before it connects. */
  add(client: Client): void;
  /** How the shards of these clients are at this moment. */
  read(clients: Iterable<Client>): ShardVitals[];
}

export function createShardWatch(): ShardWatch {
  // A new session is as good as an acknowledgement, which comes only with the first heartbeat; one that is resumed is not.
  const begunAt = new Map<number, number>();
  return {
    add: (client) => void client.on(Events.ShardReady, (shard) => void begunAt.set(shard, Date.now())),
    read: (clients) =>
      [...clients].flatMap(({ ws }) =>
        ws.shards.map(({ id, status, ping, lastPingTimestamp }) => ({
          id,
          isReady: status === Status.Ready,
          latency: ping < 0 ? null : ping,
          acknowledgedAt: Math.max(lastPingTimestamp, begunAt.get(id) ?? 0),
        })),
      ),
  };
}
