/** What every store of processes and of identifies promises, whatever it is kept in. */
import { describe, expect, it } from 'vitest';
import type { FleetStore, RunningProcess } from '../../src/fleet/fleet-store.ts';
import type { IdentifyStore } from '../../src/fleet/identify-guard.ts';

function running(id: string): RunningProcess {
  return { id, host: 'here', machine: 'this boot', pid: 7, begun: '1', since: '2026-11-24T00:00:00.000Z' };
}

export function itIsAFleetStore(name: string, openStore: () => Promise<FleetStore>): void {
  describe(`${name} as a fleet store`, () => {
    it('lists the processes of one bot in the order in which they came', async () => {
      const store = await openStore();
      await store.join('bot', running('a'), 4);
      await store.join('other bot', running('x'), 1);
      const state = await store.join('bot', running('b'), 9);
      expect(state.processes).toEqual([
        { ...running('a'), beat: 1, shardCount: 4 },
        { ...running('b'), beat: 1, shardCount: 9 },
      ]);
      expect((await store.beat('bot', 'b', 4))?.processes.at(-1)).toMatchObject({ beat: 2, shardCount: 4 });
    });

    it('gives a shard to one process only, and never to one that is not there', async () => {
      const store = await openStore();
      await Promise.all(['a', 'b', 'c'].map((id) => store.join('bot', running(id), 4)));
      const takings = await Promise.all(['a', 'b', 'c'].map((id) => store.take('bot', 0, id)));
      expect(takings.filter((taken) => taken)).toHaveLength(1);
      const holder = ['a', 'b', 'c'][takings.indexOf(true)] ?? '';
      expect(await store.take('bot', 0, holder)).toBe(true);
      expect(await store.take('bot', 1, 'nobody')).toBe(false);
      expect((await store.beat('bot', 'a', 4))?.holders).toEqual(new Map([[0, holder]]));
    });

    it('lets only the holder give a shard up', async () => {
      const store = await openStore();
      for (const id of ['a', 'b']) await store.join('bot', running(id), 4);
      await store.take('bot', 0, 'a');
      await store.giveUp('bot', 0, 'b');
      expect(await store.take('bot', 0, 'b')).toBe(false);
      await store.giveUp('bot', 0, 'a');
      expect(await store.take('bot', 0, 'b')).toBe(true);
    });

    it('takes a lost process away with its shards, but none that has beaten since', async () => {
      const store = await openStore();
      for (const id of ['a', 'b']) await store.join('bot', running(id), 4);
      await store.take('bot', 0, 'a');
      await store.beat('bot', 'a', 4);
      expect(await store.remove('bot', { id: 'a', beat: 1 })).toBe(false);
      expect(await store.remove('bot', { id: 'a', beat: 2 })).toBe(true);
      expect(await store.beat('bot', 'a', 4)).toBeNull();
      expect(await store.take('bot', 0, 'b')).toBe(true);
      await store.leave('bot', 'b');
      expect(await store.join('bot', running('c'), 4)).toMatchObject({ holders: new Map() });
    });
  });
}

export function itIsAnIdentifyStore(name: string, openStore: () => Promise<IdentifyStore>): void {
  describe(`${name} as a store of identifies`, () => {
    it('keeps those that need not wait, and tells of them the next time, to no other bot', async () => {
      const store = await openStore();
      const seen: number[][] = [];
      const note = (bot: string, shard: number, milliseconds: number) =>
        store.note(bot, shard, (recent) => {
          seen.push(recent.map((identify) => identify.shard));
          return { milliseconds, reason: null };
        });
      await note('bot', 3, 0);
      expect(await note('bot', 4, 100)).toEqual({ milliseconds: 100, reason: null });
      await note('other bot', 5, 0);
      await note('bot', 6, 0);
      expect(seen).toEqual([[], [3], [], [3]]);
    });

    it('asks for one after another, so that two at once never both go first', async () => {
      const store = await openStore();
      const waits = await Promise.all(
        Array.from({ length: 8 }, (_, shard) =>
          store.note('bot', shard, (recent) => ({ milliseconds: recent.length, reason: null })),
        ),
      );
      expect(waits.filter(({ milliseconds }) => milliseconds === 0)).toHaveLength(1);
    });
  });
}
