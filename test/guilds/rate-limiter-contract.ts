/** What every rate limiter promises, whatever it counts in. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { RateLimiter } from '../../src/guilds/rate-limiter.ts';

const inAnHour = (): number => Date.now() + 3_600_000;

export function itIsARateLimiter(name: string, openLimiter: () => Promise<RateLimiter>): void {
  describe(`${name} as a rate limiter`, () => {
    it('counts each key alone, and tells when its window ends', async () => {
      const limiter = await openLimiter();
      const end = inAnHour();
      const first = await limiter.take('a', end);
      expect(Math.abs(first.endsAt - end)).toBeLessThan(5_000);
      expect([first.count, (await limiter.take('a', inAnHour())).count]).toEqual([1, 2]);
      expect((await limiter.take('b', inAnHour())).count).toBe(1);
    });

    it('keeps the end of a window that is under way, and counts anew after it', async () => {
      const limiter = await openLimiter();
      const end = inAnHour();
      await limiter.take('a', end);
      const { endsAt } = await limiter.take('a', end + 60_000);
      expect(Math.abs(endsAt - end)).toBeLessThan(5_000);
      const soon = await limiter.take('b', Date.now() + 20);
      await wait(soon.endsAt - Date.now() + 20);
      expect((await limiter.take('b', inAnHour())).count).toBe(1);
    });

    it('takes back what is given back', async () => {
      const limiter = await openLimiter();
      await limiter.take('a', inAnHour());
      await limiter.take('a', inAnHour());
      await limiter.giveBack('a');
      expect((await limiter.take('a', inAnHour())).count).toBe(2);
    });

    it('counts every one of many at once', async () => {
      const limiter = await openLimiter();
      const taken = await Promise.all(Array.from({ length: 20 }, () => limiter.take('a', inAnHour())));
      const counts = taken.map(({ count }) => count).sort((a, b) => a - b);
      expect(counts).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });
  });
}
