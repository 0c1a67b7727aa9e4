/** The second step of a question: its server's settings are loaded, and it is let in or told why not. */
import { UserError } from '../errors.ts';
import type { GuildSettings, KnownSettings } from './guild-settings.ts';
import { type Asked, findRefusal } from './policy.ts';
import type { DayBudget, MinuteLimit } from './quotas.ts';
import type { Settings } from './settings.ts';
import type { Spending } from './spending.ts';

/** Let in, with what the answer is made by; or not, with the reason. */
type Admission =
  | {
      readonly admitted: true;
      readonly known: KnownSettings;
      /** `quotes` when the day's budget of the server is spent: the extractive generator answers. */
      readonly by: 'model' | 'quotes';
    }
  | { readonly admitted: false; readonly known: KnownSettings; readonly refusal: UserError };

export interface AdmissionPorts {
  readonly guildSettings: GuildSettings;
  readonly minuteLimit: MinuteLimit;
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
  const refusal = findRefusal(asked, known) ?? findExcess(asked, known, ports.minuteLimit);
  if (refusal !== null) return { admitted: false, known, refusal };
  const scope = scopeOf(asked);
  const { settings } = known;
  const budgeted =
    ports.modelConfigured &&
    (isFree(settings) ||
      (!(await ports.spending.isSpent(scope, settings)) &&
        (await ports.dayBudget.take(scope, settings.answersPerDay))));
  return { admitted: true, known, by: budgeted ? 'model' : 'quotes' };
}

/** Whose budget a question takes from. All direct messages share one, so that no member's id needs to be kept. */
export function scopeOf({ guildId }: Pick<Asked, 'guildId'>): string {
  return guildId ?? 'direct';
}

function findExcess(asked: Asked, { settings }: KnownSettings, limit: MinuteLimit): UserError | null {
  const endsAt = limit.take(`${scopeOf(asked)}:${asked.memberId}`, settings.questionsPerMinute);
  if (endsAt === null) return null;
  // Rounded up, so that whoever waits as long as Discord shows is let in.
  return new UserError('too-many-questions', 'Too many questions in a minute.', {
    endsAt: Math.ceil(endsAt / 1000),
  });
}
