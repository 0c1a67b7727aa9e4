/** What is logged is counted too: each thing that happens is told once, in the log's own words. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { LogFields } from '../log.ts';
import { createLabel } from './label.ts';

export type CountEvent = (level: string, event: string, fields: LogFields) => void;

export function createEventCounts(registry: Registry): CountEvent {
  const registers = [registry];
  const events = new Counter({
    name: 'footnote_log_events_total',
    help: 'Lines of the log, those below its level as well.',
    labelNames: ['level', 'event'],
    registers,
  });
  const answers = new Counter({
    name: 'footnote_answers_total',
    help: 'Answers that were shown; origin kept or shared: no model was asked for this one.',
    labelNames: ['outcome', 'generator', 'way', 'origin'],
    registers,
  });
  const dropped = new Counter({
    name: 'footnote_statements_dropped_total',
    help: 'Statements that the check against the article took away.',
    registers,
  });
  const tokens = new Counter({
    name: 'footnote_model_tokens_total',
    help: 'Tokens of the model for answers: in, of these cached, and out.',
    labelNames: ['kind'],
    registers,
  });
  const modelErrors = new Counter({
    name: 'footnote_model_errors_total',
    help: 'Failures of the model that members did not see, by reason; circuit-open: it was not asked.',
    labelNames: ['reason'],
    registers,
  });
  const circuit = new Gauge({
    name: 'footnote_model_circuit_open',
    help: '1 while the model is left alone after failures.',
    registers,
  });
  const upstream = new Counter({
    name: 'footnote_upstream_failures_total',
    help: 'Failures of Discord, the model or the database that a member was told of.',
    labelNames: ['upstream', 'reason'],
    registers,
  });
  const reconnects = new Counter({
    name: 'footnote_gateway_reconnects_total',
    help: 'Connections to Discord that were lost and are made again.',
    registers,
  });
  const [event, modelReason, upstreamReason] = [createLabel(), createLabel(), createLabel()];
  const counts: Readonly<Record<string, (fields: LogFields) => void>> = {
    'question-answered'(fields) {
      const { outcome, generator, way, origin } = fields;
      answers.inc({
        outcome: word(outcome),
        generator: word(generator),
        way: word(way),
        origin: word(origin),
      });
      dropped.inc(number(fields.dropped));
      tokens.inc({ kind: 'in' }, number(fields.tokensIn));
      tokens.inc({ kind: 'cached' }, number(fields.tokensCached));
      tokens.inc({ kind: 'out' }, number(fields.tokensOut));
    },
    'model-failed': ({ reason }) => modelErrors.inc({ reason: modelReason(word(reason)) }),
    'model-circuit-opened': () => circuit.set(1),
    'model-circuit-closed': () => circuit.set(0),
    'upstream-failed': (fields) =>
      upstream.inc({ upstream: word(fields.upstream), reason: upstreamReason(word(fields.reason)) }),
    'gateway-reconnecting': () => reconnects.inc(),
  };
  return (level, name, fields) => {
    events.inc({ level, event: event(name) });
    counts[name]?.(fields);
  };
}

function word(value: LogFields[keyof LogFields]): string {
  return typeof value === 'string' ? value : 'unknown';
}

function number(value: LogFields[keyof LogFields]): number {
  return typeof value === 'number' ? value : 0;
}
