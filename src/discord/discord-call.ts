/** The gate to Discord's REST: whatever it throws becomes an `UpstreamError` with a stable reason. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RateLimitError } from 'discord.js';
import { UpstreamError } from '../errors.ts';

/** The channel, message, thread or interaction is no longer there, so nobody is left to answer. */
const goneCodes = new Set<number | string>([10003, 10008, 10015, 10062, 50027, 50083]);
/** The interaction has had its first response. */
const answeredCode = 40060;
/** No access, or not the permission; or the member takes no direct messages. */
const permissionCodes = new Set<number | string>([50001, 50013, 160002]);
/** There is one already, and only one can be. */
const existsCodes = new Set<number | string>([160004]);
const closedCodes = new Set<number | string>([50007, 50278]);

/** Calls Discord. Throws `UpstreamError('discord')` with the reason `gone`, `answered`, `permission`, `closed`, `exists`, `http-…`, `timeout`, `malformed` or `unreachable`. */
export async function callDiscord<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw toUpstreamError(error);
  }
}

/** Milliseconds: longer than that, an answer is of no use any more, and an interaction can soon not be answered at all. */
const longestInsisting = 10 * 60_000;
const pauses = { first: 500, most: 15_000 };

/**
 * Does what calls Discord again while it is down, cannot be reached or takes no more at the moment: for what may be
 * carried out twice without harm. Throws the last `UpstreamError` after `longest` milliseconds, and any other at once.
 */
export async function insist<Result>(
  call: () => Promise<Result>,
  longest = longestInsisting,
): Promise<Result> {
  const until = performance.now() + longest;
  for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.most)) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || performance.now() + pause > until) throw error;
      await sleep(pause);
    }
  }
}

/** Whether a request that failed may have been carried out all the same, so that another way would do it twice. */
export function mayHaveComeThrough(error: unknown): boolean {
  return error instanceof UpstreamError && /^(http-5\d\d|timeout|unreachable|malformed)$/.test(error.reason);
}

function isPassing(error: unknown): boolean {
  return (
    mayHaveComeThrough(error) ||
    (error instanceof UpstreamError && ['http-429', 'circuit-open'].includes(error.reason))
  );
}

function toUpstreamError(error: unknown): unknown {
  if (error instanceof DiscordAPIError) return new UpstreamError('discord', reasonOf(error), error);
  if (error instanceof HTTPError) return new UpstreamError('discord', `http-${error.status}`, error);
  if (error instanceof RateLimitError) return new UpstreamError('discord', 'http-429', error);
  // The library's own word for a channel that was deleted meanwhile.
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.ChannelNotCached)
    return new UpstreamError('discord', 'gone', error);
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name))
    return new UpstreamError('discord', 'timeout', error);
  // A body that is cut or no JSON: what it answers may have been carried out.
  if (error instanceof SyntaxError) return new UpstreamError('discord', 'malformed', error);
  if (isNetworkError(error)) return new UpstreamError('discord', 'unreachable', error);
  return error;
}

function reasonOf({ code, status, rawError }: DiscordAPIError): string {
  if (code === answeredCode) return 'answered';
  if (goneCodes.has(code) || repliesToNothing(rawError)) return 'gone';
  if (permissionCodes.has(code)) return 'permission';
  if (closedCodes.has(code)) return 'closed';
  if (existsCodes.has(code)) return 'exists';
  return `http-${status}`;
}

/** A reply to a message that is no longer there is refused as a field of the form. */
function repliesToNothing(body: DiscordAPIError['rawError']): boolean {
  return 'errors' in body && JSON.stringify(body.errors).includes('REPLIES_UNKNOWN_MESSAGE');
}

/** Whether an error is of the connection: of the socket, of name resolution, or of the HTTP client. */
export function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^(E[A-Z]+|UND_ERR_\w+)$/.test(code) || isNetworkError(error.cause);
}
