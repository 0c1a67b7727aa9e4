/** The telemetry that is watched: each question has its times in the metrics, and is a trace where traces are wanted. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';
import { UpstreamError, UserError } from '../errors.ts';
import type { LogFields } from '../log.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** What is under way, wherever it has been passed on to. */
interface Current {
  /** By a clock that never goes back, in milliseconds. */
  readonly receivedAt: number;
  /** The same moment in milliseconds since 1970. All times of a trace are counted from it, so that they fit together. */
  readonly receivedTime: number;
  responded: boolean;
  /** The question or step that is under way. */
  readonly span: Span | null;
  /** The question itself. */
  readonly root: Span | null;
}

export interface WatchedTelemetry extends Telemetry {
  /** The trace of the question that is under way; null where there is none. */
  traceId(): string | null;
  /** Adds what is known of the question that is under way; only figures and words of our own. */
  describe(fields: LogFields): void;
}

/** What of a log line describes a trace: nothing that anybody wrote, and no id of a member or server. */
const described = [
  ...(['outcome', 'generator', 'way', 'origin', 'language', 'quotesOnly'] as const),
  ...(['statements', 'citations', 'dropped', 'tokensIn', 'tokensOut', 'tokensCached'] as const),
];

/** At least one of the two is given. */
export function createTelemetry(metrics: Metrics | null, tracing: Tracing | null): WatchedTelemetry {
  const current = new AsyncLocalStorage<Current>();
  const begin = (): Current => ({
    receivedAt: performance.now(),
    receivedTime: Date.now(),
    responded: false,
    span: null,
    root: null,
  });
  const timeOf = (event: Current): number => event.receivedTime + performance.now() - event.receivedAt;
  const secondsSince = (time: number): number => (performance.now() - time) / 1000;

  /** Runs `work` with its span as what is under way. */
  const inSpan = async <Result>(
    span: Span | null,
    within: Current,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await current.run(within, work);
    } catch (error) {
      if (span !== null) tracing?.fail(span, reasonOf(error), error instanceof UserError);
      throw error;
    } finally {
      span?.end(timeOf(within));
    }
  };

  return {
    received: (work) => current.run(begin(), work),
    responded() {
      const event = current.getStore();
      if (event === undefined || event.responded) return;
      event.responded = true;
      metrics?.firstResponse(secondsSince(event.receivedAt));
    },
    async question(work) {
      const event = current.getStore() ?? begin();
      const root = tracing?.begin('question', null, event.receivedTime) ?? null;
      if (root !== null) tracing?.begin('receive', root, event.receivedTime).end(timeOf(event));
      metrics?.step('receive', secondsSince(event.receivedAt));
      try {
        return await inSpan(root, { ...event, span: root, root }, work);
      } catch (error) {
        if (error instanceof UserError) metrics?.refusal(error.code);
        throw error;
      }
    },
    async step(name, work) {
      const event = current.getStore() ?? begin();
      const startedAt = performance.now();
      const span = event.span === null ? null : (tracing?.begin(name, event.span, timeOf(event)) ?? null);
      try {
        const result = await inSpan(span, { ...event, span: span ?? event.span }, work);
        if (name === 'render') metrics?.answer(secondsSince(event.receivedAt));
        return result;
      } finally {
        metrics?.step(name, secondsSince(startedAt));
      }
    },
    requested: (status, isShared) => metrics?.request(status, isShared),
    traceId: () => current.getStore()?.root?.spanContext().traceId ?? null,
    describe(fields) {
      const root = current.getStore()?.root;
      for (const name of described) {
        const value = fields[name];
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
          root?.setAttribute(`footnote.${name}`, value);
      }
    },
  };
}

/** A stable word, never a message. */
function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  if (error instanceof UpstreamError) return `${error.upstream}-${error.reason}`;
  return error instanceof Error ? error.name : 'unknown';
}
