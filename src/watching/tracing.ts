/** Traces by OpenTelemetry, sent in the background: a collector that is away or slow is waited for by nobody. */
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { WatchingConfig } from '../config.ts';
import type { Log } from '../log.ts';
import { createOtlpExporter } from './otlp-exporter.ts';

export interface Tracing {
  /** Begins a span within another, or a trace of its own; `time` is in milliseconds since 1970. */
  begin(name: string, parent: Span | null, time: number): Span;
  /** Notes how what a span stands for failed: by a stable word; one that was expected, such as a limit, is no error. */
  fail(span: Span, reason: string, isExpected: boolean): void;
  /** Sends what is left, for at most a second. Never throws. */
  stop(): Promise<void>;
}

/** Spans that wait to be sent; beyond them they are dropped. */
const mostWaiting = 4_096;
const lastTimeout = 1_000;

export function createTracing(
  { url, headers, serviceName }: NonNullable<WatchingConfig['tracing']>,
  { version, log, sendEvery }: { readonly version: string; readonly log: Log; readonly sendEvery: number },
): Tracing {
  const exporter = createOtlpExporter({ url, headers, log });
  const processor = new BatchSpanProcessor({
    exporter,
    maxQueueSize: mostWaiting,
    scheduledDelayMillis: sendEvery,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
    // Given here so that the library's own variables of the environment change nothing.
    sampler: new AlwaysOnSampler(),
    spanLimits: {
      attributeCountLimit: 32,
      attributeValueLengthLimit: 100,
      eventCountLimit: 0,
      linkCountLimit: 0,
    },
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('footnote', version);
  return {
    begin(name, parent, time) {
      const context = parent === null ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent);
      const kind = parent === null ? SpanKind.SERVER : SpanKind.INTERNAL;
      return tracer.startSpan(name, { startTime: time, kind }, context);
    },
    fail(span, reason, isExpected) {
      span.setAttribute(isExpected ? 'footnote.refused' : 'error.type', reason);
      if (!isExpected) span.setStatus({ code: SpanStatusCode.ERROR });
    },
    async stop() {
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, lastTimeout).unref());
      // What cannot be sent is lost: the exporter has said so.
      await Promise.race([provider.shutdown().catch(() => undefined), timeout]);
      exporter.abort();
    },
  };
}
