/** How much a model may cost a server in a day: tokens, and money at the operator's prices. */
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import { utcDay } from './quotas.ts';
import type { Settings } from './settings.ts';
import type { SpendingStore, Spent } from './stores.ts';

type Budgets = Pick<Settings, 'tokensPerDay' | 'moneyPerDay'>;

/** What a budget has come to with the last answer. */
export type Crossed = 'nearly-spent' | 'spent';

/** From this share of a budget on, moderators are warned. */
const warnFrom = 0.8;

const nothing: Spent = { tokens: 0, money: 0 };

export interface Spending {
  /** Whether a budget of the day is spent, so that only quotes are left. Never throws because the database is away. */
  isSpent(scope: string, budgets: Budgets): Promise<boolean>;
  /** Counts what an answer took, and tells which mark was passed with it. Never throws because the database is away. */
  add(scope: string, spent: Spent, budgets: Budgets): Promise<Crossed | null>;
  /** What was spent today, as far as it is known. */
  today(scope: string): Promise<Spent>;
}

/** Counts by UTC day. While the database is away it goes on in memory from the last sum that it saw. */
export function createSpending({
  store,
  now,
  log,
}: {
  readonly store: SpendingStore;
  readonly now: () => number;
  readonly log: Log;
}): Spending {
  let seenDay = '';
  const seen = new Map<string, Spent>();
  const look = async (scope: string, read: (day: string) => Promise<Spent>, lost: Spent): Promise<Spent> => {
    const day = utcDay(now());
    if (day !== seenDay) seen.clear();
    seenDay = day;
    const known = seen.get(scope) ?? nothing;
    try {
      const sum = await read(day);
      seen.set(scope, sum);
      return sum;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('spending-store-away', { reason: error.reason, error });
      const sum = plus(known, lost);
      seen.set(scope, sum);
      return sum;
    }
  };
  const today = (scope: string) => look(scope, (day) => store.of(scope, day), nothing);
  return {
    today,
    async isSpent(scope, budgets) {
      return hasBudget(budgets) && shareOf(await today(scope), budgets) >= 1;
    },
    async add(scope, spent, budgets) {
      if (spent.tokens === 0) return null;
      const after = await look(scope, (day) => store.add(scope, day, spent), spent);
      const shareAfter = shareOf(after, budgets);
      const shareBefore = shareOf(
        { tokens: after.tokens - spent.tokens, money: after.money - spent.money },
        budgets,
      );
      if (shareBefore < 1 && shareAfter >= 1) return 'spent';
      return shareBefore < warnFrom && shareAfter >= warnFrom ? 'nearly-spent' : null;
    },
  };
}

/** How much of the budget that is nearest to its end is spent: 0 where there is none. */
function shareOf({ tokens, money }: Spent, { tokensPerDay, moneyPerDay }: Budgets): number {
  return Math.max(part(tokens, tokensPerDay), part(money, moneyPerDay));
}

function part(spent: number, budget: number | 'unlimited'): number {
  return budget === 'unlimited' ? 0 : spent / budget;
}

function hasBudget({ tokensPerDay, moneyPerDay }: Budgets): boolean {
  return tokensPerDay !== 'unlimited' || moneyPerDay !== 'unlimited';
}

function plus(one: Spent, other: Spent): Spent {
  return { tokens: one.tokens + other.tokens, money: one.money + other.money };
}
