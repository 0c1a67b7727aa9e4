/**
 * Where there are many servers, those in which nothing happens are kept folded: as the text that Discord sent of them,
 * compressed. The library's objects for one, at least one a channel and a role, take many times that; it hears of a server
 * when something happens there.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  type Client,
  GatewayDispatchEvents as Event,
  type GatewayDispatchPayload,
  type GatewayGuildCreateDispatch,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatch,
  type Guild,
  SnowflakeUtil,
} from 'discord.js';

/**
 * Milliseconds without an event after which a server is at rest: more than whatever an event begins takes, and than the
 * time in which replies are looked for that were missed.
 */
const restsAfter = 30 * 60_000;
/** So many stay open in any case, since they take little. */
const keptOpen = 50;
/** A server that changed more often stays open too: all of it would be gone through again whenever it is opened. */
const mostChanges = 200;

/** What changes how a server is known, besides messages. */
const changing: ReadonlySet<string> = new Set([
  ...[Event.GuildUpdate, Event.GuildMemberUpdate],
  ...[Event.GuildRoleCreate, Event.GuildRoleUpdate, Event.GuildRoleDelete],
  ...[Event.ChannelCreate, Event.ChannelUpdate, Event.ChannelDelete],
  ...[Event.ThreadCreate, Event.ThreadUpdate, Event.ThreadDelete, Event.ThreadListSync],
  ...[Event.ThreadMemberUpdate, Event.ThreadMembersUpdate],
]);

/** How a server was, and what changed since. */
interface Folded {
  /** Dispatches in JSON with commas between them, compressed, a byte a character: zlib's buffers hold on to more than they show. */
  readonly text: string;
  readonly changes: number;
}

interface Open {
  /** Null where it changed too often to be folded. */
  readonly since: Folded | null;
  /** Dispatches in JSON. */
  readonly changes: string[];
  lastAt: number;
}

interface FoldedServers {
  /** Has it hear what comes over the client's connection before the client does. */
  watch(manager: WebSocketManager): void;
  /** Folds what has come to rest. */
  foldIdle(): void;
}

const openers = new WeakMap<Client, (guildId: string) => void>();

/** The server as the library knows it, open: for whatever does not begin with an event there. */
export function openServer(client: Client, guildId: string): Guild | undefined {
  openers.get(client)?.(guildId);
  return client.guilds.cache.get(guildId);
}

/** Keeps the servers of a client, which has that one shard. `now` counts milliseconds from any beginning. */
export function foldServers(
  client: Client,
  shardId: number,
  now: () => number,
  leastOpen = keptOpen,
): FoldedServers {
  const folded = new Map<string, Folded>();
  const open = new Map<string, Open>();
  let manager: WebSocketManager | undefined;
  let isReplaying = false;

  const unfold = (guildId: string): void => {
    const since = folded.get(guildId);
    if (since === undefined) return;
    folded.delete(guildId);
    open.set(guildId, { since, changes: [], lastAt: now() });
    isReplaying = true;
    try {
      for (const data of dispatchesOf(since)) manager?.emit(WebSocketShardEvents.Dispatch, { data, shardId });
    } finally {
      isReplaying = false;
    }
  };
  openers.set(client, unfold);

  /** Where the library is to hear nothing of it yet, what is dispatched is the server without a word on it. */
  const takeServer = (dispatch: GatewayGuildCreateDispatch): void => {
    const { d: server } = dispatch;
    if (server.unavailable === true) return;
    const text = compress(JSON.stringify({ ...dispatch, d: withoutUnused(server, client.user?.id) }));
    const since = { text, changes: 0 };
    const isNew = !client.guilds.cache.has(server.id);
    if (isNew || open.size < leastOpen || open.has(server.id) || !isAtRest(server)) {
      folded.delete(server.id);
      open.set(server.id, { since, changes: [], lastAt: now() });
    } else {
      folded.set(server.id, since);
      server.unavailable = true;
    }
  };

  /** During an outage of Discord nothing happens there, and after it the server comes anew. */
  const takeDeparture = ({ d: { id, unavailable } }: GatewayGuildDeleteDispatch): void => {
    if (unavailable === true) return;
    folded.delete(id);
    open.delete(id);
  };

  const takeEvent = (dispatch: GatewayDispatchPayload): void => {
    const guildId = guildOf(dispatch);
    if (guildId === undefined) return;
    unfold(guildId);
    const server = open.get(guildId);
    if (server === undefined) return;
    server.lastAt = now();
    if (server.since === null || !changing.has(dispatch.t)) return;
    server.changes.push(JSON.stringify(dispatch));
    if (server.since.changes + server.changes.length > mostChanges)
      open.set(guildId, { since: null, changes: [], lastAt: now() });
  };

  const take = (dispatch: GatewayDispatchPayload): void => {
    if (isReplaying) return;
    if (dispatch.t === Event.GuildCreate) takeServer(dispatch);
    else if (dispatch.t === Event.GuildDelete) takeDeparture(dispatch);
    else takeEvent(dispatch);
  };

  return {
    watch(given) {
      manager = given;
      manager.on(WebSocketShardEvents.Dispatch, ({ data }) => take(data));
    },
    foldIdle() {
      for (const [guildId, { since, changes, lastAt }] of open) {
        if (open.size <= leastOpen) return;
        const guild = client.guilds.cache.get(guildId);
        if (guild === undefined || since === null || now() - lastAt < restsAfter) continue;
        open.delete(guildId);
        folded.set(guildId, withChanges(since, changes));
        forget(guild);
      }
    },
  };
}

function withChanges(since: Folded, changes: readonly string[]): Folded {
  if (changes.length === 0) return since;
  const text = compress([decompress(since.text), ...changes].join());
  return { text, changes: since.changes + changes.length };
}

function guildOf(dispatch: GatewayDispatchPayload): string | undefined {
  if (dispatch.t === Event.GuildUpdate) return dispatch.d.id;
  const { d: data } = dispatch;
  return typeof data === 'object' && data !== null && 'guild_id' in data ? data.guild_id : undefined;
}

/** Without what the library is told not to keep, of which a server may have hundreds. A list that is left out is an empty one, as to the library. */
function withoutUnused(
  server: GatewayGuildCreateDispatchData,
  selfId: string | undefined,
): GatewayGuildCreateDispatchData {
  return {
    ...server,
    members: server.members?.filter(({ user }) => user?.id === selfId) ?? [],
    ...{ emojis: [], stickers: [], presences: [], voice_states: [] },
    ...{ stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [] },
  };
}

/** By the clocks here and at Discord: that they differ makes no more than one more or less of those that are open. */
function isAtRest({ channels, threads }: GatewayGuildCreateDispatchData): boolean {
  return [...(channels ?? []), ...(threads ?? [])].every((channel) => {
    const id = 'last_message_id' in channel ? channel.last_message_id : null;
    return !id || Date.now() - SnowflakeUtil.timestampFrom(id) >= restsAfter;
  });
}

/** Has the library know no more of a server than while it is unavailable. */
function forget(guild: Guild): void {
  for (const id of guild.channels.cache.keys()) guild.client.channels.cache.delete(id);
  for (const { cache } of [guild.channels, guild.roles, guild.members]) cache.clear();
  guild.available = false;
}

function dispatchesOf({ text }: Folded): readonly GatewayDispatchPayload[] {
  return JSON.parse(`[${decompress(text)}]`);
}

function compress(text: string): string {
  return deflateRawSync(text).toString('latin1');
}

function decompress(text: string): string {
  return inflateRawSync(Buffer.from(text, 'latin1')).toString();
}
