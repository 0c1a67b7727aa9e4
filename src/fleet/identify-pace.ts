/**
 * When a shard may identify itself to Discord, which allows a number of that a day (1,000 for most bots): what goes wrong
 * at each start, and is started again for ever, must not use them up.
 */

/** An identify of the last day, in milliseconds since 1970. */
export interface Identify {
  readonly shard: number;
  readonly at: number;
}

/** What Discord allows this bot. */
export interface IdentifyAllowance {
  /** In a day. */
  readonly total: number;
  /** Of those, left until Discord counts anew. */
  readonly remaining: number;
  /** In five seconds. */
  readonly maxConcurrency: number;
}

/** Which shard would identify itself. */
export interface Asking {
  readonly shard: number;
  readonly shardCount: number;
  readonly allowance: IdentifyAllowance;
}

/** `concurrency`: others did within the last seconds. `pace`: this shard did often of late. `day`: too few are left for the day. */
type Reason = 'concurrency' | 'pace' | 'day';

export interface Wait {
  /** 0: now. */
  readonly milliseconds: number;
  readonly reason: Reason | null;
}

const day = 86_400_000;
/** Discord counts in five seconds, from when it hears. */
const concurrencyWindow = 5_250;
/** Of what Discord allows in a day, what is taken at most. The rest is for the operator, who puts things right. */
const usable = 0.7;
/** So many at once; then each wait is twice the one before, for so many steps, up to one with which the day is not used up. */
const free = 5;
const steps = 8;

/** How long a shard must wait, given the identifies of all shards in the last day, oldest first. Those to come are from before a clock was put back. */
export function waitBefore(
  recent: readonly Identify[],
  now: number,
  { shard, shardCount, allowance }: Asking,
): Wait {
  const past = recent.filter(({ at }) => at <= now);
  const { total, maxConcurrency } = allowance;
  return longest([
    wait('concurrency', lastOf(tooNear(past, now, shard, maxConcurrency)) + concurrencyWindow - now),
    wait('pace', paceEnd(past, now, shard, slowestPause(total, shardCount)) - now),
    wait('day', lastOf(beyond(recent, Math.floor(total * usable))) + day - now),
  ]);
}

/** The wait where nobody can say when the last ones were, by Discord's own count of them. */
export function waitByCount({ shardCount, allowance: { total, remaining } }: Asking): Wait {
  const unremarkable = total * 0.05;
  const ofShard = Math.floor((total - remaining - unremarkable) / shardCount);
  return wait('pace', pauseAfter(ofShard, slowestPause(total, shardCount)));
}

function slowestPause(total: number, shardCount: number): number {
  return (day * shardCount) / (total * usable);
}

function pauseAfter(count: number, slowest: number): number {
  return count < free ? 0 : slowest / 2 ** Math.max(0, free + steps - 1 - count);
}

function paceEnd(past: readonly Identify[], now: number, shard: number, slowest: number): number {
  const window = (free + steps) * slowest;
  const own = past.filter((identify) => identify.shard === shard && identify.at > now - window);
  return lastOf(own) + pauseAfter(own.length, slowest);
}

/** Those of the last seconds that leave no room, and those of another shard in the same place of Discord's order. */
function tooNear(
  past: readonly Identify[],
  now: number,
  shard: number,
  maxConcurrency: number,
): readonly Identify[] {
  const near = past.filter(({ at }) => at > now - concurrencyWindow);
  const inTheWay = near.filter(
    (other) => other.shard !== shard && other.shard % maxConcurrency === shard % maxConcurrency,
  );
  return [...beyond(near, maxConcurrency), ...inTheWay].sort((a, b) => a.at - b.at);
}

/** Those that must be past before there are fewer than `limit` again. */
function beyond(recent: readonly Identify[], limit: number): readonly Identify[] {
  return recent.slice(0, Math.max(0, recent.length - limit + 1));
}

function lastOf(identifies: readonly Identify[]): number {
  return identifies.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
}

function wait(reason: Reason, milliseconds: number): Wait {
  return milliseconds > 0
    ? { milliseconds: Math.min(Math.ceil(milliseconds), day), reason }
    : { milliseconds: 0, reason: null };
}

function longest(waits: readonly Wait[]): Wait {
  return waits.reduce((longer, other) => (other.milliseconds > longer.milliseconds ? other : longer));
}
