/** How many questions are let in: of a member, in a channel, in a server; in a minute and in a UTC day. */
import { UserError } from '../errors.ts';
import type { Asked } from './policy.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Settings } from './settings.ts';

const minute = 60_000;
const day = 86_400_000;

/** In order: what ends soonest is told first, and a member who is turned away takes nothing from the others. */
const rules = [
  { setting: 'memberPerMinute', window: 'minute', refusal: 'too-many-questions' },
  { setting: 'channelPerMinute', window: 'minute', refusal: 'channel-limit' },
  { setting: 'serverPerMinute', window: 'minute', refusal: 'server-limit' },
  { setting: 'memberPerDay', window: 'day', refusal: 'member-day' },
  { setting: 'channelPerDay', window: 'day', refusal: 'channel-limit' },
  { setting: 'serverPerDay', window: 'day', refusal: 'server-limit' },
] as const;
type Rule = (typeof rules)[number];

export interface Limits {
  /** Counts a question. Returns null, or why it is not let in and until when; then nothing of it is counted. */
  take(asked: Asked, settings: Settings): Promise<UserError | null>;
  /**
   * Counts an answer of the model as the member's, `used` of the server's day being given already. False where it would
   * be more than the member's share of it; then nothing is counted.
   */
  takeAnswer(asked: Asked, settings: Settings, used: number): Promise<boolean>;
}

export function createLimits({
  memory,
  kept,
  now,
}: {
  /** For what may be forgotten at a restart. */
  readonly memory: RateLimiter;
  readonly kept: RateLimiter;
  readonly now: () => number;
}): Limits {
  const midnight = (): number => now() - (now() % day) + day;
  return {
    async take(asked, settings) {
      const giveBack: (() => Promise<void>)[] = [];
      let mine = 0;
      for (const rule of isExempt(asked, settings) ? [] : rules) {
        const limit = settings[rule.setting];
        if (limit === 'unlimited' && !isForShare(rule, settings)) continue;
        const key = keyOf(rule, asked);
        const [limiter, end] = rule.window === 'minute' ? [memory, now() + minute] : [kept, midnight()];
        const { count, endsAt } = await limiter.take(key, end);
        giveBack.push(() => limiter.giveBack(key));
        if (rule.setting === 'memberPerDay') mine = count;
        const refusal = refusalOf(rule, { count, limit, mine });
        if (refusal === null) continue;
        for (const give of giveBack) await give();
        // Rounded up, so that whoever waits as long as Discord shows is let in.
        return new UserError(refusal, 'over a limit', { endsAt: Math.ceil(endsAt / 1000) });
      }
      return null;
    },
    async takeAnswer(asked, settings, used) {
      const limit = settings.answersPerDay;
      if (limit === 'unlimited' || isExempt(asked, settings)) return true;
      const key = `answers/${asked.guildId ?? 'direct'}/member/${asked.memberId}`;
      const { count } = await memory.take(key, midnight());
      const isFair = isFairShare({ mine: count, all: used + 1, limit });
      if (!isFair) await memory.giveBack(key);
      return isFair;
    },
  };
}

/** Lets in what was counted before. */
export function withoutLimits(limits: Limits): Limits {
  return { ...limits, take: async () => null };
}

/**
 * Whether what one member has taken of a day leaves enough for the others: as long as half of it is left anybody may
 * take of it, then nobody more than a quarter of the whole. `mine` and `all` include what is asked for now.
 */
export function isFairShare({ mine, all, limit }: Record<'mine' | 'all' | 'limit', number>): boolean {
  return all <= limit / 2 || mine <= Math.max(1, Math.floor(limit / 4));
}

function refusalOf(
  { setting, refusal }: Rule,
  {
    count,
    limit,
    mine,
  }: { readonly count: number; readonly limit: number | 'unlimited'; readonly mine: number },
): string | null {
  if (limit === 'unlimited') return null;
  if (count > limit) return refusal;
  return setting === 'serverPerDay' && !isFairShare({ mine, all: count, limit }) ? 'fair-share' : null;
}

/** To share a server's day fairly it has to be known how much of it each member took. */
function isForShare({ setting }: Rule, { serverPerDay }: Settings): boolean {
  return setting === 'memberPerDay' && serverPerDay !== 'unlimited';
}

function isExempt({ roles }: Asked, { exemptRoles }: Settings): boolean {
  return exemptRoles !== 'nobody' && exemptRoles.some((id) => roles.includes(id));
}

/** Threads count as their channel; direct messages as one server. */
function keyOf({ setting }: Rule, { guildId, channelId, parentChannelId, memberId }: Asked): string {
  const server = `questions/${guildId ?? 'direct'}`;
  if (setting.startsWith('member')) return `${server}/member/${memberId}`;
  return setting.startsWith('channel') ? `${server}/channel/${parentChannelId ?? channelId}` : server;
}
