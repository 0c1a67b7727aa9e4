/** The stores in memory, with failures that a test plants: for tests of what stands on them. */
import type { StoredSettings } from '../../src/guilds/settings.ts';
import type { SettingsStore, UsageStore } from '../../src/guilds/stores.ts';

/** While this is set, every call fails with it. */
interface Failing {
  failure: Error | null;
}

export function createMemorySettingsStore(
  rows: Readonly<Record<string, StoredSettings>> = {},
): SettingsStore & Failing {
  const guilds = new Map(Object.entries(rows));
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
    async save(guildId, changes) {
      refuse(store);
      const before = guilds.get(guildId) ?? {};
      const after = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null);
      if (after.length === 0) guilds.delete(guildId);
      // Kept as text, as a database would.
      else guilds.set(guildId, JSON.parse(JSON.stringify(Object.fromEntries(after))));
      return structuredClone(before);
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

function refuse({ failure }: Failing): void {
  if (failure !== null) throw failure;
}
