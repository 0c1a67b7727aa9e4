/** Logs in to Discord, and says clearly why when that cannot be. */
import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  Events,
  GatewayIntentBits,
  Partials,
  REST,
  type RESTOptions,
  Routes,
} from 'discord.js';
import type { Config } from '../config.ts';
import type { IdentifyGuard } from '../fleet/identify-guard.ts';
import type { Log } from '../log.ts';
import { noTelemetry, type Telemetry } from '../telemetry.ts';
import { createCaches, createSweepers } from './caches.ts';
import { foldServers } from './folded-servers.ts';
import { buildStrategy, closeConnectionsSoon } from './gateway-patience.ts';
import { guardRequests } from './invalid-requests.ts';
import { loginErrorOf, refusalOf, unreachable } from './login-errors.ts';
import { noMentions } from './message-form.ts';
import { paceRequests } from './pace-requests.ts';

const requestTimeout = 10_000;
const requestRetries = 2;
/** Milliseconds: whoever is to wait longer had better hear that. */
const longestLimit = 60_000;
const queueSweepInterval = 60_000;
/** The longest that a start waits for Discord. */
const readyTimeout = 45_000;

export interface ConnectPorts {
  readonly config: Config;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  /** One for all shards of the process, so that together they keep to what Discord allows. */
  readonly rest: REST;
  readonly identifyGuard: IdentifyGuard;
}

/** One of the parts into which the bot's servers are divided, each with a connection of its own. */
interface ShardPlace {
  readonly shard: number;
  readonly shardCount: number;
}

interface Connection {
  readonly client: Client<true>;
  /** Ends it. What is under way with the client can still be sent. */
  close(): Promise<void>;
}

/** What reaches Discord's API where the configuration says. `share`: the part of all that may be sent which is this process's. */
export function createRest(
  { discord }: Config,
  log: Log,
  telemetry: Telemetry = noTelemetry,
  share: () => number = () => 1,
): REST {
  const { requestsPerSecond: perSecond } = discord;
  const paced = paceRequests(tellRequests(telemetry), { timeout: requestTimeout, perSecond, share });
  const rest = new REST({
    ...restOptions(discord),
    // A page of a proxy that names no time would be tried again at once, for ever.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > longestLimit,
    // Each interaction has a queue of its own for what is sent with its token.
    handlerSweepInterval: queueSweepInterval,
    makeRequest: guardRequests(paced, { log, now: () => performance.now() }),
  }).setToken(discord.token ?? '');
  keepToken(rest);
  return rest;
}

/** The library forgets the token at the first 401, and could send nothing any more. Whether it is wrong, the gateway says. */
function keepToken(rest: REST): void {
  const setToken = rest.setToken.bind(rest);
  rest.setToken = (token: string | null) => (token === null ? rest : setToken(token));
}

/** Tells of each request how it ended. The library's own event would copy every body. */
function tellRequests(telemetry: Telemetry): RESTOptions['makeRequest'] {
  return async (url, init) => {
    try {
      const response = await DefaultRestOptions.makeRequest(url, init);
      telemetry.requested(response.status, response.headers.get('x-ratelimit-scope') === 'shared');
      return response;
    } catch (error) {
      telemetry.requested(null, false);
      throw error;
    }
  };
}

/** Into how many shards Discord would divide the bot's servers. Throws as {@link connect} does. */
export async function recommendShards(rest: REST): Promise<number> {
  try {
    const answer = await rest.get(Routes.gatewayBot());
    const count = typeof answer === 'object' && answer !== null && 'shards' in answer ? answer.shards : null;
    return typeof count === 'number' ? count : 1;
  } catch (error) {
    throw loginErrorOf(error);
  }
}

/**
 * Logs in and waits until Discord is ready; `prepare` is given the client before. Throws `UserError` `token-wrong`,
 * `intents-disallowed` or `discord-unreachable`; the connection is ended then, and nothing is tried again.
 */
export async function connect(
  ports: ConnectPorts,
  place: ShardPlace,
  prepare: (client: Client) => void,
): Promise<Connection> {
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => tooLate.reject(unreachable('it did not become ready in time')),
    readyTimeout,
  );
  // Nobody waits for Discord while the bot itself waits.
  const client = createClient(ports, place, () => timer.refresh());
  const close = shareRest(client, ports);
  prepare(client);
  try {
    const ready = await Promise.race([logIn(client, ports.config.discord.token ?? ''), tooLate.promise]);
    return { client: ready, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function logIn(client: Client, token: string): Promise<Client<true>> {
  return new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(refusalOf(code)));
    client.login(token).catch((error: unknown) => reject(loginErrorOf(error)));
  });
}

/** A client that is ended takes its REST with it: to that end it is given its own back, and then the common one again. */
function shareRest(client: Client, { config, rest }: ConnectPorts): () => Promise<void> {
  const own = client.rest.setToken(config.discord.token ?? '');
  client.rest = rest;
  return async () => {
    // The library says that it reconnects whatever ends it.
    client.removeAllListeners(Events.ShardReconnecting);
    client.rest = own;
    await client.destroy();
    client.rest = rest;
  };
}

/** Makes a client that pings nobody, for one shard. `onWait` is called while it waits for its turn to log in. */
export function createClient(
  { config, log, identifyGuard }: Pick<ConnectPorts, 'config' | 'log' | 'identifyGuard'>,
  { shard, shardCount }: ShardPlace,
  onWait: () => void = () => undefined,
): Client {
  const client: Client = new Client({
    ...optionsOf(config),
    ...{ shards: [shard], shardCount },
    sweepers: createSweepers(
      () => client,
      () => servers.foldIdle(),
    ),
    ws: {
      buildStrategy(manager) {
        servers.watch(manager);
        return buildStrategy(manager);
      },
      async buildIdentifyThrottler(manager) {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        const { total, remaining, max_concurrency: maxConcurrency } = limit;
        const asking = { shard, shardCount, allowance: { total, remaining, maxConcurrency } };
        return { waitForIdentify: (_, signal) => identifyGuard.pass(asking, signal, onWait) };
      },
    },
  });
  const servers = foldServers(client, shard, () => performance.now());
  closeConnectionsSoon();
  client.on(Events.Error, (error) => log.error('client-error', { error }));
  client.on(Events.Warn, () => log.warn('client-warning'));
  client.on(Events.ShardError, (error) => log.warn('gateway-error', { shard, error }));
  client.on(Events.ShardDisconnect, ({ code }) => log.error('gateway-closed', { shard, code }));
  client.on(Events.ShardReconnecting, () => log.warn('gateway-reconnecting', { shard }));
  client.on(Events.ShardResume, (_, count) => log.info('gateway-resumed', { shard, count }));
  return client;
}

function optionsOf({ discord }: Config): ClientOptions {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return {
    intents: [Guilds, GuildMessages, DirectMessages, ...(discord.messageContent ? [MessageContent] : [])],
    // Without them, the first direct message of a member is not received, nor what becomes of a message that is not kept.
    partials: [Partials.Channel, Partials.Message],
    makeCache: createCaches(),
    allowedMentions: noMentions,
    failIfNotExists: false,
    rest: restOptions(discord),
  };
}

function restOptions(discord: Config['discord']) {
  return {
    api: discord.apiUrl,
    ...(discord.otherHost ? { cdn: new URL(discord.apiUrl).origin } : {}),
    globalRequestsPerSecond: discord.requestsPerSecond,
    timeout: requestTimeout,
    retries: requestRetries,
  };
}
