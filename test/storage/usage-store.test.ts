import { describe, expect, it } from 'vitest';
import type { UsageStore } from '../../src/guilds/stores.ts';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { newPath, open } from './fixture.ts';

/** What every usage store promises, whatever it is kept in. */
describe.each<[string, () => Promise<UsageStore>]>([['SQLite', async () => createUsageStore(await open())]])(
  'the usage store on %s',
  (_, openStore) => {
    it('counts up to the limit and no further', async () => {
      const store = await openStore();
      expect([
        await store.take('1', '2026-11-24', 2),
        await store.take('1', '2026-11-24', 2),
        await store.take('1', '2026-11-24', 2),
      ]).toEqual([1, 2, null]);
      expect(await store.used('1', '2026-11-24')).toBe(2);
    });

    it('counts nothing under a limit of nothing', async () => {
      const store = await openStore();
      expect(await store.take('1', '2026-11-24', 0)).toBeNull();
      expect(await store.used('1', '2026-11-24')).toBe(0);
    });

    it('goes by the limit of the moment', async () => {
      const store = await openStore();
      await store.take('1', '2026-11-24', 5);
      await store.take('1', '2026-11-24', 5);
      expect(await store.take('1', '2026-11-24', 1)).toBeNull();
      expect(await store.take('1', '2026-11-24', Number.MAX_SAFE_INTEGER)).toBe(3);
    });

    it('counts each server and each day alone', async () => {
      const store = await openStore();
      await store.take('1', '2026-11-24', 9);
      expect(await store.take('2', '2026-11-24', 9)).toBe(1);
      expect(await store.take('1', '2026-11-25', 9)).toBe(1);
      expect(await store.used('1', '2026-11-26')).toBe(0);
    });

    it('forgets the days before', async () => {
      const store = await openStore();
      await store.take('1', '2026-11-24', 9);
      await store.take('2', '2026-11-24', 9);
      await store.take('1', '2026-11-25', 9);
      expect([await store.used('1', '2026-11-24'), await store.used('2', '2026-11-24')]).toEqual([0, 1]);
    });

    it('never passes the limit when many ask at once', async () => {
      const store = await openStore();
      const counts = await Promise.all(Array.from({ length: 30 }, () => store.take('1', '2026-11-24', 10)));
      expect(counts.filter((count) => count !== null).sort((a, b) => a - b)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
    });
  },
);

describe('two connections to one SQLite file', () => {
  it('share one count', async () => {
    const path = newPath();
    const stores = [createUsageStore(await open(path)), createUsageStore(await open(path))];
    const takes = Array.from({ length: 30 }, (_, index) => stores[index % 2]?.take('1', '2026-11-24', 12));
    const counts = await Promise.all(takes);
    expect(counts.filter((count) => count !== null)).toHaveLength(12);
  });
});
