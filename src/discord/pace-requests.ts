/** Keeps requests within what Discord allows a bot: 50 in any second. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/** A little less than Discord allows, in a little more than a second: not all take as long on their way. */
const most = 48;
/** In milliseconds. */
const within = 1_050;

/**
 * The same, but each request waits until fewer than 48 were sent in the last second; first responses to interactions,
 * which Discord does not count, do not. The library counts when a request is planned: where the process was busy
 * meanwhile, what was planned for one second is sent in the next. `timeout`, in milliseconds, begins when a request is
 * sent: the library's own begins with the wait, and what it gives up and plans again would only wait longer.
 */
export function paceRequests(makeRequest: MakeRequest, timeout: number): MakeRequest {
  const sentAt: number[] = [];
  let line: Promise<void> = Promise.resolve();
  const comeNext = async (): Promise<void> => {
    const oldest = sentAt.length < most ? undefined : sentAt.shift();
    const wait = oldest === undefined ? 0 : oldest + within - performance.now();
    if (wait > 0) await sleep(wait);
    sentAt.push(performance.now());
  };
  return async (url, init) => {
    if (!isFirstResponse(url)) {
      line = line.then(comeNext);
      await line;
    }
    const tooLate = new AbortController();
    const timer = setTimeout(() => tooLate.abort(), timeout);
    try {
      return await makeRequest(url, { ...init, signal: tooLate.signal });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Whether a request is the first response to an interaction, for which a member waits three seconds. */
export function isFirstResponse(url: string): boolean {
  return /\/interactions\/\d+\/[^/]+\/callback/.test(url);
}
