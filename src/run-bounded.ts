/** Work on what others wrote, in a thread of its own: what makes it slow or fills the memory ends the thread, not the process. */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { UserError } from './errors.ts';

export interface Bounds {
  /** Milliseconds, from the start of the thread. */
  readonly time: number;
  /** Megabytes of the thread's own. */
  readonly memory: number;
}

/** What a thread gives back: a result, or the `UserError` that was thrown. */
type Outcome<Result> = { readonly result: Result } | Pick<UserError, 'code' | 'message' | 'values'>;

/**
 * Starts the thread of a file, which calls {@link answerBounded}, and gives its result. Throws the `UserError` that was
 * thrown there, `beyond` where it goes beyond its bounds, and any other error as it is. The thread has no environment.
 */
export async function runBounded<Input, Result>(
  thread: URL,
  input: Input,
  { bounds, beyond }: { readonly bounds: Bounds; readonly beyond: () => UserError },
): Promise<Result> {
  const worker = new Worker(thread, {
    workerData: input,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: bounds.memory },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Outcome<Result>>();
  const timer = setTimeout(() => reject(beyond()), bounds.time);
  worker.once('message', resolve);
  worker.once('error', (error: Error & { readonly code?: unknown }) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? beyond() : error),
  );
  worker.once('exit', () => reject(beyond()));
  try {
    const outcome = await promise;
    if ('result' in outcome) return outcome.result;
    throw new UserError(outcome.code, outcome.message, outcome.values);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** In the thread: does the work on its input and gives the outcome back. */
export async function answerBounded<Input, Result>(
  work: (input: Input) => Result | Promise<Result>,
): Promise<void> {
  parentPort?.postMessage(await outcomeOf(() => work(workerData)));
}

async function outcomeOf<Result>(work: () => Result | Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, values } = error;
    return { code, message, values };
  }
}
