import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { createDayBudget, createMinuteLimit } from '../../src/guilds/quotas.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryUsageStore } from './memory-stores.ts';

function openLog() {
  const events: string[] = [];
  const log = createLog({
    level: 'info',
    destination: { write: (line) => void events.push(JSON.parse(line).event) },
  });
  return { log, events };
}

describe('createMinuteLimit', () => {
  it('lets in as many as the limit, then says when the next is let in', () => {
    let time = 1_000_000;
    const limit = createMinuteLimit(() => time);
    expect(limit.take('a', 2)).toBeNull();
    time += 10_000;
    expect(limit.take('a', 2)).toBeNull();
    time += 10_000;
    expect(limit.take('a', 2)).toBe(1_060_000);
    time = 1_059_999;
    expect(limit.take('a', 2)).toBe(1_060_000);
    time = 1_060_000;
    expect(limit.take('a', 2)).toBeNull();
    expect(limit.take('a', 2)).toBe(1_070_000);
  });

  it('counts each member alone', () => {
    const limit = createMinuteLimit(() => 0);
    expect(limit.take('a', 1)).toBeNull();
    expect(limit.take('b', 1)).toBeNull();
    expect(limit.take('a', 1)).toBe(60_000);
  });

  it('lets everything in without a limit, and then goes by a limit that is set', () => {
    const limit = createMinuteLimit(() => 0);
    for (let count = 0; count < 100; count += 1) expect(limit.take('a', 'unlimited')).toBeNull();
    expect(limit.take('a', 60)).toBe(60_000);
  });

  it('locks nobody out when the clock is set back', () => {
    let time = 10_000_000;
    const limit = createMinuteLimit(() => time);
    limit.take('a', 1);
    time = 5_000_000;
    expect(limit.take('a', 1)).toBeNull();
  });

  it('never lets in more than the limit in any sixty seconds, and refuses nobody who kept to it', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 10 }), (steps, most) => {
        let time = 1_000_000;
        const letIn: number[] = [];
        const limit = createMinuteLimit(() => time);
        for (const step of steps) {
          time += step;
          const recent = letIn.filter((at) => at > time - 60_000).length;
          const until = limit.take('a', most);
          expect(until === null).toBe(recent < most);
          if (until === null) letIn.push(time);
          else expect(until).toBeGreaterThan(time);
        }
      }),
    );
  });

  it('forgets who asked longest ago when very many ask in one minute', () => {
    const limit = createMinuteLimit(() => 0);
    for (let member = 0; member <= 10_000; member += 1) limit.take(`m${member}`, 1);
    expect(limit.take('m1', 1)).toBe(60_000);
    expect(limit.take('m0', 1)).toBeNull();
  });
});

describe('createDayBudget', () => {
  const noon = Date.UTC(2026, 10, 24, 12);

  it('is spent after as many answers as the limit, until the next UTC day', async () => {
    let time = Date.UTC(2026, 10, 24, 23, 59);
    const budget = createDayBudget({ store: createMemoryUsageStore(), now: () => time, log: openLog().log });
    expect([await budget.take('1', 2), await budget.take('1', 2), await budget.take('1', 2)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await budget.used('1')).toBe(2);
    expect(await budget.take('2', 2)).toBe(true);
    time += 60_000;
    expect(await budget.take('1', 2)).toBe(true);
  });

  it('goes on from the last count while the store is away, and says so once', async () => {
    const store = createMemoryUsageStore();
    const { log, events } = openLog();
    const budget = createDayBudget({ store, now: () => noon, log });
    await budget.take('1', 3);
    store.failure = new UpstreamError('database', 'locked');
    expect([await budget.take('1', 3), await budget.take('1', 3), await budget.take('1', 3)]).toEqual([
      true,
      true,
      false,
    ]);
    store.failure = null;
    expect(await budget.take('1', 3)).toBe(true);
    expect(events).toEqual(['usage-store-away', 'usage-store-back']);
  });

  it('knows while the store is away that the budget was spent before', async () => {
    const store = createMemoryUsageStore();
    const budget = createDayBudget({ store, now: () => noon, log: openLog().log });
    await budget.take('1', 1);
    await budget.take('1', 1);
    store.failure = new UpstreamError('database', 'locked');
    expect(await budget.take('1', 1)).toBe(false);
  });

  it('passes on what is no failure of the store', async () => {
    const store = { ...createMemoryUsageStore(), take: () => Promise.reject(new TypeError('a bug')) };
    const budget = createDayBudget({ store, now: () => noon, log: openLog().log });
    await expect(budget.take('1', 1)).rejects.toThrow(TypeError);
  });
});
