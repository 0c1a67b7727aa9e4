/** The bot as its own process, where Discord, the model and its own faults speak of secrets: what it prints, keeps and says. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { childEnvironment } from '../child-environment.ts';
import { type RunningBot, runBot, startTimeout } from '../e2e/running-bot.ts';
import type { Behaviour } from '../model-server/behaviour.ts';
import { sendError } from '../model-server/delivery.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { findPlanted, plantSecrets } from './planted.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const planted = plantSecrets(11, 60);
const texts = planted.map(({ text }) => text);
/** Looks like nothing: that it is a secret is known from the environment alone. */
const key = 'correct.horse.battery.staple';

const folder = mkdtempSync(join(tmpdir(), 'footnote-secrets-'));
/** Breaks the process at a signal, as a fault of ours would: an error with much in it that nobody catches. */
const breaks = join(folder, 'break.mjs');
writeFileSync(
  breaks,
  `const fault = () => Object.assign(new TypeError(${JSON.stringify([key, ...texts].join(' '))}), {
     url: ${JSON.stringify(texts)}, requestBody: { authorization: ${JSON.stringify(`Bearer ${key}`)} },
     cause: new RangeError(${JSON.stringify(texts.toReversed().join(' '))}) });
   process.on('SIGUSR2', () => void Promise.reject(fault()));
   if (process.env.BREAKS === 'at once') setImmediate(() => { throw fault(); });`,
);

const preload = `--import=${pathToFileURL(breaks).href}`;

let bot: RunningBot | null = null;
let model: ModelServer | null = null;
afterAll(async () => {
  await bot?.close();
  await model?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Says the key back, as some do, and more of the like. */
const tells: Behaviour = async ({ response, attempt }) =>
  sendError(response, 401, {
    message: `Incorrect key ${key}: ${texts[attempt]}`,
    code: texts.at(-attempt) ?? '',
  });

it(
  'tells none of them, in its log, its database or to members, nor when it breaks',
  async () => {
    model = await startModelServer({ behaviour: tells });
    bot = await runBot({
      model,
      environment: {
        OPENAI_API_KEY: key,
        LOG_LEVEL: 'debug',
        DATABASE_URL: `file:${join(folder, 'data', 'bot.db')}`,
        NODE_OPTIONS: preload,
      },
    });
    const { sandbox } = bot;
    await sandbox.moderator.slash('config set', { setting: 'keepQuestions', value: 'on' });
    const ask = () =>
      sandbox.member.slash('ask', { question: '张家港累计落实了多少帮扶资金？' }, { timeoutMs: 30_000 });
    await bot.asking(ask);
    for (const [index, text] of texts.entries()) {
      const body = {
        code: 50035,
        message: text,
        errors: { content: { _errors: [{ code: text, message: text }] } },
      };
      sandbox.fail('PATCH', '/webhooks/:application/:token/messages/@original', {
        status: 400,
        body,
        times: 1,
      });
      if (index % 20 === 0) await ask();
    }
    sandbox.clearFaults();
    await bot.asking(ask);

    expect(await bot.end('SIGUSR2')).toBe(1);
    expect(bot.output()).toContain('unhandled-rejection');
    expect(bot.output()).toContain('upstream-failed');

    const tokens = sandbox.requests.flatMap(({ path }) => /sandbox-interaction-[\w-]+/.exec(path) ?? []);
    expect(tokens.length).toBeGreaterThan(3);
    const data = join(folder, 'data');
    const kept = readdirSync(data).map((name) => readFileSync(join(data, name), 'latin1'));
    const said = sandbox.transcript();
    for (const told of [bot.output(), said, ...kept]) {
      expect(findPlanted(told, planted)).toEqual([]);
      for (const secret of [key, sandbox.token, ...tokens]) expect(told).not.toContain(secret);
    }
  },
  startTimeout * 2,
);

it('prints none of them where it breaks before there is a log, and exits 1', async () => {
  const env = { ...childEnvironment(), NODE_OPTIONS: preload, BREAKS: 'at once', OPENAI_API_KEY: key };
  const { code, stderr } = await promisify(execFile)(process.execPath, [main], { env, cwd: folder }).catch(
    (error) => error,
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/^TypeError: .*\n {4}at /);
  expect(findPlanted(stderr, planted)).toEqual([]);
  expect(stderr).not.toContain(key);
});
