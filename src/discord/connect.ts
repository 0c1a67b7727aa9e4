/** Logs in to Discord, and says clearly why when that cannot be. */
import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  HTTPError,
  Partials,
  type REST,
  type RESTOptions,
} from 'discord.js';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import { noTelemetry, type Telemetry } from '../telemetry.ts';
import { createCaches, createSweepers } from './caches.ts';
import { closeConnectionsSoon } from './close-soon.ts';
import { isNetworkError } from './discord-call.ts';
import { guardRequests } from './invalid-requests.ts';
import { noMentions } from './message-form.ts';

const requestTimeout = 10_000;
const requestRetries = 2;
/** Milliseconds: whoever is to wait longer had better hear that. */
const longestLimit = 60_000;
const queueSweepInterval = 60_000;
/** The longest that a start waits for Discord. */
const readyTimeout = 45_000;

/** Makes a client that pings nobody and reaches Discord where the configuration says. */
export function createClient(config: Config, log: Log, telemetry: Telemetry = noTelemetry): Client {
  const options = optionsOf(config, log, telemetry);
  const client: Client = new Client({ ...options, sweepers: createSweepers(() => client) });
  keepToken(client.rest);
  closeConnectionsSoon();
  client.on(Events.Error, (error) => log.error('client-error', { error }));
  client.on(Events.Warn, () => log.warn('client-warning'));
  client.on(Events.ShardError, (error, shard) => log.warn('gateway-error', { shard, error }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error('gateway-closed', { shard, code }));
  client.on(Events.ShardReconnecting, (shard) => log.warn('gateway-reconnecting', { shard }));
  client.on(Events.ShardResume, (shard, count) => log.info('gateway-resumed', { shard, count }));
  return client;
}

/** The library forgets the token at the first 401, and could send nothing any more. Whether it is wrong, the gateway says. */
function keepToken(rest: REST): void {
  const setToken = rest.setToken.bind(rest);
  rest.setToken = (token: string | null) => (token === null ? rest : setToken(token));
}

function optionsOf({ discord }: Config, log: Log, telemetry: Telemetry): ClientOptions {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return {
    intents: [Guilds, GuildMessages, DirectMessages, ...(discord.messageContent ? [MessageContent] : [])],
    // Without them, the first direct message of a member is not received, nor what becomes of a message that is not kept.
    partials: [Partials.Channel, Partials.Message],
    makeCache: createCaches(),
    allowedMentions: noMentions,
    failIfNotExists: false,
    rest: {
      api: discord.apiUrl,
      ...(discord.otherHost ? { cdn: new URL(discord.apiUrl).origin } : {}),
      timeout: requestTimeout,
      retries: requestRetries,
      // A page of a proxy that names no time would be tried again at once, for ever.
      rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > longestLimit,
      // Each interaction has a queue of its own for what is sent with its token.
      handlerSweepInterval: queueSweepInterval,
      makeRequest: guardRequests(tellRequests(telemetry), { log, now: () => performance.now() }),
    },
  };
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

/**
 * Logs in and waits until Discord is ready. Throws `UserError` `token-wrong`, `intents-disallowed` or `discord-unreachable`;
 * the client is destroyed then, and nothing is tried again.
 */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  const signal = AbortSignal.timeout(readyTimeout);
  try {
    return await new Promise<Client<true>>((resolve, reject) => {
      client.once(Events.ClientReady, resolve);
      client.once(Events.ShardDisconnect, ({ code }) => reject(refusalOf(code)));
      signal.addEventListener('abort', () => reject(unreachable('it did not become ready in time')));
      client.login(token).catch((error: unknown) => reject(loginErrorOf(error)));
    });
  } catch (error) {
    await client.destroy();
    throw error;
  }
}

/** Why Discord closed the gateway for good, as an error that ends the process. */
export function refusalOf(code: number): UserError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return wrongToken();
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
    return new UserError(
      'intents-disallowed',
      'Discord does not allow an intent. Turn on “Message Content Intent” for the bot in the developer portal, or set DISCORD_MESSAGE_CONTENT=off.',
    );
  return unreachable(`it closed the connection with code ${code}`);
}

function loginErrorOf(error: unknown): unknown {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return wrongToken();
  if (error instanceof DiscordAPIError && error.status === 401) return wrongToken();
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return unreachable(`it answers with HTTP status ${error.status}`);
  if (isNetworkError(error)) return unreachable('there is no connection to it');
  if (error instanceof Error && error.name === 'AbortError') return unreachable('it does not answer');
  return error;
}

function wrongToken(): UserError {
  return new UserError(
    'token-wrong',
    'Discord does not accept DISCORD_TOKEN. Copy the bot’s token from the developer portal (Bot, Reset Token).',
  );
}

function unreachable(how: string): UserError {
  return new UserError(
    'discord-unreachable',
    `Discord cannot be reached: ${how}. Check the network and DISCORD_API_URL.`,
  );
}
