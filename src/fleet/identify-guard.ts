/** Lets a shard identify itself to Discord when that does no harm, and keeps that it did: for all processes of a bot together. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UpstreamError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Asking, type Identify, type Wait, waitBefore, waitByCount } from './identify-pace.ts';

/** The port to where identifies are kept for a day. */
export interface IdentifyStore {
  /**
   * Asks how long the shard must wait, given those of the bot's last day (oldest first) and the time there, and keeps
   * an identify of now where it need not. No two are asked at once. Throws `UpstreamError('database')`.
   */
  note(
    bot: string,
    shard: number,
    waitFor: (recent: readonly Identify[], now: number) => Wait,
  ): Promise<Wait>;
}

export interface IdentifyGuard {
  /** Resolves when the shard may; `onWait` is told again and again that it waits. Rejects when `signal` is aborted. */
  pass(asking: Asking, signal: AbortSignal, onWait?: () => void): Promise<void>;
}

/** In milliseconds: a longer wait is looked at again. */
const longestSleep = 10_000;

export function createIdentifyGuard({
  store,
  log,
  bot,
}: {
  readonly store: IdentifyStore;
  readonly log: Log;
  /** The name of the bot's application. */
  readonly bot: string;
}): IdentifyGuard {
  return {
    async pass(asking, signal, onWait = () => undefined) {
      const { shard } = asking;
      const startedAt = performance.now();
      let told: Wait['reason'] = null;
      for (;;) {
        const { milliseconds, reason } = await ask(asking, performance.now() - startedAt);
        if (milliseconds === 0) return;
        if (reason !== told) log.warn('identify-waits', { shard, milliseconds, reason });
        told = reason;
        onWait();
        await sleep(Math.min(milliseconds, longestSleep), undefined, { signal });
      }
    },
  };

  async function ask(asking: Asking, waited: number): Promise<Wait> {
    try {
      return await store.note(bot, asking.shard, (recent, now) => waitBefore(recent, now, asking));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      const wait = waitByCount(asking);
      const milliseconds = Math.max(0, wait.milliseconds - waited);
      return { ...wait, milliseconds };
    }
  }
}
