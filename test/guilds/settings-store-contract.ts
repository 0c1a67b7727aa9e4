/** What every settings store promises, whatever it is kept in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredSettings } from '../../src/guilds/settings.ts';
import type { SettingsStore } from '../../src/guilds/stores.ts';

const edit = { memberId: '7', at: '2026-11-24T00:00:00.000Z' };

export function itIsASettingsStore(name: string, openStore: () => Promise<SettingsStore>): void {
  describe(`${name} as a settings store`, () => {
    it('has nothing of a server that changed nothing', async () => {
      const store = await openStore();
      expect(await store.load('1')).toEqual({});
      expect(await store.loadAll()).toEqual(new Map());
    });

    it('keeps each server apart', async () => {
      const store = await openStore();
      await store.save('1', { chat: false, channels: ['2', '3'] }, edit);
      await store.save('2', { chat: true }, edit);
      expect(await store.load('1')).toEqual({ chat: false, channels: ['2', '3'] });
      expect(await store.loadAll()).toEqual(
        new Map<string, unknown>([
          ['1', { chat: false, channels: ['2', '3'] }],
          ['2', { chat: true }],
        ]),
      );
    });

    it('returns what was stored before, and leaves what is not named', async () => {
      const store = await openStore();
      expect((await store.save('1', { chat: false, length: 'long' }, edit)).before).toEqual({});
      expect((await store.save('1', { chat: null, answersPerDay: 0 }, edit)).before).toEqual({
        chat: false,
        length: 'long',
      });
      expect(await store.load('1')).toEqual({ length: 'long', answersPerDay: 0 });
      expect((await store.save('1', {}, edit)).before).toEqual({ length: 'long', answersPerDay: 0 });
    });

    it('has nothing of a server that took everything back', async () => {
      const store = await openStore();
      await store.save('1', { chat: false }, edit);
      await store.save('1', { chat: null }, edit);
      expect(await store.loadAll()).toEqual(new Map());
    });

    it('keeps each edit with who, when, from what and to what, the newest first', async () => {
      const store = await openStore();
      await store.save('1', { chat: false, length: 'long' }, edit);
      await store.save('2', { chat: false }, edit);
      await store.save(
        '1',
        { chat: null, length: 'long' },
        { memberId: '8', at: '2026-11-25T00:00:00.000Z' },
      );
      await store.save('1', { length: 'long' }, edit);
      const all = await store.history('1', { skip: 0, take: 10 });
      expect(all).toEqual([
        {
          id: all[0]?.id,
          memberId: '8',
          at: '2026-11-25T00:00:00.000Z',
          before: { chat: false },
          after: { chat: null },
        },
        {
          id: all[1]?.id,
          ...edit,
          before: { chat: null, length: null },
          after: { chat: false, length: 'long' },
        },
      ]);
      expect(all[0]?.id).toBeGreaterThan(all[1]?.id ?? 0);
      expect(await store.history('1', { skip: 1, take: 1 })).toEqual(all.slice(1));
      expect(await store.history('3', { skip: 0, take: 1 })).toEqual([]);
      const [newest] = all;
      expect(await store.findEdit('1', newest?.id ?? 0)).toEqual(newest);
      expect(await store.findEdit('3', newest?.id ?? 0)).toBeNull();
    });

    it('writes nothing where the caller finds something else than it expected', async () => {
      const store = await openStore();
      await store.save('1', { chat: false }, edit);
      const isExpected = (stored: StoredSettings) => stored.chat === true;
      expect(await store.save('1', { chat: null }, { ...edit, isExpected })).toEqual({
        saved: false,
        before: { chat: false },
      });
      expect(await store.load('1')).toEqual({ chat: false });
      expect(await store.history('1', { skip: 0, take: 10 })).toHaveLength(1);
    });

    it('lets one of two through that change the same value at once', async () => {
      const store = await openStore();
      const isExpected = (stored: StoredSettings) => stored.chat === undefined;
      const results = await Promise.all(
        [false, true].map((chat) => store.save('1', { chat }, { ...edit, isExpected })),
      );
      expect(results.map(({ saved }) => saved).toSorted()).toEqual([false, true]);
    });

    it('stores any text as it is', async () => {
      const store = await openStore();
      for (const text of ["'); drop table guild_settings; --", '"\\\u0000\ud83d\ude00', '__proto__']) {
        // Keys are this program's own: none has a NUL, which PostgreSQL has in no text.
        const key = `key ${text}`.replace('\u0000', '');
        await store.save(text, { [key]: text }, edit);
        expect(await store.load(text)).toEqual({ [key]: text });
      }
    });

    it('gives away nothing that a caller could change under it', async () => {
      const store = await openStore();
      const channels = ['2'];
      await store.save('1', { channels }, edit);
      channels.push('3');
      expect(await store.load('1')).toEqual({ channels: ['2'] });
    });

    it('is the same as a map of maps after any history', async () => {
      const guild = fc.constantFrom('1', '2', '3');
      const change = fc.dictionary(
        fc.constantFrom('chat', 'length', 'later'),
        fc.oneof(fc.constant(null), fc.jsonValue({ maxDepth: 2 })),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(guild, change), { maxLength: 15 }), async (history) => {
          const store = await openStore();
          const model = new Map<string, Record<string, unknown>>();
          for (const [guildId, changes] of history) {
            const before = model.get(guildId) ?? {};
            expect((await store.save(guildId, changes, edit)).before).toEqual(before);
            const after = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null);
            // Through JSON, which knows no -0.
            model.set(guildId, JSON.parse(JSON.stringify(Object.fromEntries(after))));
          }
          for (const [guildId, stored] of model) expect(await store.load(guildId)).toEqual(stored);
        }),
        { numRuns: 25 },
      );
    });
  });
}
