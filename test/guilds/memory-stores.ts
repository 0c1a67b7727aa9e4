/** The stores in memory, with failures that a test plants: for tests of what stands on them. */

import type { Gap, GapQuestion, GapStore, Wish } from '../../src/guilds/gap-store.ts';
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
    listen: () => undefined,
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

export function createMemoryGapStore(): GapStore & Failing {
  type Kept = { readonly guildId: string; readonly gapId: number };
  let gaps: (Omit<Gap, 'questions'> & { readonly guildId: string })[] = [];
  let questions: (GapQuestion & Kept)[] = [];
  let wishes: (Wish & Kept & { readonly wishedAt: string })[] = [];
  let lastId = 0;
  const ofGuild = (guildId: string) => (row: { readonly guildId: string }) => row.guildId === guildId;
  const gapOf = (guildId: string, answerId: string): number | null =>
    questions.filter(ofGuild(guildId)).find((row) => row.answerId === answerId)?.gapId ?? null;
  const dropEmpty = (): void => {
    gaps = gaps.filter(
      ({ id, state }) => state === 'answered' || questions.some(({ gapId }) => gapId === id),
    );
    wishes = wishes.filter(({ gapId }) => gaps.some(({ id }) => id === gapId));
  };
  const store: GapStore & Failing = {
    failure: null,
    async add(guildId, question, wanted, keepDays) {
      refuse(store);
      const known = gapOf(guildId, question.answerId);
      if (known !== null) return known;
      let gapId = gaps.filter(ofGuild(guildId)).find(({ id }) => id === wanted)?.id;
      if (gapId === undefined) {
        lastId += 1;
        gapId = lastId;
        const undecided = { state: 'open', wordings: [], answer: null, pins: [], revision: 0 } as const;
        gaps.push({ id: gapId, guildId, ...undecided });
      }
      questions.push({ guildId, gapId, ...question });
      const oldest = new Date(Date.parse(question.askedAt) - keepDays * 86_400_000).toISOString();
      questions = questions.filter((row) => row.guildId !== guildId || row.askedAt >= oldest);
      wishes = wishes.filter((row) => row.guildId !== guildId || row.wishedAt >= oldest);
      dropEmpty();
      return gapId;
    },
    async list(guildId) {
      refuse(store);
      const listed = gaps.filter(ofGuild(guildId)).map(({ guildId: _, ...gap }) => ({
        ...gap,
        questions: questions
          .filter(({ gapId }) => gapId === gap.id)
          .sort((one, other) => other.askedAt.localeCompare(one.askedAt))
          .map(({ gapId: _gap, guildId: _guild, ...question }) => question),
      }));
      const last = (gap: Gap): string => gap.questions[0]?.askedAt ?? '';
      return structuredClone(
        listed.sort((one, other) => last(other).localeCompare(last(one)) || other.id - one.id),
      );
    },
    async decide(guildId, { id, revision }, verdict) {
      refuse(store);
      const gap = gaps.filter(ofGuild(guildId)).find((one) => one.id === id);
      if (gap === undefined) return 'gone';
      if (gap.revision !== revision) return 'changed';
      gaps = gaps.map((one) =>
        one === gap ? { ...gap, ...structuredClone(verdict), revision: revision + 1 } : one,
      );
      return 'decided';
    },
    async wish(guildId, answerId, wish, at) {
      refuse(store);
      const gapId = gapOf(guildId, answerId);
      if (gapId === null) return 'gone';
      if (gaps.find(({ id }) => id === gapId)?.state === 'answered') return 'answered';
      const known = wishes.find((row) => row.gapId === gapId && row.memberId === wish.memberId);
      wishes = wishes.filter((row) => row !== known);
      wishes.push({ guildId, gapId, ...wish, wishedAt: known?.wishedAt ?? at });
      return 'noted';
    },
    async takeWishes(guildId, gapId) {
      refuse(store);
      const taken = wishes.filter((row) => row.guildId === guildId && row.gapId === gapId);
      wishes = wishes.filter((row) => !taken.includes(row));
      return taken.map(({ memberId, locale }) => ({ memberId, locale }));
    },
    async ofMember(memberId) {
      refuse(store);
      return {
        questions: questions
          .filter((row) => row.memberId === memberId)
          .map(({ gapId: _, ...question }) => question),
        wishes: wishes
          .filter((row) => row.memberId === memberId)
          .map(({ guildId, wishedAt }) => ({ guildId, wishedAt })),
      };
    },
    async forget(memberId) {
      refuse(store);
      const before = questions.length + wishes.length;
      questions = questions.filter((row) => row.memberId !== memberId);
      wishes = wishes.filter((row) => row.memberId !== memberId);
      const count = before - questions.length - wishes.length;
      dropEmpty();
      return count;
    },
  };
  return store;
}

function refuse({ failure }: Failing): void {
  if (failure !== null) throw failure;
}

function asJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}
