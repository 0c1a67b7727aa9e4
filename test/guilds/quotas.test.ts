import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { createDayBudget } from '../../src/guilds/quotas.ts';
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
    expect([await budget.used('1'), budget.seen('1')]).toEqual([2, 2]);
    expect(await budget.take('2', 2)).toBe(true);
    time += 60_000;
    expect(budget.seen('1')).toBe(0);
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
