/** What is under way, so that a stop can let it finish. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { noTelemetry, type Telemetry } from '../telemetry.ts';

export interface Work {
  /** Starts a piece of work, which should handle its own failures: one that it does not is logged. After a stop, `late` is begun in its place, if anything. */
  run(task: () => Promise<void>, late?: () => Promise<void>): void;
  /** How many pieces of work are under way. */
  size(): number;
  isStopped(): boolean;
  /** Begins nothing more, and waits for what is under way, for at most so many milliseconds. */
  stop(milliseconds: number): Promise<void>;
}

export function createWork(log: Log, telemetry: Telemetry = noTelemetry): Work {
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  return {
    run(task, late) {
      const begin = stopped ? late : task;
      if (begin === undefined) return;
      const promise: Promise<void> = telemetry
        .received(begin)
        .catch((error: unknown) => log.error('bug', { error }))
        .finally(() => underWay.delete(promise));
      underWay.add(promise);
    },
    size: () => underWay.size,
    isStopped: () => stopped,
    async stop(milliseconds) {
      stopped = true;
      const timeout = new AbortController();
      await Promise.race([
        Promise.all(underWay),
        sleep(milliseconds, undefined, { signal: timeout.signal }).catch(() => undefined),
      ]);
      timeout.abort();
    },
  };
}
