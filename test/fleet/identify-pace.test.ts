import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Identify,
  type IdentifyAllowance,
  waitBefore,
  waitByCount,
} from '../../src/fleet/identify-pace.ts';

const hour = 3_600_000;
const day = 24 * hour;
const usual: IdentifyAllowance = { total: 1000, remaining: 1000, maxConcurrency: 1 };

/** All identifies of processes that end at once and are started again for ever, shard after shard. */
function crashLoop(shardCount: number, allowance: IdentifyAllowance, restartAfter: number, until: number) {
  const all: Identify[] = [];
  for (let now = 0; now < until; now += restartAfter)
    for (let shard = 0; shard < shardCount; shard += 1) {
      for (;;) {
        const recent = all.filter(({ at }) => at > now - day);
        const { milliseconds } = waitBefore(recent, now, { shard, shardCount, allowance });
        if (milliseconds === 0) break;
        now += milliseconds;
      }
      all.push({ shard, at: now });
    }
  return all;
}

function mostWithin(identifies: readonly Identify[], milliseconds: number): number {
  return Math.max(
    ...identifies.map(
      ({ at }) => identifies.filter((other) => other.at >= at && other.at < at + milliseconds).length,
    ),
  );
}

describe('the pace of identifies', () => {
  it('lets the first ones through at once, and then makes each wait longer than the one before', () => {
    const waits: number[] = [];
    const recent: Identify[] = [];
    for (let now = 0; recent.length < 13; ) {
      const { milliseconds } = waitBefore(recent, now, {
        shard: 0,
        shardCount: 1,
        allowance: { ...usual, maxConcurrency: 16 },
      });
      waits.push(milliseconds);
      now += milliseconds;
      recent.push({ shard: 0, at: now });
      now += 10;
    }
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    for (const [index, milliseconds] of waits.slice(6).entries())
      expect(milliseconds).toBeGreaterThan(waits[index + 5] ?? 0);
    expect(waits.at(-1)).toBeLessThan(3 * 60_000);
  });

  it.each([
    [1, 1_000],
    [1, 60_000],
    [16, 1_000],
  ])('keeps %i shards whose process ends %i ms after each start to 700 a day', (shardCount, restartAfter) => {
    const identifies = crashLoop(shardCount, usual, restartAfter, 2 * day);
    const most = mostWithin(identifies, day);
    expect(most).toBeLessThanOrEqual(700);
    expect(most).toBeGreaterThan(300);
  });

  it('never lets more through in five seconds than Discord does, nor two shards of one place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 12 }),
        (maxConcurrency, shardCount) => {
          const allowance = { ...usual, maxConcurrency };
          const identifies = crashLoop(shardCount, allowance, 100, 60_000);
          expect(mostWithin(identifies, 5_000)).toBeLessThanOrEqual(maxConcurrency);
          for (const { shard, at } of identifies)
            expect(
              identifies.filter(
                (other) =>
                  other.shard !== shard &&
                  other.shard % maxConcurrency === shard % maxConcurrency &&
                  Math.abs(other.at - at) < 5_000,
              ),
            ).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('lets nobody wait because a clock was put back, nor forget all because it was put forward', () => {
    const asking = { shard: 0, shardCount: 1, allowance: usual };
    expect(waitBefore([{ shard: 0, at: 10 * hour }], 9 * hour, asking).milliseconds).toBe(0);
    const many = Array.from({ length: 700 }, (_, index) => ({ shard: 0, at: index }));
    expect(waitBefore(many, hour, asking)).toMatchObject({ reason: 'day' });
    expect(waitBefore(many, 2 * hour, asking)).toMatchObject({ reason: 'day' });
  });

  it('goes by Discord’s own count where nothing else is known', () => {
    const wait = (remaining: number) =>
      waitByCount({ shard: 0, shardCount: 1, allowance: { ...usual, remaining } }).milliseconds;
    expect(wait(980)).toBe(0);
    expect(wait(900)).toBeGreaterThan(60_000);
  });
});
