/** What every usage store promises, whatever it is kept in. */
import { describe, expect, it } from 'vitest';
import type { UsageStore } from '../../src/guilds/stores.ts';

const yesterday = '2026-11-23';
const today = '2026-11-24';

export function itIsAUsageStore(name: string, openStore: () => Promise<UsageStore>): void {
  describe(`${name} as a usage store`, () => {
    it('counts up to the limit and no further', async () => {
      const store = await openStore();
      expect([
        await store.take('1', today, 2),
        await store.take('1', today, 2),
        await store.take('1', today, 2),
      ]).toEqual([1, 2, null]);
      expect(await store.used('1', today)).toBe(2);
    });

    it('counts nothing under a limit of nothing', async () => {
      const store = await openStore();
      expect(await store.take('1', today, 0)).toBeNull();
      expect(await store.used('1', today)).toBe(0);
    });

    it('goes by the limit of the moment', async () => {
      const store = await openStore();
      await store.take('1', today, 5);
      await store.take('1', today, 5);
      expect(await store.take('1', today, 1)).toBeNull();
      expect(await store.take('1', today, Number.MAX_SAFE_INTEGER)).toBe(3);
    });

    it('counts each server and each day alone', async () => {
      const store = await openStore();
      await store.take('1', yesterday, 9);
      expect(await store.take('2', yesterday, 9)).toBe(1);
      expect(await store.take('1', today, 9)).toBe(1);
      expect(await store.used('1', '2026-11-25')).toBe(0);
    });

    it('forgets the days before', async () => {
      const store = await openStore();
      await store.take('1', yesterday, 9);
      await store.take('2', yesterday, 9);
      await store.take('1', today, 9);
      expect([await store.used('1', yesterday), await store.used('2', yesterday)]).toEqual([0, 1]);
    });

    it('never passes the limit when many ask at once', async () => {
      const store = await openStore();
      const counts = await Promise.all(Array.from({ length: 30 }, () => store.take('1', today, 10)));
      expect(counts.filter((count) => count !== null).sort((a, b) => a - b)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
    });
  });
}
