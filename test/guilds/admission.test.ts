import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { admit } from '../../src/guilds/admission.ts';
import { createGuildSettings } from '../../src/guilds/guild-settings.ts';
import { createLimits } from '../../src/guilds/limits.ts';
import type { Asked } from '../../src/guilds/policy.ts';
import { createDayBudget } from '../../src/guilds/quotas.ts';
import type { StoredSettings } from '../../src/guilds/settings.ts';
import { createSpending } from '../../src/guilds/spending.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryRateLimiter, createMemorySpendingStore } from './memory-stores.ts';

const guildId = '100000000000000001';
const asked: Asked = {
  guildId,
  channelId: '100000000000000003',
  parentChannelId: null,
  memberId: '4',
  roles: [],
  way: 'command',
};

function open({
  stored = {},
  modelConfigured = true,
  away = false,
}: {
  stored?: StoredSettings;
  modelConfigured?: boolean;
  away?: boolean;
} = {}) {
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });
  const clock = { time: 1_000_000 };
  const now = () => clock.time;
  const counts = new Map<string, number>();
  const answer = async <Result>(result: Result): Promise<Result> => {
    if (away) throw new UpstreamError('database', 'corrupt');
    return result;
  };
  const take = (scope: string, limit: number): number | null => {
    const count = (counts.get(scope) ?? 0) + 1;
    if (count > limit) return null;
    counts.set(scope, count);
    return count;
  };
  const ports = {
    guildSettings: createGuildSettings({
      store: {
        loadAll: () => answer(new Map([[guildId, stored]])),
        load: (id) => answer(id === guildId ? stored : {}),
        save: () => answer({ saved: true, before: {} }),
        history: () => answer([]),

        findEdit: () => answer(null),
        listen: () => undefined,
      },
      log,
      now: () => 0,
    }),
    limits: createLimits({ memory: createMemoryRateLimiter(now), kept: createMemoryRateLimiter(now), now }),
    dayBudget: createDayBudget({
      store: {
        take: async (scope, _day, limit) => answer(take(scope, limit)),
        used: (scope) => answer(counts.get(scope) ?? 0),
      },
      now,
      log,
    }),
    spending: createSpending({ store: createMemorySpendingStore(), now: () => clock.time, log }),
    modelConfigured,
  };
  return { ask: (question: Partial<Asked> = {}) => admit({ ...asked, ...question }, ports), counts, clock };
}

describe('admit', () => {
  it('lets a question in, with the settings to answer it by', async () => {
    const admission = await open({ stored: { length: 'short' } }).ask();
    expect(admission).toMatchObject({
      admitted: true,
      by: 'model',
      known: { state: 'fresh', settings: { length: 'short' } },
    });
  });

  it('answers by quotes when the budget of the day is spent', async () => {
    const { ask } = open({ stored: { answersPerDay: 1 } });
    expect(await ask()).toMatchObject({ admitted: true, by: 'model' });
    expect(await ask()).toMatchObject({ admitted: true, by: 'quotes' });
  });

  it('answers by quotes where a member has had their share of the day, and others by the model', async () => {
    const { ask } = open({ stored: { answersPerDay: 4 } });
    expect([(await ask()).admitted, await ask(), await ask()]).toMatchObject([
      true,
      { by: 'model' },
      { by: 'quotes' },
    ]);
    expect(await ask({ memberId: '5' })).toMatchObject({ by: 'model' });
  });

  it('answers by quotes alone where the budget is nothing', async () => {
    expect(await open({ stored: { answersPerDay: 0 } }).ask()).toMatchObject({
      admitted: true,
      by: 'quotes',
    });
  });

  it('counts no answers of a model that is not there', async () => {
    const { ask, counts } = open({ modelConfigured: false });
    expect(await ask()).toMatchObject({ admitted: true, by: 'quotes' });
    expect(counts.size).toBe(0);
  });

  it('holds a member to the questions of a minute, and tells when the next is let in', async () => {
    const { ask, clock } = open({ stored: { memberPerMinute: 1 } });
    expect((await ask()).admitted).toBe(true);
    clock.time += 30_500;
    expect(await ask()).toMatchObject({
      admitted: false,
      refusal: { code: 'too-many-questions', values: { endsAt: 1060 } },
    });
    expect((await ask({ memberId: '5' })).admitted).toBe(true);
    expect((await ask({ guildId: '100000000000000002' })).admitted).toBe(true);
    clock.time = 1_060_000;
    expect((await ask()).admitted).toBe(true);
  });

  it('counts nothing of a question that is refused', async () => {
    const { ask, counts } = open({ stored: { channels: [asked.channelId], memberPerMinute: 1 } });
    expect(await ask({ channelId: '9' })).toMatchObject({
      admitted: false,
      refusal: { code: 'wrong-channel' },
    });
    expect(counts.size).toBe(0);
    expect((await ask()).admitted).toBe(true);
  });

  it('keeps no id of a member for direct messages', async () => {
    const { ask, counts } = open();
    await ask({ guildId: null, memberId: '4', way: 'chat' });
    await ask({ guildId: null, memberId: '5', way: 'chat' });
    expect([...counts]).toEqual([['direct', 2]]);
  });

  it('goes on without a database: commands in private, no messages', async () => {
    const { ask } = open({ away: true });
    expect(await ask()).toMatchObject({ admitted: true, known: { state: 'unknown' } });
    expect(await ask({ way: 'chat' })).toMatchObject({
      admitted: false,
      refusal: { code: 'settings-unknown' },
    });
    expect(await ask({ guildId: null, way: 'chat' })).toMatchObject({ admitted: true });
  });
});
