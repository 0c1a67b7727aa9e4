/** What every settings store promises, whatever it is kept in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../src/guilds/stores.ts';

export function itIsASettingsStore(name: string, openStore: () => Promise<SettingsStore>): void {
  describe(`${name} as a settings store`, () => {
    it('has nothing of a server that changed nothing', async () => {
      const store = await openStore();
      expect(await store.load('1')).toEqual({});
      expect(await store.loadAll()).toEqual(new Map());
    });

    it('keeps each server apart', async () => {
      const store = await openStore();
      await store.save('1', { chat: false, channels: ['2', '3'] });
      await store.save('2', { chat: true });
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
      expect(await store.save('1', { chat: false, length: 'long' })).toEqual({});
      expect(await store.save('1', { chat: null, answersPerDay: 0 })).toEqual({
        chat: false,
        length: 'long',
      });
      expect(await store.load('1')).toEqual({ length: 'long', answersPerDay: 0 });
      expect(await store.save('1', {})).toEqual({ length: 'long', answersPerDay: 0 });
    });

    it('has nothing of a server that took everything back', async () => {
      const store = await openStore();
      await store.save('1', { chat: false });
      await store.save('1', { chat: null });
      expect(await store.loadAll()).toEqual(new Map());
    });

    it('stores any text as it is', async () => {
      const store = await openStore();
      for (const text of ["'); drop table guild_settings; --", '"\\\u0000\ud83d\ude00', '__proto__']) {
        await store.save(text, { [`key ${text}`]: text });
        expect(await store.load(text)).toEqual({ [`key ${text}`]: text });
      }
    });

    it('gives away nothing that a caller could change under it', async () => {
      const store = await openStore();
      const channels = ['2'];
      await store.save('1', { channels });
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
            expect(await store.save(guildId, changes)).toEqual(before);
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
