import { afterEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { type Fleet, type FleetPorts, joinFleet } from '../../src/fleet/fleet.ts';
import type { FleetStore, RunningProcess } from '../../src/fleet/fleet-store.ts';
import { describeThisProcess, type Whereabouts, whereIs } from '../../src/fleet/this-process.ts';
import { createLog } from '../../src/log.ts';
import { createFleetStore } from '../../src/storage/fleet-store.ts';
import { open } from '../storage/fixture.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** Several processes of one bot on one database, as many as a test lets join. */
async function startFleet() {
  const store = createFleetStore(await open());
  const held = new Map<string, Set<number>>();
  /** Where a process is, as all others see it. */
  const places = new Map<string, Whereabouts>();
  const cutOff = new Set<string>();
  const ended: { readonly id: string; readonly error: unknown }[] = [];
  const logged: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });

  const join = async (id: string, given: Partial<FleetPorts> = {}): Promise<Fleet> => {
    const self: RunningProcess = { ...describeThisProcess(), id, host: `host-of-${id}` };
    const fleet = await joinFleet({
      store: cutOffStore(store, () => cutOff.has(id)),
      ...{ log, self, bot: 'bot', wanted: 16, mayShare: true, beatEvery: 50, lostAfter: 1_000 },
      whereIs: (other) => places.get(other.id) ?? 'elsewhere',
      onEnd: (error) => ended.push({ id, error }),
      ...given,
    });
    endings.push(fleet.leave);
    return fleet;
  };
  const run = async (id: string, given: Partial<FleetPorts> = {}): Promise<Fleet> => {
    const fleet = await join(id, given);
    const own = new Set<number>();
    held.set(id, own);
    await fleet.hold(async (shard) => {
      own.add(shard);
      return async () => void own.delete(shard);
    });
    return fleet;
  };
  /** As it is when a process is killed or its machine is lost: it says nothing more, and what it held is nobody's. */
  const lose = (id: string): void => {
    cutOff.add(id);
    held.delete(id);
  };
  const sizes = () => [...held.values()].map(({ size }) => size).sort();
  const all = () => [...held.values()].flatMap((shards) => [...shards]).sort((a, b) => a - b);
  return { store, join, run, lose, held, places, cutOff, ended, logged, sizes, all };
}

function cutOffStore(store: FleetStore, isCutOff: () => boolean): FleetStore {
  const unless = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isCutOff() ? Promise.reject(new UpstreamError('database', 'unreachable')) : work();
  return {
    join: (...given) => unless(() => store.join(...given)),
    beat: (...given) => unless(() => store.beat(...given)),
    take: (...given) => unless(() => store.take(...given)),
    giveUp: (...given) => unless(() => store.giveUp(...given)),
    remove: (...given) => unless(() => store.remove(...given)),
    leave: (...given) => unless(() => store.leave(...given)),
  };
}

const everyShard = Array.from({ length: 16 }, (_, shard) => shard);

describe('one bot, one process', () => {
  const alone = { wanted: 1, mayShare: false };

  it('refuses a second one, and says who holds it, where, and since when', async () => {
    const { run, join, places } = await startFleet();
    places.set('first', 'here');
    await run('first', alone);
    const since = new Date().toISOString().slice(0, 10);
    await expect(join('second', alone)).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringMatching(new RegExp(`process ${process.pid} on host-of-first since ${since}`)),
    });
    await expect(join('third', { ...alone, mayShare: true })).rejects.toMatchObject({
      code: 'already-running',
    });
  });

  it('refuses a second one on another machine, as soon as the first is heard of', async () => {
    const { run, join } = await startFleet();
    await run('first', alone);
    await expect(join('second', { ...alone, lostAfter: 60_000 })).rejects.toMatchObject({
      code: 'already-running',
    });
  });

  it('takes over at once from one that is gone from the same machine', async () => {
    const { run, lose, places, held } = await startFleet();
    await run('first', alone);
    lose('first');
    places.set('first', 'gone');
    await run('second', { ...alone, lostAfter: 60_000 });
    expect(held.get('second')).toEqual(new Set([0]));
  });

  it('takes over from one elsewhere that says nothing any more', async () => {
    const { run, lose, held } = await startFleet();
    await run('first', alone);
    lose('first');
    await run('second', alone);
    expect(held.get('second')).toEqual(new Set([0]));
  });

  it('starts at once after one that has left', async () => {
    const { run } = await startFleet();
    await (await run('first', alone)).leave();
    await run('second', { ...alone, lostAfter: 60_000 });
  });

  it('goes on while the database is away, and still has its place when that is back', async () => {
    const { run, cutOff, ended, held, logged } = await startFleet();
    const fleet = await run('first', alone);
    cutOff.add('first');
    await expect.poll(() => logged.join('')).toContain('fleet-store-away');
    expect(await fleet.mayAnswer()).toBe(true);
    cutOff.clear();
    await expect.poll(() => logged.join('')).toContain('fleet-store-back');
    expect([held.get('first'), ended]).toEqual([new Set([0]), []]);
  });

  it('starts without its database, and has its place there when that is back', async () => {
    const { run, join, cutOff, logged } = await startFleet();
    cutOff.add('first');
    await run('first', alone);
    cutOff.clear();
    await expect.poll(() => logged.join('')).toContain('fleet-store-back');
    await expect(join('second', alone)).rejects.toMatchObject({ code: 'already-running' });
  });

  it('answers no more once it stood still and was replaced, and ends', async () => {
    const { run, cutOff, ended } = await startFleet();
    let now = 0;
    const first = await run('first', { ...alone, clock: () => now });
    cutOff.add('first');
    await run('second', alone);
    cutOff.clear();
    // What it was sent is there before its own beat.
    now = 60_000;
    expect(await first.mayAnswer()).toBe(false);
    expect(ended).toMatchObject([
      {
        id: 'first',
        error: { code: 'already-running', message: expect.stringContaining('were taken over') },
      },
    ]);
  });
});

describe('several processes', () => {
  it('have equal shares, those of one that comes and of one that is lost too, and no shard twice', async () => {
    const { run, lose, places, sizes, all, held } = await startFleet();
    const first = await run('a');
    await expect.poll(sizes).toEqual([16]);
    expect(first.share()).toBe(1);
    const others = await Promise.all([run('b'), run('c')]);
    await expect.poll(sizes).toEqual([5, 5, 6]);
    expect(all()).toEqual(everyShard);
    const shares = [first, ...others].map((fleet) => 16 * fleet.share());
    expect(shares.sort()).toEqual([5, 5, 6]);
    lose('b');
    places.set('b', 'gone');
    await expect.poll(sizes).toEqual([8, 8]);
    expect(all()).toEqual(everyShard);
    await run('d');
    await expect.poll(sizes).toEqual([5, 5, 6]);
    expect(all()).toEqual(everyShard);
    expect(held.get('a')).toContain(0);
  });

  it('take over from one elsewhere that says nothing any more, which ends when it is back', async () => {
    const { run, cutOff, held, ended } = await startFleet();
    await Promise.all([run('a'), run('b')]);
    cutOff.add('b');
    await expect.poll(() => held.get('a')?.size, { timeout: 10_000 }).toBe(16);
    cutOff.clear();
    await expect
      .poll(() => ended, { timeout: 5_000 })
      .toMatchObject([{ id: 'b', error: { code: 'already-running' } }]);
  });

  it('go by the count of those who were there first', async () => {
    const { run, all, logged } = await startFleet();
    await run('a');
    const late = await run('b', { wanted: 4 });
    expect(late.shardCount).toBe(16);
    expect(logged.join('')).toContain('shard-count-of-others');
    await expect.poll(all).toEqual(everyShard);
  });

  it('that are more than there are shards: the last is refused', async () => {
    const { run, join } = await startFleet();
    await Promise.all([run('a', { wanted: 2 }), run('b', { wanted: 2 })]);
    await expect(join('c', { wanted: 2 })).rejects.toMatchObject({ code: 'already-running' });
  });

  it('leave nothing behind of one whose first shard cannot be opened', async () => {
    const { store, join } = await startFleet();
    const fleet = await join('a');
    await expect(fleet.hold(() => Promise.reject(new Error('no way to Discord')))).rejects.toThrow('no way');
    expect((await store.join('bot', describeThisProcess(), 1)).processes).toHaveLength(1);
  });
});

describe('a process of this machine', () => {
  it('is here while it runs, and another of the same number is not taken for it', () => {
    const self = describeThisProcess();
    expect(whereIs(self)).toBe('here');
    expect(whereIs({ ...self, pid: 2 ** 22 + 1 })).toBe('gone');
    expect(whereIs({ ...self, machine: 'another boot' })).toBe('elsewhere');
  });

  it.runIf(process.platform === 'linux')('is gone where its number is another’s by now', () => {
    expect(whereIs({ ...describeThisProcess(), begun: '1' })).toBe('gone');
  });
});
