import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../free-port.ts';
import { startProxy } from '../postgres/proxy.ts';
import { newUrl } from '../storage/fixture.ts';
import { runBot, startTimeout } from './running-bot.ts';

const question = '张家港累计落实了多少帮扶资金？';
const figure = '6594万元';

it(
  'PostgreSQL goes away and comes back: questions are answered all the same, and nothing that was set is lost',
  async () => {
    const url = new URL(await newUrl('PostgreSQL'));
    const proxy = await startProxy(Number(url.port));
    onTestFinished(proxy.close);
    url.port = String(proxy.port);
    const port = await freePort();
    const bot = await runBot({ environment: { DATABASE_URL: url.href, HTTP_PORT: String(port) } });
    onTestFinished(() => bot.close());
    const { sandbox, asking } = bot;
    const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
    const ask = async () => (await asking(() => sandbox.member.slash('ask', { question }))).original?.text;
    await sandbox.moderator.slash('config set', { setting: 'language', value: 'ja' });
    await expect.poll(readiness).toBe(200);

    proxy.set('refuse');
    await expect.poll(readiness, { timeout: 20_000 }).toBe(503);
    expect(await ask()).toContain(figure);
    const refused = await sandbox.moderator.slash('config set', { setting: 'language', value: 'ko' });
    expect(refused.original?.text).toContain('cannot be written at the moment, so nothing was changed');

    proxy.set('pass');
    await expect.poll(readiness, { timeout: 20_000 }).toBe(200);
    expect(await ask()).toContain(figure);
    await sandbox.moderator.slash('config set', { setting: 'language', value: 'fr' });
    const { original } = await sandbox.moderator.slash('config history');
    expect(original?.text).toMatch(
      /Japanese → \*\*French\*\*.*the language of the question → \*\*Japanese\*\*$/s,
    );
    expect(bot.output()).not.toContain('"bug"');
  },
  startTimeout,
);
