/** Tells moderators that a day's budget for the model is nearly or wholly spent. */
import type { Client } from 'discord.js';
import { scopeOf } from '../guilds/admission.ts';
import type { Asked } from '../guilds/policy.ts';
import type { Settings } from '../guilds/settings.ts';
import type { Crossed, Spending } from '../guilds/spending.ts';
import { formatNumber, formatPrecisely } from '../locales/format.ts';
import type { Log } from '../log.ts';
import { tellModerators } from './moderators-log.ts';

/** `answerId`: of the answer with which it came to that. Never throws. */
export type BudgetWarning = (
  crossed: Crossed,
  asked: Asked,
  settings: Settings,
  answerId: string,
) => Promise<void>;

const keys = { 'nearly-spent': 'log.budgetNearlySpent', spent: 'log.budgetSpent' } as const;

/** `clientOf`: the connection over which a server is heard, if it is there now. */
export function createBudgetWarning(
  clientOf: (guildId: string) => Client | undefined,
  spending: Spending,
  log: Log,
): BudgetWarning {
  return async (crossed, asked, settings, answerId) => {
    const { guildId } = asked;
    log.warn('budget-crossed', { guildId, state: crossed });
    const client = guildId === null ? undefined : clientOf(guildId);
    if (guildId === null || client === undefined) return;
    const { tokens, money } = await spending.today(scopeOf(asked));
    await tellModerators(
      client,
      { guildId, settings, nonce: answerId },
      (translate) => [
        translate(keys[crossed], {
          tokens: formatNumber(tokens, translate.locale),
          money: formatPrecisely(money, translate.locale),
        }),
      ],
      log,
    );
  };
}
