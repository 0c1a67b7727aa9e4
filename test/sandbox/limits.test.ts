import { afterEach, describe, expect, it } from 'vitest';
import { discordLimits } from '../../sandbox/rest/limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createApi } from './api.ts';
import { logIn } from './bots.ts';

let sandbox: Sandbox;

afterEach(async () => {
  await sandbox.close();
  expect(sandbox.bugs).toEqual([]);
});

const fast = {
  ...discordLimits,
  routes: { ...discordLimits.routes, 'POST /channels/:channel/messages': { requests: 5, windowMs: 600 } },
};

describe('rate limits', () => {
  it('tell in headers what is left, and refuse the sixth message in the window', async () => {
    sandbox = await startSandbox({ limits: fast });
    const api = createApi(sandbox);
    const send = () => api('POST', `/channels/${sandbox.channels.general.id}/messages`, { content: 'x' });
    const first = await send();
    expect(first.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(first.headers.get('x-ratelimit-bucket')).toBeTruthy();
    for (let count = 0; count < 4; count += 1) await send();
    const refused = await send();
    expect(refused).toMatchObject({
      status: 429,
      body: { global: false, message: 'You are being rate limited.' },
    });
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(sandbox.channels.general.messages).toHaveLength(5);
  });

  it('hold for each channel alone', async () => {
    sandbox = await startSandbox({ limits: fast });
    const api = createApi(sandbox);
    const { general, questions } = sandbox.channels;
    const send = (id: string) => api('POST', `/channels/${id}/messages`, { content: 'x' });
    for (let count = 0; count < 5; count += 1) await send(general.id);
    expect((await send(questions.id)).status).toBe(200);
    expect((await send(general.id)).status).toBe(429);
  });

  it('are obeyed by discord.js, which runs into none', async () => {
    sandbox = await startSandbox({ limits: fast });
    const client = await logIn(sandbox);
    const channel = await client.channels.fetch(sandbox.channels.general.id);
    if (!channel?.isSendable()) throw new Error('no text channel');
    await Promise.all(Array.from({ length: 12 }, (_, index) => channel.send(`${index}`)));
    expect(sandbox.channels.general.messages).toHaveLength(12);
    expect(sandbox.rateLimited).toBe(0);
    await client.destroy();
  });

  it('are waited out by discord.js when another has used them up', async () => {
    sandbox = await startSandbox({ limits: fast });
    const client = await logIn(sandbox);
    const api = createApi(sandbox);
    const { general } = sandbox.channels;
    for (let count = 0; count < 5; count += 1)
      await api('POST', `/channels/${general.id}/messages`, { content: 'x' });
    const channel = await client.channels.fetch(general.id);
    if (!channel?.isSendable()) throw new Error('no text channel');
    await channel.send('late');
    expect(sandbox.rateLimited).toBe(1);
    expect(general.messages.at(-1)?.content).toBe('late');
    await client.destroy();
  });

  it('count everything together, but for what answers interactions', async () => {
    sandbox = await startSandbox({ limits: { global: { requests: 3, windowMs: 5000 }, routes: {} } });
    const api = createApi(sandbox);
    for (let count = 0; count < 3; count += 1) expect((await api('GET', '/users/@me')).status).toBe(200);
    const refused = await api('GET', '/users/@me');
    expect(refused).toMatchObject({ status: 429, body: { global: true } });
    expect(refused.headers.get('x-ratelimit-global')).toBe('true');
    expect((await api('POST', '/interactions/1/x/callback', { type: 5 }, { token: null })).code).toBe(10062);
  });
});

describe('a planned fault', () => {
  it('answers as often as it says, then no more', async () => {
    sandbox = await startSandbox();
    const api = createApi(sandbox);
    sandbox.fail('POST', '/channels/:id/messages', { status: 503, times: 2 });
    const send = () => api('POST', `/channels/${sandbox.channels.general.id}/messages`, { content: 'x' });
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([503, 503, 200]);
  });

  it('loses the answer of a write that was carried out, and a nonce keeps the second try from doubling it', async () => {
    sandbox = await startSandbox();
    const client = await logIn(sandbox);
    sandbox.fail('POST', '/channels/*', { status: 502, times: 1, afterwards: true });
    const channel = await client.channels.fetch(sandbox.channels.general.id);
    if (!channel?.isSendable()) throw new Error('no text channel');
    await channel.send({ content: 'once', nonce: '1', enforceNonce: true });
    expect(sandbox.requestsTo('POST', '/channels/:channel/messages').map(({ status }) => status)).toEqual([
      502, 200,
    ]);
    expect(sandbox.channels.general.messages).toHaveLength(1);
    await client.destroy();
  });

  it('hangs, delays and cuts', async () => {
    sandbox = await startSandbox();
    const api = createApi(sandbox);
    sandbox.fail('GET', '/users/@me', { delayMs: 120, times: 1 });
    const since = Date.now();
    expect((await api('GET', '/users/@me')).status).toBe(200);
    expect(Date.now() - since).toBeGreaterThanOrEqual(110);
    sandbox.fail('GET', '/users/@me', { cut: true, times: 1 });
    await expect(api('GET', '/users/@me')).rejects.toThrow();
    sandbox.fail('GET', '/users/@me', { hang: true });
    const hung = api('GET', '/users/@me').catch(() => 'ended');
    const soon = new Promise((resolve) => setTimeout(() => resolve('nothing yet'), 200));
    expect(await Promise.race([hung, soon])).toBe('nothing yet');
  });
});
