/** Puts what an answer left open into the queue of the server's moderators, where the server keeps questions. */
import { UpstreamError } from '../errors.ts';
import type { GapReason } from '../guilds/gap-store.ts';
import type { Gaps } from '../guilds/gaps.ts';
import type { Settings } from '../guilds/settings.ts';
import type { Log } from '../log.ts';

interface Asked {
  readonly guildId: string | null;
  readonly memberId: string;
  readonly answerId: string;
  readonly question: string;
  readonly reason: string;
}

/** Never throws because the database is away: the answer stands. */
export type CollectGap = (asked: Asked, settings: Settings) => Promise<void>;

const collected: readonly GapReason[] = ['not-in-article', 'partly', 'unhelpful'];

export function createCollectGap(gaps: Gaps, log: Log): CollectGap {
  return async ({ guildId, reason, ...asked }, { keepQuestions, keepDays }) => {
    const known = collected.find((one) => one === reason);
    if (guildId === null || !keepQuestions || known === undefined) return;
    try {
      await gaps.collect(guildId, { ...asked, reason: known, askedAt: new Date().toISOString() }, keepDays);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      log.warn('gap-not-kept', { guildId, answerId: asked.answerId, reason: error.reason });
    }
  };
}
