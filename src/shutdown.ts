/** What has to be ended in order when the process is asked to stop. */
import { setTimeout as wait } from 'node:timers/promises';

/** Steps to take at the end, the last begun first. */
export interface Shutdown {
  /** Remembers how to end something that was begun just now. */
  add(step: () => Promise<void>): void;
  /**
   * Takes the steps once: whoever asks again waits for the same end. One that fails keeps none from the next, and is
   * thrown at the end; what does not end in time is left.
   */
  run(): Promise<void>;
}

/** In milliseconds: a database that is silent would take longer. */
const usualLimit = 10_000;

export function createShutdown(limit = usualLimit): Shutdown {
  const steps: (() => Promise<void>)[] = [];
  let ending: Promise<void> | null = null;
  const takeSteps = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of steps.toReversed())
      await step().catch((error: unknown) => {
        failures.push(error);
      });
    if (failures.length > 0) throw failures[0];
  };
  return {
    add: (step) => void steps.push(step),
    run() {
      ending ??= Promise.race([takeSteps(), wait(limit, undefined, { ref: false })]);
      return ending;
    },
  };
}
