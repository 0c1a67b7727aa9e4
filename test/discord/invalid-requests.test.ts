import { DefaultRestOptions, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { loadConfig } from '../../src/config.ts';
import { createRest } from '../../src/discord/connect.ts';
import { callDiscord } from '../../src/discord/discord-call.ts';
import { guardRequests } from '../../src/discord/invalid-requests.ts';
import { createLog } from '../../src/log.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: noLimits });
});
afterAll(() => sandbox.close());

/** Requests through the guard, at a time that the test gives, and what it logs. */
function guarded() {
  const logged: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });
  const clock = { now: 0 };
  const request = guardRequests(DefaultRestOptions.makeRequest, { log, now: () => clock.now });
  const headers = { authorization: `Bot ${sandbox.token}` };
  const get = async (path: string): Promise<number | string> => {
    try {
      return (await request(`${sandbox.apiUrl}/v10${path}`, { method: 'GET', headers })).status;
    } catch (error) {
      return error instanceof Error ? error.message : 'no error';
    }
  };
  /** As often as it takes, each after the one before. */
  const getOften = async (times: number, path = '/refused'): Promise<number | string> => {
    for (let left = times; left > 1; left -= 1) await get(path);
    return get(path);
  };
  const events = () => logged.map((line): string => JSON.parse(line).event);
  return { clock, get, getOften, events };
}

describe('requests that Discord refuses', () => {
  beforeAll(() => {
    sandbox.fail('GET', '/refused', { status: 403 });
    sandbox.fail('GET', '/wrong-token', { status: 401 });
    sandbox.fail('GET', '/limited', { status: 429, headers: { 'x-ratelimit-scope': 'user' } });
    sandbox.fail('GET', '/limited-for-all', { status: 429, headers: { 'x-ratelimit-scope': 'shared' } });
  });

  it('are stopped at the 500th in ten minutes, whatever it was refused for, and that is logged once', async () => {
    const { get, getOften, events } = guarded();
    await getOften(200);
    await getOften(150, '/wrong-token');
    expect(await getOften(149, '/limited')).toBe(429);
    expect(await get('/users/@me')).toBe(200);
    expect(await get('/refused')).toBe(403);
    expect(await get('/refused')).toBe('discord: circuit-open');
    expect(await get('/users/@me')).toBe('discord: circuit-open');
    expect(events()).toEqual(['discord-circuit-opened']);
    // Whoever reconnects needs it.
    expect(await get('/gateway/bot')).toBe(200);
  });

  it('count for ten minutes, and not where others used up a limit that is shared', async () => {
    const { clock, get, getOften } = guarded();
    await getOften(499);
    await getOften(100, '/limited-for-all');
    expect(await get('/users/@me')).toBe(200);
    clock.now += 10 * 60_000 + 1;
    expect(await getOften(2)).toBe(403);
  });

  it('are tried again after a minute, one at a time', async () => {
    const { clock, get, getOften, events } = guarded();
    await getOften(500);
    clock.now += 60_000;
    expect(await get('/refused')).toBe(403);
    expect(await get('/users/@me')).toBe('discord: circuit-open');
    clock.now += 60_000;
    expect(await Promise.all([get('/users/@me'), get('/users/@me')])).toEqual([200, 'discord: circuit-open']);
    expect(await get('/refused')).toBe(403);
    expect(await get('/users/@me')).toBe(200);
    expect(events()).toEqual(['discord-circuit-opened', 'discord-circuit-closed']);
  });
});

it('a bot that is refused 500 times sends first responses and nothing else', async () => {
  const config = loadConfig({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
  const rest = createRest(config, createLog({ level: 'silent' }));
  const route = '/interactions/:id/:token/callback';
  sandbox.fail('POST', route, { status: 403, times: 500 });
  const respond = () =>
    rest
      .post(Routes.interactionCallback('1', 'token'), { body: { type: 5 }, auth: false })
      .catch((error: unknown) => error);
  await Promise.all(Array.from({ length: 500 }, respond));
  await expect(callDiscord(() => rest.get(Routes.user()))).rejects.toMatchObject({
    upstream: 'discord',
    reason: 'circuit-open',
  });
  expect(await respond()).toMatchObject({ status: 404 });
});
