/** One connection to Discord: what comes over it is answered, and what was missed before it is looked for. */
import { type Client, Events, type Guild, type Message, ShardClientUtil } from 'discord.js';
import type { UserError } from '../errors.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { OpenShard } from '../fleet/shards.ts';
import type { Retention } from '../guilds/retention.ts';
import type { Chat } from './chat.ts';
import type { AnyCommand } from './command.ts';
import { type ConnectPorts, connect } from './connect.ts';
import { watchDepartures } from './departures.ts';
import { refusalOf } from './login-errors.ts';
import { findMissedReplies } from './missed-replies.ts';
import type { PendingKeeper } from './pending/pending.ts';
import { createResume, waitFor } from './pending/resume.ts';
import { fetchAuthor } from './permissions.ts';
import { register } from './register-commands.ts';
import type { createRouter } from './router.ts';
import type { Services } from './services.ts';
import type { createShardWatch } from './shards.ts';
import { noteChanges, type Withdrawals } from './withdrawals.ts';
import type { Work } from './work.ts';

interface ShardPorts extends ConnectPorts {
  readonly fleet: Fleet;
  readonly services: () => Services;
  readonly commands: readonly AnyCommand[];
  readonly pending: PendingKeeper;
  readonly retention: Retention;
  /** Those that are open, by shard: kept here. */
  readonly clients: Map<number, Client<true>>;
  readonly shardWatch: ReturnType<typeof createShardWatch>;
  readonly work: Work;
  readonly router: ReturnType<typeof createRouter>;
  readonly chat: Chat;
  readonly onMessage: (message: Message) => void;
  readonly welcome: (guild: Guild) => Promise<void>;
  readonly withdrawals: Withdrawals;
  /** Told when Discord ends a connection for good, after it was open. */
  readonly onEnd: (error: UserError) => void;
}

export function createShardOpener(ports: ShardPorts): OpenShard {
  const { log, clients, work, welcome } = ports;
  return async (shard) => {
    const place = { shard, shardCount: ports.fleet.shardCount };
    let departures: ReturnType<typeof watchDepartures> | undefined;
    const { client, close } = await connect(ports, place, (client) => {
      listen(client, ports);
      ports.shardWatch.add(client);
      departures = watchDepartures(client, ports.retention, work);
    });
    const { guilds, application } = client;
    log.info('connected', { shard, guilds: guilds.cache.size, applicationId: application.id });
    client.on(Events.ShardDisconnect, ({ code }) => ports.onEnd(refusalOf(code)));
    client.on(Events.Invalidated, () => ports.onEnd(refusalOf(0)));
    clients.set(shard, client);
    // Another process may have had it until now.
    ports.services().gaps.readAnew();

    // Once for all processes: one of them has it.
    if (shard === 0) await register(client, { ...ports, guildId: ports.config.discord.guildId });
    const catchUp = createCatchUp(client, ports);
    await catchUp();
    // Not before: the servers that the bot is in already come with the connection.
    client.on(Events.GuildCreate, (guild) => work.run(() => welcome(guild)));
    // A new session, where an old one could not be resumed: what was written between them is never delivered.
    client.on(Events.ShardReady, () => work.run(catchUp));
    departures?.start();
    return async () => {
      departures?.stop();
      clients.delete(shard);
      await close();
    };
  };
}

/** What is delivered to a process that stood still may be another's by now. */
function listen(client: Client, { fleet, work, router, onMessage, withdrawals }: ShardPorts): void {
  // Not a moment later, where that is known: by then a channel that was named may be gone.
  const ifOurs = async (handle: () => Promise<void>): Promise<void> => {
    const mayAnswer = fleet.mayAnswer();
    if (mayAnswer === true || (await mayAnswer)) await handle();
  };
  client.on(Events.InteractionCreate, (interaction) =>
    work.run(
      () => ifOurs(() => router.handle(interaction)),
      () => router.refuseLate(interaction),
    ),
  );
  client.on(Events.MessageCreate, (message) => work.run(() => ifOurs(async () => onMessage(message))));
  noteChanges(client, withdrawals);
}

/** Goes on with what lost processes left of this shard's servers, and finds what nobody was there to answer. */
function createCatchUp(
  client: Client<true>,
  { services, pending, log, work, chat }: ShardPorts,
): () => Promise<void> {
  const resume = createResume(services, client, chat);
  return async () => {
    const left = await pending.claim((guildId) => isOfShard(client, guildId));
    if (left.length > 0) log.info('resuming', { count: left.length });
    for (const one of left) setTimeout(() => work.run(() => resume(one)), waitFor(one)).unref();
    for (const message of await findMissedReplies(client, Date.now()))
      work.run(() => fetchAuthor(message).then(() => chat(message)));
  };
}

/** Direct messages are those of the first shard. */
function isOfShard({ ws, options }: Client<true>, guildId: string | null): boolean {
  const shard = guildId === null ? 0 : ShardClientUtil.shardIdForGuildId(guildId, options.shardCount ?? 1);
  return ws.shards.has(shard);
}
