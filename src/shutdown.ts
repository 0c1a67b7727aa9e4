/** What has to be ended in order when the process is asked to stop. */

/** Steps to take at the end, the last begun first. */
export interface Shutdown {
  /** Remembers how to end something that was begun just now. */
  add(step: () => Promise<void>): void;
  /** Takes the steps once: whoever asks again waits for the same end. */
  run(): Promise<void>;
}

export function createShutdown(): Shutdown {
  const steps: (() => Promise<void>)[] = [];
  let ending: Promise<void> | null = null;
  const takeSteps = async (): Promise<void> => {
    for (const step of steps.toReversed()) await step();
  };
  return {
    add: (step) => void steps.push(step),
    run() {
      ending ??= takeSteps();
      return ending;
    },
  };
}
