import { UpstreamError } from '../errors.ts';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import { isModerator } from '../guilds/policy.ts';
import type { DayBudget } from '../guilds/quotas.ts';
import type { Log } from '../log.ts';
import type { AskRequest } from './ask.ts';
import { plain } from './payload.ts';
import { createRecent } from './recent.ts';
import type { Responder } from './responder.ts';

const hour = 3_600_000;

/** Tells a moderator who asks that the database is away, at most once an hour: members notice nothing, so somebody has to know. */
export function createModeratorWarning({
  dayBudget,
  log,
}: {
  readonly dayBudget: DayBudget;
  readonly log: Log;
}) {
  const told = createRecent({ size: 2000, forMilliseconds: hour });
  return async (
    { asked, standing, translate }: AskRequest,
    known: KnownSettings,
    reply: Responder,
  ): Promise<void> => {
    if (known.state === 'fresh' && !dayBudget.isAway()) return;
    if (asked.guildId === null || !isModerator(standing, known)) return;
    if (!told.add(`${asked.guildId} ${asked.memberId}`)) return;
    try {
      await reply.addPrivately(plain(translate('moderator.databaseAway')));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('moderator-not-told', { guildId: asked.guildId, reason: error.reason });
    }
  };
}
