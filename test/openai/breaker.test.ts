import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { type Breaker, createBreaker, guardGenerator, guardPlanner } from '../../src/openai/breaker.ts';
import { createOpenAiQueryPlanner } from '../../src/openai/query-planner.ts';
import type { BehaviourName } from '../model-server/behaviours.ts';
import { collect, openLoopback, request } from './loopback.ts';

async function openGuarded(behaviour: BehaviourName) {
  let time = 1_000_000;
  const events: string[] = [];
  const note = (event: string) => events.push(event);
  const log = { debug: note, info: note, warn: note, error: note };
  const breaker: Breaker = createBreaker({ now: () => time, log });
  const loopback = await openLoopback(behaviour, { retries: 0 });
  const generator = guardGenerator(loopback.generator, breaker);
  const planner = guardPlanner(createOpenAiQueryPlanner({ chat: loopback.chat, deadline: 80 }), breaker);
  const ask = async () => {
    const { error } = await collect(generator);
    return error instanceof UpstreamError ? error.reason : error;
  };
  const askTimes = async (times: number) => {
    const reasons: unknown[] = [];
    for (let count = 0; count < times; count += 1) reasons.push(await ask());
    return reasons;
  };
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { ...loopback, generator, planner, ask, askTimes, pass, events };
}

describe('the circuit breaker', () => {
  it('opens after three failures in a row and calls no more', async () => {
    const { askTimes, server, events } = await openGuarded('fails-always-500');
    expect(await askTimes(5)).toEqual(['http-500', 'http-500', 'http-500', 'circuit-open', 'circuit-open']);
    expect(server.requests).toHaveLength(3);
    expect(events).toEqual(['model-circuit-opened']);
  });

  it('counts only failures in a row', async () => {
    const { ask, askTimes, server } = await openGuarded('fails-always-500');
    await askTimes(2);
    server.behave('well-behaved');
    expect(await ask()).toBeNull();
    server.behave('fails-always-500');
    expect(await askTimes(3)).toEqual(['http-500', 'http-500', 'http-500']);
  });

  it('lets one call through after 30 s, and closes when it is well', async () => {
    const { ask, askTimes, pass, server, events } = await openGuarded('fails-always-500');
    await askTimes(3);
    pass(29_999);
    expect(await ask()).toBe('circuit-open');
    pass(1);
    server.behave('slow-first-token');
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([null, 'circuit-open', 'circuit-open']);
    expect(await askTimes(2)).toEqual([null, null]);
    expect(events).toEqual(['model-circuit-opened', 'model-circuit-closed']);
  });

  it('stays open for another 30 s when the trial fails', async () => {
    const { ask, askTimes, pass } = await openGuarded('unavailable-503');
    await askTimes(3);
    pass(30_000);
    expect(await askTimes(2)).toEqual(['http-503', 'circuit-open']);
    pass(30_000);
    expect(await ask()).toBe('http-503');
  });

  it.each<BehaviourName>([
    'refusal',
    'content-filter',
    'length-finish',
    'context-too-long',
    'malformed-json',
    'hundred-kilobytes',
    'tool-calls',
  ])('is not opened by a question that the model cannot take: %s', async (behaviour) => {
    const { askTimes } = await openGuarded(behaviour);
    expect(await askTimes(4)).not.toContain('circuit-open');
  });

  it('gives the trial back when the caller leaves or aborts', async () => {
    const { askTimes, ask, pass, server, generator } = await openGuarded('fails-always-500');
    await askTimes(3);
    pass(30_000);
    server.behave('well-behaved');
    for await (const _part of generator.generate(request, new AbortController().signal)) break;
    server.behave('hangs-before-headers');
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    expect((await collect(generator, request, controller.signal)).error).toMatchObject({
      name: 'AbortError',
    });
    server.behave('well-behaved');
    expect(await ask()).toBeNull();
  });

  it('opens for a model that never ends within the time for an answer', async () => {
    const { generator, ask } = await openGuarded('hangs-before-headers');
    for (let count = 0; count < 3; count += 1) {
      const { error } = await collect(generator, request, AbortSignal.timeout(20));
      expect(error).toMatchObject({ name: 'TimeoutError' });
    }
    expect(await ask()).toBe('circuit-open');
  });

  it('is shared with the planner, whose short deadline does not count', async () => {
    const { planner, ask, server } = await openGuarded('hangs-before-headers');
    const plan = () =>
      planner.plan({ question: 'q', history: [], articleLanguage: 'zh-CN' }, new AbortController().signal);
    for (let count = 0; count < 4; count += 1)
      await expect(plan()).rejects.toMatchObject({ reason: 'deadline' });
    server.behave('payment-402');
    for (let count = 0; count < 3; count += 1)
      await expect(plan()).rejects.toMatchObject({ reason: 'http-402' });
    expect(await ask()).toBe('circuit-open');
    await expect(plan()).rejects.toMatchObject({ reason: 'circuit-open' });
  });
});
