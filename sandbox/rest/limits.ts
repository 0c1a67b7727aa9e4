// Rate limits: a bucket a route and place, and one for everything together.
import type { ServerResponse } from 'node:http';

export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface LimitTable {
  readonly global: Limit | null;
  /** By `METHOD pattern`. A route without an entry has no limit of its own. */
  readonly routes: Readonly<Record<string, Limit>>;
}

const fivePerFiveSeconds: Limit = { requests: 5, windowMs: 5000 };
const webhookLimit: Limit = { requests: 5, windowMs: 2000 };

/** The limits that Discord is seen to apply. Answering an interaction has none. */
export const discordLimits: LimitTable = {
  global: { requests: 50, windowMs: 1000 },
  routes: {
    'POST /channels/:channel/messages': fivePerFiveSeconds,
    'PATCH /channels/:channel/messages/:message': fivePerFiveSeconds,
    'DELETE /channels/:channel/messages/:message': { requests: 5, windowMs: 1000 },
    'POST /channels/:channel/typing': fivePerFiveSeconds,
    'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': { requests: 1, windowMs: 250 },
    'POST /webhooks/:application/:token': webhookLimit,
    'PATCH /webhooks/:application/:token/messages/:message': webhookLimit,
    'PATCH /webhooks/:application/:token/messages/@original': webhookLimit,
    'DELETE /webhooks/:application/:token/messages/:message': webhookLimit,
    'DELETE /webhooks/:application/:token/messages/@original': webhookLimit,
  },
};

/** No limits at all: for the terminal, and for tests of other things. */
export const noLimits: LimitTable = { global: null, routes: {} };

interface Bucket {
  used: number;
  resetsAt: number;
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly body: object };

/** Counts requests against a table of limits, in real time. */
export class RateLimits {
  private readonly table: LimitTable;
  private readonly buckets = new Map<string, Bucket>();
  /** How many requests were refused with 429. */
  refused = 0;

  constructor(table: LimitTable) {
    this.table = table;
  }

  /** Takes one request off its buckets and writes the headers; a request too many is refused with 429. */
  take(routeKey: string, place: string, countsGlobally: boolean, response: ServerResponse): Verdict {
    const { global } = this.table;
    if (global !== null && countsGlobally) {
      const bucket = this.bucket('global', global);
      bucket.used += 1;
      if (bucket.used > global.requests) return this.refuse(bucket, 'global', response);
    }
    const limit = this.table.routes[routeKey];
    if (limit === undefined) return { allowed: true };
    const bucket = this.bucket(`${routeKey} ${place}`, limit);
    const seconds = Math.max(0, bucket.resetsAt - Date.now()) / 1000;
    response.setHeader('X-RateLimit-Limit', limit.requests);
    response.setHeader('X-RateLimit-Remaining', Math.max(0, limit.requests - bucket.used - 1));
    response.setHeader('X-RateLimit-Reset', (bucket.resetsAt / 1000).toFixed(3));
    response.setHeader('X-RateLimit-Reset-After', seconds.toFixed(3));
    response.setHeader('X-RateLimit-Bucket', bucketName(routeKey));
    bucket.used += 1;
    return bucket.used > limit.requests ? this.refuse(bucket, 'user', response) : { allowed: true };
  }

  private refuse(bucket: Bucket, scope: 'global' | 'user', response: ServerResponse): Verdict {
    this.refused += 1;
    const seconds = Math.max(1, bucket.resetsAt - Date.now()) / 1000;
    response.setHeader('Retry-After', Math.ceil(seconds));
    response.setHeader('X-RateLimit-Scope', scope);
    if (scope === 'global') response.setHeader('X-RateLimit-Global', 'true');
    return {
      allowed: false,
      body: {
        message: 'You are being rate limited.',
        retry_after: Number(seconds.toFixed(3)),
        global: scope === 'global',
      },
    };
  }

  private bucket(key: string, limit: Limit): Bucket {
    const now = Date.now();
    const existing = this.buckets.get(key);
    if (existing !== undefined && existing.resetsAt > now) return existing;
    const fresh = { used: 0, resetsAt: now + limit.windowMs };
    this.buckets.set(key, fresh);
    if (this.buckets.size > 5000) this.forgetPast(now);
    return fresh;
  }

  private forgetPast(now: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.resetsAt <= now) this.buckets.delete(key);
  }
}

/** Discord's bucket names are opaque; what matters is that a route keeps its own. */
function bucketName(routeKey: string): string {
  return Buffer.from(routeKey).toString('base64url');
}
