import { describe, expect, it } from 'vitest';
import { steps } from '../../src/telemetry.ts';
import { startTestBot } from '../discord/test-bot.ts';
import { type CollectedSpan, startCollector } from './collector.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const token = 'secret-of-the-collector';

const tracingTo = (url: string) => ({
  http: { port: 0, host: '127.0.0.1' },
  tracing: { url, headers: { authorization: `Bearer ${token}` }, serviceName: 'footnote-test' },
  sendEvery: 50,
});

const rootsOf = (spans: readonly CollectedSpan[]) =>
  spans.filter(({ parentSpanId }) => parentSpanId === undefined);
const nameSet = (spans: readonly CollectedSpan[]) => new Set(spans.map(({ name }) => name));

/** The name of what each span stands in. */
function placesOf(spans: readonly CollectedSpan[]): Set<string> {
  return new Set(
    spans.map(({ name, parentSpanId }) => {
      const parent = spans.find(({ spanId }) => spanId === parentSpanId);
      return `${name} < ${parent?.name ?? (parentSpanId === undefined ? 'nothing' : 'a span that is missing')}`;
    }),
  );
}

describe('traces', () => {
  it('a hundred questions at once are a hundred traces, each with its own seven steps inside it', async () => {
    const collector = await startCollector();
    const bot = await startTestBot({ watching: tracingTo(collector.url) });
    await bot.set({ memberPerMinute: 60 });
    const { member, moderator } = bot.sandbox;
    const asking = Array.from({ length: 100 }, (_, index) =>
      (index % 2 === 0 ? member : moderator).slash('ask', { question: `${index}：${question}` }),
    );
    await Promise.all(asking);
    await bot.whenDone();
    await collector.until(() => rootsOf(collector.spans).length === 100);
    const byTrace = Map.groupBy(collector.spans, ({ traceId }) => traceId);
    expect(byTrace.size).toBe(100);
    for (const spans of byTrace.values()) {
      expect(nameSet(spans)).toEqual(new Set(['question', ...steps]));
      expect(placesOf(spans)).toEqual(
        new Set([
          'question < nothing',
          ...['receive', 'admit', 'plan', 'generate', 'render'].map((name) => `${name} < question`),
          'retrieve < plan',
          'ground < generate',
        ]),
      );
      const [root] = rootsOf(spans);
      for (const span of spans) {
        expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(root?.startTimeUnixNano ?? 0));
        expect(BigInt(span.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(root?.endTimeUnixNano ?? 0));
      }
    }
    const inLog = bot.logged
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'question-answered');
    expect(new Set(inLog.map(({ traceId }) => traceId))).toEqual(new Set(byTrace.keys()));
  });

  it('tell no words and nobody’s id, but the figures of the answer, and how it failed', async () => {
    const collector = await startCollector();
    const bot = await startTestBot({ watching: tracingTo(collector.url) });
    const { sandbox } = bot;
    await bot.set({ memberPerMinute: 1 });
    await sandbox.member.slash('ask', { question });
    await sandbox.member.slash('ask', { question });
    await bot.whenDone();
    await collector.until(() => rootsOf(collector.spans).length === 2);
    const [answered, refused] = rootsOf(collector.spans);
    expect(new Set(answered?.attributes.map(({ key }) => key))).toEqual(
      new Set(
        [
          ...['outcome', 'generator', 'way', 'origin', 'language', 'quotesOnly', 'statements', 'citations'],
          ...['dropped', 'tokensIn', 'tokensOut', 'tokensCached'],
        ].map((name) => `footnote.${name}`),
      ),
    );
    expect(refused?.attributes).toEqual([
      { key: 'footnote.refused', value: { stringValue: 'too-many-questions' } },
    ]);
    const { path, headers, body } = collector.requests[0] ?? { path: '', headers: {}, body: '' };
    expect(path).toBe('/v1/traces');
    expect(headers).toMatchObject({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
    expect(body).toContain('{"key":"service.name","value":{"stringValue":"footnote-test"}}');
    const all = collector.requests.map((request) => request.body).join();
    expect(all).not.toContain('张家港');
    for (const id of [sandbox.member.id, sandbox.seeded.guild.id]) expect(all).not.toContain(id);
  });

  it('a collector that fails, hangs or is gone is told of once, and nobody waits for it', async () => {
    const collector = await startCollector();
    const bot = await startTestBot({ watching: tracingTo(collector.url) });
    const ask = () => bot.sandbox.member.slash('ask', { question });
    const events = () =>
      bot.logged.map((line) => JSON.parse(line)).filter(({ event }) => /^traces-/.test(event));
    collector.behave(503);
    await ask();
    await collector.until(() => collector.requests.length === 1);
    await bot.sandbox.waitFor(() => events().length === 1 || undefined);
    await ask();
    await collector.until(() => collector.requests.length === 2);
    collector.behave(200);
    await ask();
    await bot.sandbox.waitFor(() => events().length === 2 || undefined);
    expect(events()).toMatchObject([
      { event: 'traces-not-exported', level: 'warn', reason: 'http-503', host: new URL(collector.url).host },
      { event: 'traces-exported-again', level: 'info' },
    ]);
    expect(bot.logged.join('')).not.toContain(token);
    collector.behave(null);
    await ask();
    // Its own time for a request is five seconds.
    const before = performance.now();
    await bot.watching.stop();
    expect(performance.now() - before).toBeLessThan(4_500);
  });
});
