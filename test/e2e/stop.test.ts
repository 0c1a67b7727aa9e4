import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { childEnvironment } from '../child-environment.ts';
import { startModelServer } from '../model-server/model-server.ts';
import { runBot, startTimeout } from './running-bot.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const question = '张家港累计落实了多少帮扶资金？';
const stopping = '我正在重新启动，请过一分钟再问。';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-stop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a stop that is asked for', () => {
  it(
    'ends with 0 while the bot is still connecting',
    async () => {
      const sandbox = await startSandbox();
      onTestFinished(() => sandbox.close());
      sandbox.gateway.delayHello(5000);
      const child = spawn(process.execPath, [main], {
        cwd: newFolder(),
        env: { ...childEnvironment(), DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl },
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
      await sandbox.waitFor(() => sandbox.requests[0], startTimeout, 'the first request');
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
    startTimeout,
  );

  it(
    'gives the answer that is under way a clear end, and leaves the database whole',
    async () => {
      const model = await startModelServer({ behaviour: 'hangs-before-headers' });
      onTestFinished(() => model.close());
      const folder = newFolder();
      const bot = await runBot({ model, environment: { DATABASE_URL: `file:${join(folder, 'bot.db')}` } });
      onTestFinished(() => bot.close());
      const { sandbox } = bot;
      const asked = await sandbox.member.slash('ask', { question }, { locale: 'zh-CN', settle: false });
      await sandbox.waitFor(() => model.requests[0], startTimeout, 'the model’s work');
      expect(await bot.end('SIGTERM')).toBe(0);
      expect(asked.original?.text).toBe(stopping);
      expect(bot.output()).not.toContain('"event":"bug"');
      // What SQLite keeps beside a database that is open is gone once it was closed.
      expect(existsSync(join(folder, 'bot.db'))).toBe(true);
      expect(existsSync(join(folder, 'bot.db-wal'))).toBe(false);
    },
    startTimeout,
  );

  it(
    'leaves nobody of a long line without an answer or a word, within ten seconds',
    async () => {
      const bot = await runBot();
      onTestFinished(() => bot.close());
      const { sandbox } = bot;
      await sandbox.moderator.slash('config set', { setting: 'memberPerMinute', value: 'unlimited' });
      const asked = await Promise.all(
        Array.from({ length: 100 }, (_, number) =>
          sandbox.member.slash(
            'ask',
            { question: `${question}（${number}）` },
            { locale: 'zh-CN', settle: false },
          ),
        ),
      );
      const deferred = () => asked.filter(({ original }) => original !== null).length;
      await sandbox.waitFor(() => deferred() > 50 || undefined, startTimeout, 'half of the first responses');
      const before = performance.now();
      expect(await bot.end('SIGTERM')).toBe(0);
      expect(performance.now() - before).toBeLessThan(10_000);
      const ends = asked.map(({ original }) =>
        original?.text === stopping ? 'told' : original?.text.includes('6594万元') ? 'answered' : 'left',
      );
      expect(ends).not.toContain('left');
      expect(ends).toContain('told');
      expect(asked.flatMap(({ followUps }) => followUps)).toEqual([]);
    },
    startTimeout,
  );
});

describe('the sandbox', () => {
  it('leaves the operator’s database alone, and nothing behind', { timeout: startTimeout }, async () => {
    const folder = newFolder();
    const child = spawn(process.execPath, [main], {
      env: {
        ...childEnvironment(),
        TMPDIR: folder,
        DATABASE_URL: `file:${join(folder, 'operator.db')}`,
      },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stdin.end('/config set setting:length value:short\n');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(out).toContain('short');
    expect(existsSync(join(folder, 'operator.db'))).toBe(false);
    const left = readdirSync(folder).filter((name) => name.startsWith('footnote-'));
    expect(left).toEqual([]);
  });
});
