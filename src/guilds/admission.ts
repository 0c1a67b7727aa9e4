/** The second step of a question: its server's settings are loaded, and it is let in or told why not. */
import type { UserError } from '../errors.ts';
import type { GuildSettings, KnownSettings } from './guild-settings.ts';
import type { Limits } from './limits.ts';
import { type Asked, findRefusal } from './policy.ts';
import type { DayBudget } from './quotas.ts';
import type { Settings } from './settings.ts';
import type { Spending } from './spending.ts';

/** Let in, with what the answer is made by; or not, with the reason. */
type Admission =
  | {
      readonly admitted: true;
      readonly known: KnownSettings;
      /** `quotes` when the server's day, or the member's share of it, is spent: the extractive generator answers. */
      readonly by: 'model' | 'quotes';
    }
  | { readonly admitted: false; readonly known: KnownSettings; readonly refusal: UserError };

export interface AdmissionPorts {
  readonly guildSettings: GuildSettings;
  readonly limits: Limits;
  readonly dayBudget: DayBudget;
  readonly spending: Spending;
  /** False: every answer is quotes, so that no budget is counted. */
  readonly modelConfigured: boolean;
}

/**
 * Lets a question in or not, and counts it when it does; one whose answer is there already (`isFree`) takes nothing of
 * the day's budget. Never throws because the database is away.
 */
export async function admit(
  asked: Asked,
  ports: AdmissionPorts,
  isFree: (settings: Settings) => boolean = () => false,
): Promise<Admission> {
  const known = await ports.guildSettings.load(asked.guildId);
  const refusal = findRefusal(asked, known) ?? (await ports.limits.take(asked, known.settings));
  if (refusal !== null) return { admitted: false, known, refusal };
  const { settings } = known;
  const budgeted = ports.modelConfigured && (isFree(settings) || (await takeAnswer(asked, settings, ports)));
  return { admitted: true, known, by: budgeted ? 'model' : 'quotes' };
}

/** Whose budget a question takes from. All direct messages share one, so that no member's id needs to be kept. */
export function scopeOf({ guildId }: Pick<Asked, 'guildId'>): string {
  return guildId ?? 'direct';
}

/** Whether the model may answer: the server's budgets and the member's share of them allow it. */
async function takeAnswer(
  asked: Asked,
  settings: Settings,
  { limits, dayBudget, spending }: Pick<AdmissionPorts, 'limits' | 'dayBudget' | 'spending'>,
): Promise<boolean> {
  const scope = scopeOf(asked);
  if (await spending.isSpent(scope, settings)) return false;
  const isFair = await limits.takeAnswer(asked, settings, dayBudget.seen(scope));
  return isFair && dayBudget.take(scope, settings.answersPerDay);
}
