/** Which servers the bot is in, as far as this connection can know, and what is kept of those that it was taken out of. */
import { type Client, Events, GatewayDispatchEvents, ShardClientUtil } from 'discord.js';
import type { Membership, Retention } from '../guilds/retention.ts';
import type { Work } from './work.ts';

const sweepEvery = 6 * 3_600_000;

/**
 * To be called before the client connects. From `start` on all that is kept is looked through, now and a few times a
 * day, until `stop`. A server counts as left only where Discord has named all servers of its shard and not that one;
 * during an outage Discord names them as unavailable.
 */
export function watchDepartures(client: Client, retention: Retention, work: Work) {
  /** By shard, what the last session began with, and what has come and gone since. */
  const listed = new Map<number, Set<string>>();
  let timer: NodeJS.Timeout | undefined;

  const listOf = (guildId: string): Set<string> | undefined =>
    listed.get(ShardClientUtil.shardIdForGuildId(guildId, client.options.shardCount ?? 1));
  const membership: Membership = {
    isIn: (guildId) => listOf(guildId)?.has(guildId) ?? null,
    get isFirst() {
      return listed.has(0);
    },
  };
  const sweep = (): void => work.run(() => retention.sweep(membership));

  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: { guilds: { id: string }[] }, shard) => {
    listed.set(shard, new Set(guilds.map(({ id }) => id)));
  });
  client.on(Events.GuildCreate, ({ id }) => {
    listOf(id)?.add(id);
    work.run(() => retention.joined(id));
  });
  // Not sent for an outage.
  client.on(Events.GuildDelete, ({ id }) => {
    listOf(id)?.delete(id);
    work.run(() => retention.left(id));
  });
  return {
    start(): void {
      sweep();
      timer = setInterval(sweep, sweepEvery);
    },
    stop: (): void => clearInterval(timer),
  };
}
