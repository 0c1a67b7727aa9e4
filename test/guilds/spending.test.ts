import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { createSpending } from '../../src/guilds/spending.ts';
import { createLog } from '../../src/log.ts';
import { createMemorySpendingStore } from './memory-stores.ts';

function open() {
  const store = createMemorySpendingStore();
  const clock = { time: Date.parse('2026-11-24T12:00:00Z') };
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });
  return { spending: createSpending({ store, now: () => clock.time, log }), store, clock };
}

const unlimited = { tokensPerDay: 'unlimited', moneyPerDay: 'unlimited' } as const;

describe('createSpending', () => {
  it('warns once at four fifths of a budget, and once when it is spent', async () => {
    const { spending } = open();
    const budgets = { ...unlimited, tokensPerDay: 1000 };
    const marks = [];
    for (const tokens of [700, 90, 10, 100, 99, 1, 500])
      marks.push(await spending.add('1', { tokens, money: 0 }, budgets));
    expect(marks).toEqual([null, null, 'nearly-spent', null, null, 'spent', null]);
    expect(await spending.isSpent('1', budgets)).toBe(true);
    expect(await spending.isSpent('2', budgets)).toBe(false);
  });

  it('goes by whichever budget ends first, and by none where there is none', async () => {
    const { spending } = open();
    const spent = { tokens: 100, money: 2 };
    expect(await spending.add('1', spent, { tokensPerDay: 1_000_000, moneyPerDay: 1.5 })).toBe('spent');
    expect(await spending.isSpent('1', { tokensPerDay: 100, moneyPerDay: 'unlimited' })).toBe(true);
    expect(await spending.isSpent('1', unlimited)).toBe(false);
  });

  it('begins anew at midnight UTC', async () => {
    const { spending, clock } = open();
    const budgets = { ...unlimited, tokensPerDay: 1000 };
    await spending.add('1', { tokens: 1000, money: 0 }, budgets);
    clock.time += 12 * 3_600_000;
    expect(await spending.isSpent('1', budgets)).toBe(false);
  });

  it('goes on counting from what it saw last while the store is away', async () => {
    const { spending, store } = open();
    const budgets = { ...unlimited, tokensPerDay: 1000 };
    await spending.add('1', { tokens: 600, money: 0 }, budgets);
    store.failure = new UpstreamError('database', 'corrupt');
    expect(await spending.add('1', { tokens: 400, money: 0 }, budgets)).toBe('spent');
    expect(await spending.isSpent('1', budgets)).toBe(true);
  });

  it('says each mark at most once a day, in order, whatever is added', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 3000 }),
        async (amounts, tokensPerDay) => {
          const { spending } = open();
          const marks = [];
          for (const tokens of amounts) {
            const mark = await spending.add('1', { tokens, money: 0 }, { ...unlimited, tokensPerDay });
            if (mark !== null) marks.push(mark);
          }
          const total = amounts.reduce((sum, tokens) => sum + tokens, 0);
          expect(marks.includes('spent')).toBe(total >= tokensPerDay);
          expect(['', 'nearly-spent', 'spent', 'nearly-spent,spent']).toContain(marks.join());
        },
      ),
      { numRuns: 50 },
    );
  });
});
