/** What every store of what is pending promises, whatever it is kept in. */
import { describe, expect, it } from 'vitest';
import type { PendingRow, PendingStore } from '../../src/guilds/pending-store.ts';

const row = (id: string, more: Partial<PendingRow> = {}): PendingRow => ({
  ...{ id, guildId: '1', expiresAt: 2_000, sealed: Buffer.from(`sealed ${id}`) },
  ...more,
});
const everywhere = () => true;

export function itIsAPendingStore(name: string, openStore: () => Promise<PendingStore>): void {
  describe(`${name} as a store of what is pending`, () => {
    it('gives what a holder left to another one, oldest first, and counts the attempts', async () => {
      const store = await openStore();
      await store.write('a', [row('2'), row('1', { expiresAt: 1_500, guildId: null })], []);
      await store.write('a', [row('2', { sealed: Buffer.from('later') })], []);
      expect(await store.claim('a', everywhere, 0)).toEqual([]);
      const [first, second] = await store.claim('b', everywhere, 0);
      expect(first).toMatchObject({ id: '1', guildId: null, expiresAt: 1_500, attempt: 1 });
      expect(Buffer.from(second?.sealed ?? []).toString()).toBe('later');
      expect(await store.claim('c', everywhere, 0)).toMatchObject([{ attempt: 2 }, { attempt: 2 }]);
    });

    it('gives only what is of servers of one’s own, and expires late enough', async () => {
      const store = await openStore();
      await store.write('a', [row('1'), row('2', { guildId: '2' }), row('3', { expiresAt: 1_000 })], []);
      const claimed = await store.claim('b', (guildId) => guildId === '1', 1_000);
      expect(claimed.map(({ id }) => id)).toEqual(['1']);
    });

    it('gives each row to one of many who claim at once', async () => {
      const store = await openStore();
      const ids = Array.from({ length: 40 }, (_, index) => String(index));
      await store.write(
        'a',
        ids.map((id) => row(id)),
        [],
      );
      // Who has claimed nothing yet is "a" to none of them, so what one has is not taken by the next.
      const holders = Array.from({ length: 5 }, (_, index) => `b${index}`);
      const first = await Promise.all(holders.map((holder) => store.claim(holder, everywhere, 0)));
      const attempts = first.flat().map(({ id, attempt }) => `${id}/${attempt}`);
      expect(new Set(attempts).size).toBe(attempts.length);
    });

    it('erases what is done, but not what another holder has claimed', async () => {
      const store = await openStore();
      await store.write('a', [row('1'), row('2')], []);
      await store.write('a', [], ['1']);
      await store.claim('b', everywhere, 0);
      await store.write('a', [row('2', { sealed: Buffer.from('late') })], ['2']);
      const [left, ...others] = await store.claim('c', everywhere, 0);
      expect(others).toEqual([]);
      expect(Buffer.from(left?.sealed ?? []).toString()).toBe('sealed 2');
    });

    it('erases what has expired', async () => {
      const store = await openStore();
      await store.write('a', [row('1', { expiresAt: 1_000 }), row('2')], []);
      await store.sweep(1_000);
      expect((await store.claim('b', everywhere, 0)).map(({ id }) => id)).toEqual(['2']);
    });
  });
}
