import type { Log, LogFields } from '../log.ts';
import type { Metrics } from './metrics.ts';
import type { WatchedTelemetry } from './telemetry-of.ts';

/** The same log: each line is counted, and those of a question that is traced have the id of its trace. */
export function watchLog(log: Log, telemetry: WatchedTelemetry, metrics: Metrics | null): Log {
  const through =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}): void => {
      metrics?.event(level, event, fields);
      if (event === 'question-answered') telemetry.describe(fields);
      const traceId = telemetry.traceId();
      log[level](event, traceId === null ? fields : { ...fields, traceId });
    };
  return {
    debug: through('debug'),
    info: through('info'),
    warn: through('warn'),
    error: through('error'),
  };
}
