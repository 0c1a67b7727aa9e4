/** The port to what counts within windows of time. */

/** Counts under a key from its first use until an end, then anew. Times are in milliseconds since 1970. Never throws because the database is away. */
export interface RateLimiter {
  /** Counts one more, and tells how many there are and when they end: at `endsAt`, but a window under way keeps its end. */
  take(key: string, endsAt: number): Promise<{ readonly count: number; readonly endsAt: number }>;
  /** Takes one back, of what was taken a moment ago. */
  giveBack(key: string): Promise<void>;
}

/** What is counted of a member, as it is kept. */
export interface MemberCount {
  /** `questions/SERVER/member/MEMBER`. */
  readonly key: string;
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** One that outlives the process. */
export interface KeptRateLimiter extends RateLimiter {
  /** Throws `UpstreamError('database')`. */
  ofMember(memberId: string): Promise<readonly MemberCount[]>;
}
