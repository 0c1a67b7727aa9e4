import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/errors.ts';
import { exitCodeFor, exitCodes } from '../../src/exit-codes.ts';
import { createLog } from '../../src/log.ts';
import { startWatching } from '../../src/watching/start-watching.ts';
import { startTestBot } from '../discord/test-bot.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
/** With bounds that a machine with much else to do keeps. */
const served = {
  http: { port: 0, host: '127.0.0.1' },
  tracing: null,
  bounds: { heartbeat: 90_000, database: 60_000 },
};

const readinessSchema = z.strictObject({
  ready: z.boolean(),
  article: z.string(),
  database: z.string(),
  gateway: z.string(),
});
type Readiness = z.output<typeof readinessSchema>;

interface Watched {
  readonly watching: { readonly port: number | null };
}

const get = ({ watching }: Watched, path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${watching.port}${path}`, init);

async function readiness(bot: Watched): Promise<{ status: number; body: Readiness }> {
  const response = await get(bot, '/readyz');
  return { status: response.status, body: readinessSchema.parse(await response.json()) };
}

/** Asks until it is so: a heartbeat, or a timer of the database, may take its time. */
async function untilReady(bot: Watched, ready: boolean) {
  for (;;) {
    const now = await readiness(bot);
    if (now.body.ready === ready) return now;
  }
}

/** Each sample by its name and labels. */
async function readMetrics(bot: Watched): Promise<ReadonlyMap<string, number>> {
  const response = await get(bot, '/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const samples = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('what is served', () => {
  it('counts questions, steps, requests and refusals, and names no member or server', async () => {
    const bot = await startTestBot({ watching: served });
    const { sandbox } = bot;
    await bot.set({ memberPerMinute: 1 });
    await sandbox.member.slash('ask', { question });
    await sandbox.member.slash('ask', { question });
    await sandbox.moderator.ask(question, { mention: true });
    await bot.whenDone();
    const metrics = await readMetrics(bot);
    const answered = 'footnote_answers_total{outcome="answered",generator="openai"';
    expect(metrics.get(`${answered},way="command",origin="made"}`)).toBe(1);
    expect(metrics.get(`${answered},way="chat",origin="kept"}`)).toBe(1);
    expect(metrics.get('footnote_refusals_total{code="too-many-questions"}')).toBe(1);
    expect(metrics.get('footnote_kept_answers')).toBe(1);
    for (const step of ['receive', 'admit', 'plan', 'retrieve', 'generate', 'ground', 'render'])
      expect(metrics.get(`footnote_step_seconds_count{step="${step}"}`), step).toBeGreaterThan(0);
    expect(metrics.get('footnote_step_seconds_count{step="generate"}')).toBe(1);
    expect(metrics.get('footnote_answer_seconds_count')).toBe(2);
    expect(metrics.get('footnote_first_response_seconds_count')).toBe(2);
    expect(metrics.get('footnote_gateway_shards_ready')).toBe(1);
    expect(metrics.get('footnote_servers')).toBe(1);
    expect(metrics.get('footnote_work_under_way')).toBe(0);
    expect(metrics.get('footnote_discord_requests_total{status="2xx"}')).toBeGreaterThan(3);
    expect(metrics.get('footnote_database_seconds_count')).toBeGreaterThan(3);
    expect(metrics.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect([...metrics.keys()].filter((name) => /\d{15,}/.test(name))).toEqual([]);
  });

  it('is read only, and nothing else is there', async () => {
    const bot = await startTestBot({ watching: served });
    expect(await (await get(bot, '/healthz?x=1')).text()).toBe('ok\n');
    const head = await get(bot, '/metrics', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const posted = await get(bot, '/metrics', { method: 'POST', body: 'x' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    for (const path of ['/', '/metrics/', '/%2e%2e/etc/passwd', '/constructor', '/__proto__'])
      expect((await get(bot, path)).status, path).toBe(404);
    const socket = connect(Number(bot.watching.port), '127.0.0.1');
    socket.end(`GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(10_000)}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('a port that is taken ends the start with one sentence and the code for a bad environment', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const log = createLog({ level: 'silent' });
    const failure = await startWatching(
      { http: { port, host: '127.0.0.1' }, tracing: null },
      { log, version: '0.0.0' },
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({
      message: `Health and metrics cannot be served on 127.0.0.1:${port}: another program listens there; set another HTTP_PORT, or end that program.`,
    });
    expect(exitCodeFor(failure)).toBe(exitCodes.badInput);
  });
});

describe('readiness', () => {
  it('says that it starts before there is a bot, and that it stops once it is asked to', async () => {
    const watching = await startWatching(served, {
      log: createLog({ level: 'silent' }),
      version: '0.0.0',
    });
    onTestFinished(watching.stop);
    expect((await get({ watching }, '/healthz')).status).toBe(200);
    const starting = { article: 'starting', database: 'starting', gateway: 'starting' };
    expect(await readiness({ watching })).toEqual({ status: 503, body: { ready: false, ...starting } });
    const bot = await startTestBot({ watching: served });
    const parts = { article: 'ok', database: 'ok', gateway: 'ok' };
    expect(await readiness(bot)).toEqual({ status: 200, body: { ready: true, ...parts } });
    await bot.bot.stop();
    expect(await readiness(bot)).toEqual({
      status: 503,
      body: { ready: false, ...parts, gateway: 'stopping' },
    });
  });

  it('fails while Discord acknowledges no heartbeat, though it resumes, and is back with the next one', async () => {
    const bot = await startTestBot({
      watching: { ...served, bounds: { heartbeat: 700, database: 60_000 } },
      sandbox: { heartbeatIntervalMs: 150 },
    });
    await untilReady(bot, true);
    bot.sandbox.gateway.acknowledgeHeartbeats(false);
    expect(await untilReady(bot, false)).toEqual({
      status: 503,
      body: { ready: false, article: 'ok', database: 'ok', gateway: 'not-acknowledged: 0' },
    });
    bot.sandbox.gateway.acknowledgeHeartbeats(true);
    expect((await untilReady(bot, true)).status).toBe(200);
    expect((await readMetrics(bot)).get('footnote_gateway_reconnects_total')).toBeGreaterThan(0);
  });

  it('fails while the database cannot be written within its time, and is back with it', async () => {
    const bot = await startTestBot({ watching: { ...served, bounds: { heartbeat: 90_000, database: 100 } } });
    const holder = new Sqlite(bot.databasePath);
    onTestFinished(() => void holder.close());
    holder.exec('begin immediate');
    expect(await readiness(bot)).toEqual({
      status: 503,
      body: { ready: false, article: 'ok', database: 'timeout', gateway: 'ok' },
    });
    // However many ask meanwhile, there is one trial at a time.
    const uses = async () => (await readMetrics(bot)).get('footnote_database_seconds_count') ?? 0;
    const before = await uses();
    const many = await Promise.all(Array.from({ length: 40 }, () => readiness(bot)));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([503]));
    holder.exec('rollback');
    expect((await untilReady(bot, true)).body.database).toBe('ok');
    expect((await uses()) - before).toBeLessThan(30);
  });
});
