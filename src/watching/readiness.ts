/** Whether the bot can do its work: what an orchestrator asks before it sends any, or takes a broken process away. */
import { UpstreamError } from '../errors.ts';
import type { Vitals } from '../telemetry.ts';

/** What is looked at, once there is a bot. The article is loaded by then: a bot is not made without one. */
export interface Watched {
  vitals(): Vitals;
  /** Throws `UpstreamError('database')` where the database cannot be read and written. */
  checkDatabase(): Promise<void>;
}

/** Each part is `ok`, or a stable word that says what is wrong. */
export type Parts = Readonly<Record<'article' | 'database' | 'gateway', string>>;

export interface Bounds {
  /** Milliseconds in which Discord must have acknowledged a heartbeat; it wants one each 41 seconds or so. */
  readonly heartbeat: number;
  /** Milliseconds that writing to the database may take. */
  readonly database: number;
}

export const usualBounds: Bounds = { heartbeat: 90_000, database: 1_000 };

/** Looks at all parts; before there is a bot, `watched` gives null and each part is `starting`. */
export function createReadiness(watched: () => Watched | null, bounds: Bounds): () => Promise<Parts> {
  let checking: Promise<string> | null = null;
  /** However many ask, and however long it takes, the database is asked once at a time. */
  const checkDatabase = (check: () => Promise<void>): Promise<string> => {
    checking ??= check()
      .then(() => 'ok', reasonOf)
      .finally(() => {
        checking = null;
      });
    return Promise.race([checking, wait(bounds.database, 'timeout')]);
  };
  return async () => {
    const now = watched();
    if (now === null) return { article: 'starting', database: 'starting', gateway: 'starting' };
    return {
      article: 'ok',
      database: await checkDatabase(now.checkDatabase),
      gateway: gatewayOf(now.vitals(), bounds.heartbeat),
    };
  };
}

function gatewayOf({ isStopping, shards }: Vitals, bound: number): string {
  if (isStopping) return 'stopping';
  if (shards.length === 0) return 'no-shards';
  const silent = shards.filter(({ acknowledgedAt }) => Date.now() - acknowledgedAt > bound);
  return silent.length === 0 ? 'ok' : `not-acknowledged: ${silent.map(({ id }) => id).join(' ')}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof UpstreamError) return error.reason;
  throw error;
}

function wait(milliseconds: number, result: string): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, result).unref());
}
