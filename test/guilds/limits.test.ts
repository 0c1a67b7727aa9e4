import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimits, isFairShare } from '../../src/guilds/limits.ts';
import type { Asked } from '../../src/guilds/policy.ts';
import { defaultSettings, type Settings } from '../../src/guilds/settings.ts';
import { createMemoryRateLimiter } from './memory-stores.ts';

const asked: Asked = {
  ...{ guildId: '1', channelId: '2', parentChannelId: null },
  ...{ memberId: '3', roles: [], way: 'command' },
};

function open(settings: Partial<Settings>) {
  const clock = { time: Date.UTC(2026, 10, 24, 23, 50) };
  const now = () => clock.time;
  const limits = createLimits({
    memory: createMemoryRateLimiter(now),
    kept: createMemoryRateLimiter(now),
    now,
  });
  const all = { ...defaultSettings, memberPerMinute: 'unlimited', ...settings } satisfies Settings;
  return {
    clock,
    /** The code of the refusal, or null. */
    ask: async (changes: Partial<Asked> = {}) =>
      (await limits.take({ ...asked, ...changes }, all))?.code ?? null,
    take: (changes: Partial<Asked> = {}) => limits.take({ ...asked, ...changes }, all),
    answer: (used: number, changes: Partial<Asked> = {}) =>
      limits.takeAnswer({ ...asked, ...changes }, all, used),
  };
}

describe('limits', () => {
  it.each<[keyof Settings, Partial<Asked>, string]>([
    ['memberPerMinute', { memberId: '9' }, 'too-many-questions'],
    ['memberPerDay', { memberId: '9' }, 'member-day'],
    ['channelPerMinute', { channelId: '9' }, 'channel-limit'],
    ['channelPerDay', { channelId: '9' }, 'channel-limit'],
    ['serverPerMinute', { guildId: '9' }, 'server-limit'],
    ['serverPerDay', { guildId: '9' }, 'server-limit'],
  ])('of %s hold for what they name alone', async (setting, another, code) => {
    const { ask } = open({ [setting]: 1 });
    expect([await ask(), await ask(), await ask(another)]).toEqual([null, code, null]);
  });

  it('end after a minute, and at midnight UTC', async () => {
    const { clock, take } = open({ memberPerMinute: 1, memberPerDay: 2 });
    await take();
    expect((await take())?.values).toEqual({ endsAt: clock.time / 1000 + 60 });
    clock.time += 60_000;
    expect(await take()).toBeNull();
    clock.time += 60_000;
    expect((await take())?.values).toEqual({ endsAt: Date.UTC(2026, 10, 25) / 1000 });
    clock.time = Date.UTC(2026, 10, 25);
    expect(await take()).toBeNull();
  });

  it('count a thread with its channel', async () => {
    const { ask } = open({ channelPerDay: 1 });
    expect(await ask({ channelId: '8', parentChannelId: '2' })).toBeNull();
    expect(await ask()).toBe('channel-limit');
  });

  it('do not hold for exempt roles, which take nothing from the others', async () => {
    const { ask, answer } = open({
      exemptRoles: ['5'],
      memberPerMinute: 1,
      serverPerDay: 1,
      answersPerDay: 4,
    });
    for (let count = 0; count < 3; count += 1) expect(await ask({ roles: ['4', '5'] })).toBeNull();
    for (let used = 0; used < 4; used += 1) expect(await answer(used, { roles: ['5'] })).toBe(true);
    expect([await ask({ roles: ['4'] }), await ask()]).toEqual([null, 'too-many-questions']);
  });

  it('take nothing for a question that is turned away', async () => {
    const { ask } = open({ memberPerMinute: 1, channelPerDay: 2, serverPerDay: 2 });
    for (let count = 0; count < 5; count += 1) await ask();
    expect(await ask({ memberId: '4' })).toBeNull();
    // Turned away by the channel, a member may still ask in another one within their own minute.
    const other = open({ memberPerMinute: 1, channelPerMinute: 1 });
    await other.ask();
    expect(await other.ask({ memberId: '4' })).toBe('channel-limit');
    expect(await other.ask({ memberId: '4', channelId: '8' })).toBeNull();
  });

  it('let nobody have more than half of a server’s day, and anybody have a first question while there is one', async () => {
    const askers = fc.array(fc.constantFrom('a', 'a', 'a', 'b', 'c', 'd'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(askers, fc.integer({ min: 1, max: 40 }), async (members, limit) => {
        const { ask } = open({ serverPerDay: limit });
        const had = new Map<string, number>();
        let all = 0;
        for (const memberId of members) {
          const mine = had.get(memberId) ?? 0;
          const refusal = await ask({ memberId });
          if (all === limit) expect(refusal).toBe('server-limit');
          else if (mine === 0) expect(refusal).toBeNull();
          if (refusal !== null) continue;
          all += 1;
          had.set(memberId, mine + 1);
        }
        expect(all).toBeLessThanOrEqual(limit);
        for (const count of had.values())
          expect(count).toBeLessThanOrEqual(Math.max(1, Math.floor(limit / 2)));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a server', '1'],
    ['all direct messages', null],
  ])('let one member have half of the day’s answers of %s at most', async (_, guildId) => {
    const { answer } = open({ answersPerDay: 8 });
    let used = 0;
    for (let count = 0; count < 10; count += 1) if (await answer(used, { guildId })) used += 1;
    expect(used).toBe(4);
    expect(await answer(used, { guildId, memberId: '4' })).toBe(true);
  });
});

describe('isFairShare', () => {
  it.each([
    [{ mine: 50, all: 50, limit: 100 }, true],
    [{ mine: 51, all: 51, limit: 100 }, false],
    [{ mine: 25, all: 90, limit: 100 }, true],
    [{ mine: 26, all: 90, limit: 100 }, false],
    [{ mine: 1, all: 3, limit: 3 }, true],
  ])('of %o is %s', (taken, fair) => {
    expect(isFairShare(taken)).toBe(fair);
  });
});
