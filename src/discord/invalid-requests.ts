/** Keeps Discord from banning the address: it does so after 10,000 requests in ten minutes that it had to refuse. */
import type { RESTOptions } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import { isFirstResponse } from './pace-requests.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** So many refused within so long open the circuit. */
const most = 500;
const within = 10 * 60_000;
/** After it one request is let through to see. In ten minutes there are so at most ten times `most`, half of what is banned. */
const pause = 60_000;

interface Watching {
  readonly log: Log;
  /** Milliseconds, never going back. */
  readonly now: () => number;
}

/**
 * The same, but once 500 requests in ten minutes were refused for want of a right (401, 403) or sent too fast (429),
 * nothing is sent for a minute but first responses to interactions and what a connection begins with: all else throws
 * `UpstreamError('discord', 'circuit-open')` at once. Then one request is let through, and decides on the next minute.
 */
export function guardRequests(makeRequest: MakeRequest, { log, now }: Watching): MakeRequest {
  let refused: number[] = [];
  let openedAt: number | null = null;
  let trying = false;

  const count = (isRefused: boolean, isTrial: boolean): void => {
    const time = now();
    if (isRefused) refused = [...refused.slice(1 - most), time];
    if (isTrial && !isRefused) {
      openedAt = null;
      refused = [];
      log.info('discord-circuit-closed');
      return;
    }
    const oldest = refused.at(-most);
    const isTooMany = refused.length >= most && oldest !== undefined && time - oldest <= within;
    if (openedAt === null && isTooMany) log.error('discord-circuit-opened', { count: refused.length });
    if (isTrial || (openedAt === null && isTooMany)) openedAt = time;
  };

  return async (url, init) => {
    const isOpen = openedAt !== null;
    const isTrial = openedAt !== null && !mustPass(url) && !trying && now() - openedAt >= pause;
    if (isOpen && !isTrial && !mustPass(url)) throw new UpstreamError('discord', 'circuit-open');
    trying ||= isTrial;
    try {
      const response = await makeRequest(url, init);
      count(isInvalid(response), isTrial);
      return response;
    } finally {
      if (isTrial) trying = false;
    }
  };
}

/** Without the gateway's address there is no bot. */
function mustPass(url: string): boolean {
  return isFirstResponse(url) || url.endsWith('/gateway/bot');
}

/** As Discord counts: what was too fast for a limit that others share is nobody's fault. */
function isInvalid({ status, headers }: Awaited<ReturnType<MakeRequest>>): boolean {
  return (
    status === 401 || status === 403 || (status === 429 && headers.get('x-ratelimit-scope') !== 'shared')
  );
}
