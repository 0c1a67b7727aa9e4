/** Stops calling a model that is down, so that members get their quotes at once instead of after a timeout. */
import { UpstreamError } from '../errors.ts';
import type { Generator } from '../knowledge/answering/generator.ts';
import type { QueryPlanner } from '../knowledge/answering/query-planner.ts';
import type { Verifier } from '../knowledge/answering/verifier.ts';
import type { Log } from '../log.ts';

/** What a call says about the model. */
export type Verdict = 'well' | 'failed' | 'unknown';

export interface Breaker {
  /** Throws `circuit-open` while the model is not to be called; else gives a function to report with, of which the first call counts. */
  enter(): (verdict: Verdict, reason?: string) => void;
}

interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures?: number;
  /** Milliseconds after which one call is let through to see whether the model is back. */
  readonly pause?: number;
  /** Milliseconds, never going back. */
  readonly now: () => number;
  readonly log?: Log;
}

/** Makes a breaker: open after `failures` (3) in a row, then one trial call every `pause` (30 s) until one succeeds. */
export function createBreaker({ failures = 3, pause = 30_000, now, log }: BreakerSettings): Breaker {
  let failed = 0;
  let openedAt = 0;
  let trying = false;
  const isOpen = () => failed >= failures;

  function count(verdict: Verdict, reason: string | undefined): void {
    if (verdict === 'unknown') return;
    const wasOpen = isOpen();
    failed = verdict === 'failed' ? failed + 1 : 0;
    openedAt = now();
    if (isOpen() && !wasOpen) log?.warn('model-circuit-opened', { reason });
    if (!isOpen() && wasOpen) log?.info('model-circuit-closed');
  }

  return {
    enter() {
      const isTrial = isOpen();
      if (isTrial && (trying || now() - openedAt < pause)) throw new UpstreamError('model', 'circuit-open');
      if (isTrial) trying = true;
      let reported = false;
      return (verdict, reason) => {
        if (reported) return;
        reported = true;
        if (isTrial) trying = false;
        count(verdict, reason);
      };
    },
  };
}

/** The same generator behind a breaker. A draft that the caller left early says nothing about the model. */
export function guardGenerator(generator: Generator, breaker: Breaker): Generator {
  return {
    name: generator.name,
    async *generate(request, signal) {
      const report = breaker.enter();
      try {
        yield* generator.generate(request, signal);
        report('well');
      } catch (error) {
        report(judge(error), reasonOf(error));
        throw error;
      } finally {
        report('unknown');
      }
    },
  };
}

/** The same planner behind a breaker, which it shares with the generator of the same model. */
export function guardPlanner(planner: QueryPlanner, breaker: Breaker): QueryPlanner {
  return { plan: (request, signal) => guardCall(() => planner.plan(request, signal), breaker) };
}

/** The same verifier behind a breaker, which it shares with the generator of the same model. */
export function guardVerifier(verifier: Verifier, breaker: Breaker): Verifier {
  return { verify: (request, signal) => guardCall(() => verifier.verify(request, signal), breaker) };
}

/** A call that missed its own short deadline says nothing: the model may be slow and well. */
async function guardCall<Reply>(call: () => Promise<Reply>, breaker: Breaker): Promise<Reply> {
  const report = breaker.enter();
  try {
    const reply = await call();
    report('well');
    return reply;
  } catch (error) {
    const reason = reasonOf(error);
    report(reason === 'deadline' ? 'unknown' : judge(error), reason);
    throw error;
  }
}

/** These tell of one question, not of the model's health: a member must not be able to turn the model off for others. */
const aboutTheQuestion = new Set([
  'content-filter',
  'refused',
  'length',
  'too-long',
  'context-too-long',
  'tool-calls',
  'malformed',
]);

/** An abort by the member or a bug of ours says nothing about the model; the end of the time for an answer does. */
function judge(error: unknown): Verdict {
  const reason = reasonOf(error);
  if (reason === undefined) return 'unknown';
  return aboutTheQuestion.has(reason) ? 'well' : 'failed';
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof UpstreamError) return error.reason;
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'deadline' : undefined;
}
