import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import type { Behaviour } from '../model-server/behaviour.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { collect, openLoopback, request, secretKey } from './loopback.ts';

const truth = {
  type: 'statement',
  statement: {
    text: '2016年以来，张家港市累计落实帮扶资金2.3亿元，实施项目129个。',
    citations: [{ passage: 1, quote: '2016年以来，张家港市累计落实帮扶资金2.3亿元，实施项目129个。' }],
  },
};
const answered = { type: 'outcome', outcome: 'answered' };
const usage = { type: 'usage', usage: { tokensIn: 1200, tokensOut: 80, tokensCached: 1024 } };

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => {
  process.on('unhandledRejection', note);
});
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

/** Fails, and asks for a wait that is just short enough to be kept. */
const asksToWait: Behaviour = async ({ response }) => {
  response.writeHead(503, { 'retry-after-ms': '450' });
  response.end();
};

function abortSoon(reason: Error): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 20);
  return controller.signal;
}

describe('a draft that arrives whole', () => {
  const whole: BehaviourName[] = [
    'well-behaved',
    'slow-first-token',
    'splits-characters',
    'crlf-and-comments',
    'no-done',
    'other-model-name',
    'ignores-stream',
    'one-event',
    'keeps-connection-open',
    'refuses-json-schema',
    'refuses-json-formats',
    'refuses-vaguely',
    'refuses-temperature',
    'refuses-max-tokens',
    'refuses-output-limits',
    'rate-limited-briefly',
    'fails-once-500',
    'thinks-aloud',
    'thinks-apart',
  ];
  it.each(whole)('is read: %s', async (behaviour) => {
    const { generator } = await openLoopback(behaviour);
    const { parts, error } = await collect(generator);
    expect(error).toBeNull();
    const expected = [answered, truth, ...(behaviour === 'keeps-connection-open' ? [] : [usage])];
    expect(parts).toEqual(expected);
  });

  it.each<BehaviourName>(['no-usage', 'refuses-stream-options'])(
    'is read without its token counts: %s',
    async (behaviour) => {
      const { generator } = await openLoopback(behaviour);
      expect(await collect(generator)).toEqual({ parts: [answered, truth], error: null });
    },
  );

  it('is read when the outcome comes last and passages are numbered in words', async () => {
    const { generator } = await openLoopback('other-order');
    expect(await collect(generator)).toEqual({ parts: [truth, answered, usage], error: null });
  });
});

describe('a draft that fails', () => {
  const failures: [BehaviourName, string][] = [
    ['hangs-before-headers', 'timeout'],
    ['silent-after-headers', 'silent'],
    ['silent-mid-stream', 'silent'],
    ['comments-only', 'silent'],
    ['empty-deltas-only', 'silent'],
    ['blank-for-ever', 'silent'],
    ['cut-mid-body', 'cut'],
    ['cut-without-finish', 'cut'],
    ['cut-in-character', 'bad-body'],
    ['empty-200', 'empty'],
    ['empty-json-200', 'empty'],
    ['html-200', 'bad-body'],
    ['broken-event', 'bad-body'],
    ['error-event', 'error-event'],
    ['refuses-everything', 'http-400'],
    ['unauthorized-401', 'http-401'],
    ['payment-402', 'http-402'],
    ['forbidden-403', 'http-403'],
    ['no-model-404', 'http-404'],
    ['rate-limited-long', 'http-429'],
    ['rate-limited-for-an-hour', 'http-429'],
    ['fails-always-500', 'http-500'],
    ['unavailable-503', 'http-503'],
    ['context-too-long', 'context-too-long'],
    ['prompt-filtered', 'content-filter'],
    ['length-finish', 'length'],
    ['content-filter', 'content-filter'],
    ['refusal', 'refused'],
    ['tool-calls', 'tool-calls'],
    ['says-nothing', 'empty'],
    ['prose-only', 'malformed'],
    ['malformed-json', 'malformed'],
    ['other-shape', 'malformed'],
    ['unknown-outcome', 'malformed'],
    ['hundred-kilobytes', 'too-long'],
    ...([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((tenth): [BehaviourName, string] => [
      `breaks-at-${tenth}`,
      'malformed',
    ]),
  ];
  it.each(failures)('says why: %s is %s', async (behaviour, reason) => {
    const { generator } = await openLoopback(behaviour, { deadline: 4_000 });
    const start = performance.now();
    const { error } = await collect(generator);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ upstream: 'model', reason });
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('gives the statements that were complete before the fault', async () => {
    const { generator } = await openLoopback('cut-without-finish');
    const { parts, error } = await collect(generator);
    expect(parts).toEqual([answered, truth]);
    expect(error).toMatchObject({ reason: 'cut' });
  });

  it('is unreachable when nobody listens', async () => {
    const { server, generator } = await openLoopback('well-behaved', { retries: 0 });
    await server.close();
    const { error } = await collect(generator);
    expect(error).toMatchObject({ reason: 'unreachable', cause: { code: 'ECONNREFUSED' } });
  });

  it('keeps what the server said, and the key, out of the error', async () => {
    const { generator } = await openLoopback('unauthorized-401');
    const { error } = await collect(generator);
    if (!(error instanceof UpstreamError) || !(error.cause instanceof Error)) throw error;
    expect(error.cause).toMatchObject({ name: 'AuthenticationError', status: 401, code: 'invalid_api_key' });
    const words = [
      error.message,
      error.cause.message,
      JSON.stringify(error),
      JSON.stringify(error.cause),
    ].join(' ');
    expect(words).not.toContain(secretKey);
    expect(words).not.toContain('sk-wrong');
  });
});

describe('statements', () => {
  it('come as soon as each is complete', async () => {
    const { generator } = await openLoopback('repeats-statements', { pace: 2 });
    const times: number[] = [];
    for await (const part of generator.generate(request, new AbortController().signal))
      if (part.type === 'statement') times.push(performance.now());
    expect(times).toHaveLength(5);
    const [first = 0] = times;
    expect((times.at(-1) ?? 0) - first).toBeGreaterThan(40);
  });
});

describe('waiting', () => {
  it('does not wait for a retry-after that is longer than the longest wait', async () => {
    const { server, generator } = await openLoopback('rate-limited-long');
    const start = performance.now();
    await collect(generator);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(server.requests).toHaveLength(1);
  });

  it('tries a failing server again once', async () => {
    const { server, generator } = await openLoopback('fails-always-500');
    await collect(generator);
    expect(server.requests).toHaveLength(2);
  });

  it('ends at the deadline while words still come', async () => {
    const { server, generator } = await openLoopback('blank-for-ever', { deadline: 200 });
    const start = performance.now();
    const { error } = await collect(generator);
    expect(error).toMatchObject({ reason: 'deadline' });
    expect(performance.now() - start).toBeLessThan(2_000);
    await expect.poll(() => server.abandoned()).toBe(1);
  });

  it('ends at the deadline while it waits to try again', async () => {
    const { generator } = await openLoopback(asksToWait, { deadline: 100 });
    expect((await collect(generator)).error).toMatchObject({ reason: 'deadline' });
  });
});

describe('an abort', () => {
  it.each<BehaviourName>(['hangs-before-headers', 'silent-mid-stream', 'comments-only'])(
    'ends %s at once with its reason, and hangs up',
    async (behaviour) => {
      const { server, generator } = await openLoopback(behaviour);
      const reason = new Error('the member has gone');
      const start = performance.now();
      const { error } = await collect(generator, request, abortSoon(reason));
      expect(error).toBe(reason);
      expect(performance.now() - start).toBeLessThan(1_000);
      await expect.poll(() => server.abandoned()).toBe(1);
    },
  );

  it('ends the wait before another try', async () => {
    const { server, generator } = await openLoopback(asksToWait);
    const reason = new Error('the member has gone');
    const leaving = new AbortController();
    const collected = collect(generator, request, leaving.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    leaving.abort(reason);
    expect((await collected).error).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('before the start makes no call', async () => {
    const { server, generator } = await openLoopback('well-behaved');
    const { error } = await collect(generator, request, AbortSignal.abort(new Error('too late')));
    expect(error).toMatchObject({ message: 'too late' });
    expect(server.requests).toHaveLength(0);
  });

  it('by leaving the loop hangs up', async () => {
    const { server, generator } = await openLoopback('repeats-statements', { pace: 2 });
    for await (const part of generator.generate(request, new AbortController().signal))
      if (part.type === 'statement') break;
    await expect.poll(() => server.abandoned()).toBe(1);
  });
});

describe('what the model is asked', () => {
  it('holds the article and the question as data, never in the system message', async () => {
    const { server, generator } = await openLoopback('well-behaved');
    await collect(generator);
    const [asked] = server.requests;
    expect(asked?.system).not.toContain('帮扶资金');
    expect(JSON.parse(asked?.user ?? '')).toMatchObject({ question: request.question });
    expect(asked?.headers.authorization).toBe(`Bearer ${secretKey}`);
  });

  it('is a strict schema, a stream with token counts, a bound and a low temperature', async () => {
    const { server, generator } = await openLoopback('well-behaved');
    await collect(generator);
    expect(server.requests[0]?.body).toMatchObject({
      model: 'loopback',
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.2,
      max_tokens: 4096,
      response_format: { type: 'json_schema', json_schema: { name: 'draft', strict: true } },
    });
  });

  it.each<[BehaviourName, string[]]>([
    ['refuses-json-schema', ['json_schema', 'json_object']],
    ['refuses-json-formats', ['json_schema', 'json_object', 'text']],
    ['refuses-vaguely', ['json_schema', 'json_object', 'text']],
  ])('gives up one format at a time and remembers: %s', async (behaviour, formats) => {
    const { server, generator, logged } = await openLoopback(behaviour);
    await collect(generator);
    expect(server.requests.map(({ format }) => format)).toEqual(formats);
    await collect(generator);
    expect(server.requests.slice(formats.length).map(({ format }) => format)).toEqual([formats.at(-1)]);
    expect(logged.map(([event]) => event)).toEqual(['model-dialect-changed']);
  });

  it('does not get simpler for a refusal that has nothing to do with its form', async () => {
    const { server, generator } = await openLoopback('well-behaved');
    await collect(generator);
    server.behave('refuses-everything');
    expect((await collect(generator)).error).toMatchObject({ reason: 'http-400' });
    server.behave('well-behaved');
    await collect(generator);
    expect(server.requests.map(({ format }) => format)).toEqual([
      'json_schema',
      'json_schema',
      'json_schema',
    ]);
  });

  it('forgets a simpler form that did not help either', async () => {
    const { server, generator } = await openLoopback('refuses-everything');
    await collect(generator);
    server.behave('well-behaved');
    await collect(generator);
    expect(server.requests.map(({ format }) => format)).toEqual([
      'json_schema',
      'json_object',
      'text',
      'json_schema',
    ]);
  });
});
