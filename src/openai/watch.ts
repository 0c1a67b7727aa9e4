import { UpstreamError } from '../errors.ts';

export interface Limits {
  /** Milliseconds for the whole call, from its start. */
  readonly deadline: number;
  /** Milliseconds that a stream may go without a word from the model. */
  readonly idleTimeout: number;
}

/** Watches one call. Its signal aborts with the error to throw: the caller's own reason, `deadline` or `silent`. */
export interface Watch {
  readonly signal: AbortSignal;
  /** The model said something: the idle time starts again. */
  alive(idleTimeout?: number): void;
  /** Ends the call, whatever is left of it, and forgets the timers. */
  stop(): void;
}

/** Starts the deadline at once, and the idle time at the first `alive()`. */
export function startWatch(caller: AbortSignal, limits: Limits): Watch {
  const controller = new AbortController();
  const fail = (reason: string) => controller.abort(new UpstreamError('model', reason));
  const deadline = setTimeout(fail, limits.deadline, 'deadline');
  let idle: NodeJS.Timeout | undefined;

  const onCallerAbort = () => controller.abort(caller.reason);
  if (caller.aborted) onCallerAbort();
  else caller.addEventListener('abort', onCallerAbort, { once: true });

  return {
    signal: controller.signal,
    alive(idleTimeout = limits.idleTimeout) {
      clearTimeout(idle);
      idle = setTimeout(fail, idleTimeout, 'silent');
    },
    stop() {
      clearTimeout(deadline);
      clearTimeout(idle);
      caller.removeEventListener('abort', onCallerAbort);
      controller.abort();
    },
  };
}
