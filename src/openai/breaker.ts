/** Stops calling a model that is down, so that members get their quotes at once instead of after a timeout. */
import { UpstreamError } from '../errors.ts';
import type { Generator } from '../knowledge/answering/generator.ts';
import type { QueryPlanner } from '../knowledge/answering/query-planner.ts';

export interface Breaker {
  /** Throws `circuit-open` while the model is not to be called. Each call that it lets through is reported once. */
  enter(): { succeed(): void; fail(error: unknown): void; leave(): void };
}

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures?: number;
  /** Milliseconds after which one call is let through to see whether the model is back. */
  readonly pause?: number;
  /** Milliseconds, never going back. */
  readonly now: () => number;
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

/** Makes a breaker: open after `failures` (3) in a row, then one trial call every `pause` (30 s) until one succeeds. */
export function createBreaker({ failures = 3, pause = 30_000, now }: BreakerSettings): Breaker {
  let failed = 0;
  let openedAt = 0;
  let trying = false;

  return {
    enter() {
      const open = failed >= failures;
      if (open && (trying || now() - openedAt < pause)) throw new UpstreamError('model', 'circuit-open');
      const isTrial = open;
      if (isTrial) trying = true;
      let reported = false;
      const report = (change: () => void) => {
        if (reported) return;
        reported = true;
        if (isTrial) trying = false;
        change();
      };
      return {
        succeed: () =>
          report(() => {
            failed = 0;
          }),
        fail: (error) =>
          report(() => {
            if (!(error instanceof UpstreamError)) return;
            if (aboutTheQuestion.has(error.reason)) failed = 0;
            else {
              failed += 1;
              openedAt = now();
            }
          }),
        leave: () => report(() => {}),
      };
    },
  };
}

/** The same generator behind a breaker. A draft that the caller left early says nothing about the model. */
export function guardGenerator(generator: Generator, breaker: Breaker): Generator {
  return {
    name: generator.name,
    async *generate(request, signal) {
      const call = breaker.enter();
      try {
        yield* generator.generate(request, signal);
        call.succeed();
      } catch (error) {
        call.fail(error);
        throw error;
      } finally {
        call.leave();
      }
    },
  };
}

/**
 * The same planner behind a breaker, which it shares with the generator of the same model. A plan that missed its own
 * short deadline says little: the model may be slow and well.
 */
export function guardPlanner(planner: QueryPlanner, breaker: Breaker): QueryPlanner {
  return {
    async plan(request, signal) {
      const call = breaker.enter();
      try {
        const plan = await planner.plan(request, signal);
        call.succeed();
        return plan;
      } catch (error) {
        if (!(error instanceof UpstreamError && error.reason === 'deadline')) call.fail(error);
        throw error;
      } finally {
        call.leave();
      }
    },
  };
}
