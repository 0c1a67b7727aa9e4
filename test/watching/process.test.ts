import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { childEnvironment } from '../child-environment.ts';
import { runBot, startTimeout } from '../e2e/running-bot.ts';
import { freePort } from '../free-port.ts';
import { startCollector } from './collector.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

it(
  'the process serves what it is asked to, refuses a port that is taken with code 2, and sends its last traces when it stops',
  async () => {
    const collector = await startCollector();
    const port = await freePort();
    const watched = { HTTP_PORT: String(port), OTEL_EXPORTER_OTLP_ENDPOINT: new URL(collector.url).origin };
    const bot = await runBot({ environment: watched });
    onTestFinished(() => bot.close());
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
    while (!(await isReady()));

    const second = spawn(process.execPath, [main], {
      env: { ...childEnvironment(), HTTP_PORT: String(port) },
    });
    second.stdin.end('');
    const [error, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')]);
    expect(error).toMatch(/^Health and metrics cannot be served on 127\.0\.0\.1:\d+: .*\.\n$/);
    expect(code).toBe(2);

    await bot.asking(() => bot.sandbox.member.slash('ask', { question: '张家港累计落实了多少帮扶资金？' }));
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toMatch(/footnote_answers_total\{outcome="answered",generator="extractive",.*\} 1\n/);
    expect(metrics).toMatch(/footnote_step_seconds_count\{step="ground"\} [1-9]/);
    expect(await bot.end('SIGTERM')).toBe(0);
    expect(collector.spans.map(({ name }) => name)).toContain('question');
    const answered =
      bot
        .output()
        .split('\n')
        .find((line) => line.includes('question-answered')) ?? '';
    const [, traceId] = /"traceId":"(\w+)"/.exec(answered) ?? [];
    expect(collector.spans.map((span) => span.traceId)).toContain(traceId);
  },
  startTimeout,
);
