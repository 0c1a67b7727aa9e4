/** Keeps requests within what Discord allows a bot in any second, of which each process has its part. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/** A little less than Discord allows, in a little more than a second: not all take as long on their way. */
const spared = 0.04;
/** In milliseconds. */
const within = 1_050;

interface Pace {
  /** In milliseconds. It begins when a request is sent: the library's own begins with the wait, and what it gives up and plans again would only wait longer. */
  readonly timeout: number;
  /** How many Discord allows all processes of the bot in a second. */
  readonly perSecond: number;
  /** The part of them that is this process's at this moment, above 0 and at most 1. */
  share(): number;
}

/**
 * The same, but each request waits until there is room for it in the last second; first responses to interactions,
 * which Discord does not count, do not. The library counts when a request is planned: where the process was busy
 * meanwhile, what was planned for one second is sent in the next.
 */
export function paceRequests(makeRequest: MakeRequest, { timeout, perSecond, share }: Pace): MakeRequest {
  const sentAt: number[] = [];
  const most = (): number => Math.max(1, Math.floor(perSecond * (1 - spared) * share()));
  let line: Promise<void> = Promise.resolve();
  const comeNext = async (): Promise<void> => {
    let oldest: number | undefined;
    while (sentAt.length >= most()) oldest = sentAt.shift();
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
