/** What every spending store promises, whatever it is kept in. */
import { describe, expect, it } from 'vitest';
import type { SpendingStore } from '../../src/guilds/stores.ts';

const yesterday = '2026-11-23';
const today = '2026-11-24';

export function itIsASpendingStore(name: string, openStore: () => Promise<SpendingStore>): void {
  describe(`${name} as a spending store`, () => {
    it('adds up a server’s day, and nobody else’s', async () => {
      const store = await openStore();
      expect(await store.of('1', today)).toEqual({ tokens: 0, money: 0 });
      await store.add('1', today, { tokens: 100, money: 0.1 });
      await store.add('2', today, { tokens: 7, money: 0 });
      expect(await store.add('1', today, { tokens: 20, money: 0.2 })).toEqual({ tokens: 120, money: 0.3 });
      expect(await store.of('1', today)).toEqual({ tokens: 120, money: 0.3 });
    });

    it('begins each day anew, and forgets the days before', async () => {
      const store = await openStore();
      await store.add('1', yesterday, { tokens: 100, money: 1 });
      expect(await store.add('1', today, { tokens: 1, money: 0 })).toEqual({ tokens: 1, money: 0 });
      expect(await store.of('1', yesterday)).toEqual({ tokens: 0, money: 0 });
    });

    it('loses nothing when many add at once', async () => {
      const store = await openStore();
      await Promise.all(Array.from({ length: 30 }, () => store.add('1', today, { tokens: 3, money: 0.01 })));
      expect(await store.of('1', today)).toEqual({ tokens: 90, money: 0.3 });
    });
  });
}
