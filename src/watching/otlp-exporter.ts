/** Sends spans as OTLP/JSON, the form that every collector takes over HTTP (https://opentelemetry.io/docs/specs/otlp/). */
import type { Attributes, AttributeValue, HrTime } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '../log.ts';

interface OtlpSettings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Log;
}

const timeout = 5_000;

/** By the library's numbers: 0 it was sent, 1 it was not. */
const sent = { code: 0 };
const failed = { code: 1 };

/** An exporter that says once that the collector is away, and once that it is back. What it cannot send is lost. */
export function createOtlpExporter(settings: OtlpSettings): SpanExporter & { abort(): void } {
  const { url, headers, log } = settings;
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  let isAway = false;
  const note = (reason: string | null): void => {
    if (reason !== null && !isAway) log.warn('traces-not-exported', { host: new URL(url).host, reason });
    if (reason === null && isAway) log.info('traces-exported-again', { host: new URL(url).host });
    isAway = reason !== null;
  };
  const post = async (spans: readonly ReadableSpan[]): Promise<string | null> => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(toOtlp(spans)),
        redirect: 'error',
        signal: AbortSignal.any([ending.signal, AbortSignal.timeout(timeout)]),
      });
      await response.body?.cancel();
      return response.ok ? null : `http-${response.status}`;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
    }
  };
  return {
    export(spans, onDone) {
      const sending = post(spans).then((reason) => {
        if (!ending.signal.aborted) note(reason);
        underWay.delete(sending);
        onDone(reason === null ? sent : failed);
      });
      underWay.add(sending);
    },
    async shutdown() {
      await Promise.all(underWay);
    },
    abort: () => ending.abort(),
  };
}

/** The spans of one batch are of one process, so they share its description. */
function toOtlp(spans: readonly ReadableSpan[]) {
  const [first] = spans;
  if (first === undefined) return { resourceSpans: [] };
  return {
    resourceSpans: [
      {
        resource: { attributes: toAttributes(first.resource.attributes) },
        scopeSpans: [{ scope: first.instrumentationScope, spans: spans.map(toSpan) }],
      },
    ],
  };
}

function toSpan(span: ReadableSpan) {
  const { traceId, spanId } = span.spanContext();
  return {
    traceId,
    spanId,
    ...(span.parentSpanContext !== undefined && { parentSpanId: span.parentSpanContext.spanId }),
    name: span.name,
    // The library counts kinds from 0, the protocol from 1.
    kind: span.kind + 1,
    startTimeUnixNano: toNanoseconds(span.startTime),
    endTimeUnixNano: toNanoseconds(span.endTime),
    attributes: toAttributes(span.attributes),
    status: { code: span.status.code },
  };
}

/** As a string: it is longer than a number holds exactly. */
function toNanoseconds([seconds, nanoseconds]: HrTime): string {
  return String(BigInt(seconds) * 1_000_000_000n + BigInt(Math.round(nanoseconds)));
}

function toAttributes(attributes: Attributes) {
  return Object.entries(attributes).flatMap(([key, value]) => {
    const known = toValue(value);
    return known === null ? [] : [{ key, value: known }];
  });
}

/** Lists are none of ours. */
function toValue(value: AttributeValue | undefined) {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value !== 'number') return null;
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
