/** Lets the process be watched, as far as the configuration wants it. What it does not want is not even loaded. */
import type { WatchingConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import { noTelemetry, type Telemetry } from '../telemetry.ts';
import { startHttpServer } from './http-server.ts';
import { createPages } from './pages.ts';
import { type Bounds, createReadiness, usualBounds, type Watched } from './readiness.ts';
import { createTelemetry } from './telemetry-of.ts';
import { watchDatabase } from './watch-database.ts';
import { watchLog } from './watch-log.ts';

export interface Watching {
  /** What the parts of the bot tell their times to. */
  readonly telemetry: Telemetry;
  /** The log to use from now on: what is written is counted, and has the id of its trace. */
  readonly log: Log;
  /** Where it is served; null for nowhere. */
  readonly port: number | null;
  /** The same database, its uses counted. */
  database(database: Database): Database;
  /** There is a bot now, which is looked at from here on. */
  follow(watched: Watched): void;
  stop(): Promise<void>;
}

export interface WatchingPorts {
  readonly log: Log;
  /** The bot's own version. */
  readonly version: string;
  readonly bounds?: Bounds;
  /** Milliseconds between two batches of spans. */
  readonly sendEvery?: number;
}

/** Throws `UserError('http-unusable')`. */
export async function startWatching(
  { http, tracing: toTraces }: WatchingConfig,
  { log: plainLog, version, bounds = usualBounds, sendEvery = 2_000 }: WatchingPorts,
): Promise<Watching> {
  if (http === null && toTraces === null) return unwatched(plainLog);
  let watched: Watched | null = null;
  const metrics =
    http && (await import('./metrics.ts')).createMetrics(version, () => watched?.vitals() ?? null);
  const tracing =
    toTraces && (await import('./tracing.ts')).createTracing(toTraces, { version, log: plainLog, sendEvery });
  const telemetry = createTelemetry(metrics, tracing);
  const log = watchLog(plainLog, telemetry, metrics);
  const readParts = createReadiness(() => watched, bounds);
  const server =
    http && metrics && (await startHttpServer(createPages(metrics, readParts), { ...http, log }));
  return {
    ...{ telemetry, log },
    port: server?.port ?? null,
    database: (database) => (metrics === null ? database : watchDatabase(database, metrics)),
    follow(newer) {
      watched = newer;
    },
    async stop() {
      await server?.stop();
      await tracing?.stop();
    },
  };
}

function unwatched(log: Log): Watching {
  return {
    ...{ telemetry: noTelemetry, log, port: null },
    database: (database) => database,
    follow: () => undefined,
    stop: async () => undefined,
  };
}
