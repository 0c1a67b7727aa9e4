/** The stores in memory, with failures that a test plants: for tests of what stands on them. */
import type { RateLimiter } from '../../src/guilds/rate-limiter.ts';
import type { StoredSettings } from '../../src/guilds/settings.ts';
import type { KeptEdit, SettingsStore, SpendingStore, UsageStore } from '../../src/guilds/stores.ts';

/** While this is set, every call fails with it. */
interface Failing {
  failure: Error | null;
}

export function createMemorySettingsStore(
  rows: Readonly<Record<string, StoredSettings>> = {},
): SettingsStore & Failing {
  const guilds = new Map(Object.entries(rows));
  const edits: { readonly guildId: string; readonly edit: KeptEdit }[] = [];
  const store: SettingsStore & Failing = {
    failure: null,
    async loadAll() {
      refuse(store);
      return structuredClone(guilds);
    },
    async load(guildId) {
      refuse(store);
      return structuredClone(guilds.get(guildId) ?? {});
    },
    async save(guildId, changes, { memberId, at, isExpected = () => true }) {
      refuse(store);
      const before = guilds.get(guildId) ?? {};
      if (!isExpected(structuredClone(before))) return { saved: false, before: structuredClone(before) };
      const keys = Object.keys(changes).filter((key) => asJson(before[key]) !== asJson(changes[key]));
      const pick = (values: StoredSettings): StoredSettings =>
        structuredClone(Object.fromEntries(keys.map((key) => [key, values[key] ?? null])));
      if (keys.length > 0)
        edits.push({
          guildId,
          edit: { id: edits.length + 1, memberId, at, before: pick(before), after: pick(changes) },
        });
      const after = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null);
      if (after.length === 0) guilds.delete(guildId);
      // Kept as text, as a database would.
      else guilds.set(guildId, JSON.parse(JSON.stringify(Object.fromEntries(after))));
      return { saved: true, before: structuredClone(before) };
    },
    async history(guildId, { skip, take }) {
      refuse(store);
      const ofGuild = edits.filter((one) => one.guildId === guildId).map(({ edit }) => edit);
      return structuredClone(ofGuild.toReversed().slice(skip, skip + take));
    },
    async findEdit(guildId, id) {
      refuse(store);
      const found = edits.find((one) => one.guildId === guildId && one.edit.id === id);
      return structuredClone(found?.edit ?? null);
    },
  };
  return store;
}

export function createMemoryUsageStore(): UsageStore & Failing {
  const counts = new Map<string, { readonly day: string; readonly count: number }>();
  const store: UsageStore & Failing = {
    failure: null,
    async take(scope, day, limit) {
      refuse(store);
      const count = countOf(scope, day);
      if (count >= limit) return null;
      counts.set(scope, { day, count: count + 1 });
      return count + 1;
    },
    async used(scope, day) {
      refuse(store);
      return countOf(scope, day);
    },
  };
  const countOf = (scope: string, day: string): number => {
    const kept = counts.get(scope);
    return kept?.day === day ? kept.count : 0;
  };
  return store;
}

export function createMemorySpendingStore(): SpendingStore & Failing {
  const sums = new Map<
    string,
    { readonly day: string; readonly tokens: number; readonly millionths: number }
  >();
  const store: SpendingStore & Failing = {
    failure: null,
    async add(scope, day, { tokens, money }) {
      refuse(store);
      const kept = sums.get(scope);
      const before = kept?.day === day ? kept : { tokens: 0, millionths: 0 };
      const millionths = before.millionths + Math.round(money * 1_000_000);
      sums.set(scope, { day, tokens: before.tokens + tokens, millionths });
      return store.of(scope, day);
    },
    async of(scope, day) {
      refuse(store);
      const kept = sums.get(scope);
      return kept?.day === day
        ? { tokens: kept.tokens, money: kept.millionths / 1_000_000 }
        : { tokens: 0, money: 0 };
    },
  };
  return store;
}

/** One that goes by a clock of the test's own. */
export function createMemoryRateLimiter(now: () => number): RateLimiter {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return {
    async take(key, endsAt) {
      const under = windows.get(key);
      const running = under !== undefined && under.endsAt > now();
      const window = running ? under : { count: 0, endsAt };
      window.count += 1;
      windows.set(key, window);
      return { ...window };
    },
    async giveBack(key) {
      const window = windows.get(key);
      if (window !== undefined) window.count -= 1;
    },
  };
}

function refuse({ failure }: Failing): void {
  if (failure !== null) throw failure;
}

function asJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}
