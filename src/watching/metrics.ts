/** The metrics by Prometheus' conventions, in a registry of their own. No label has a value that a member, server or article could choose. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Step, Vitals } from '../telemetry.ts';
import { type CountEvent, createEventCounts } from './count-events.ts';
import { createLabel } from './label.ts';

export interface Metrics {
  readonly registry: Registry;
  /** One line of the log. */
  readonly event: CountEvent;
  /** All durations are in seconds. */
  step(name: Step, duration: number): void;
  firstResponse(duration: number): void;
  answer(duration: number): void;
  refusal(code: string): void;
  request(status: number | null, isShared: boolean): void;
  /** One use of the database; null: it did not fail. */
  database(duration: number, failure: string | null): void;
}

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Makes them; `vitals` is asked each time they are read, and gives null before there is a bot. */
export function createMetrics(version: string, vitals: () => Vitals | null): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'footnote_build_info', help: 'Always 1.', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  addVitals(registry, vitals);

  const steps = new Histogram({
    name: 'footnote_step_seconds',
    help: 'Time in a step of an answer: receive, admit, plan (retrieve within it), generate (ground within it), render.',
    labelNames: ['step'],
    buckets: [...fast, 5, 10, 30, 60],
    registers,
  });
  const firstResponses = new Histogram({
    name: 'footnote_first_response_seconds',
    help: 'From the receipt of an interaction until Discord has taken the first response, which it wants within 3 s.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3],
    registers,
  });
  const answers = new Histogram({
    name: 'footnote_answer_seconds',
    help: 'From the receipt of a question until its answer is shown.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 120],
    registers,
  });
  const refusals = new Counter({
    name: 'footnote_refusals_total',
    help: 'Questions that were not admitted, or were none, by the code of the sentence that the member was told.',
    labelNames: ['code'],
    registers,
  });
  const requests = new Counter({
    name: 'footnote_discord_requests_total',
    help: 'Requests to Discord by the class of their status; 429 apart, and none: no response.',
    labelNames: ['status'],
    registers,
  });
  const invalid = new Counter({
    name: 'footnote_discord_invalid_requests_total',
    help: 'Requests that Discord counts as invalid (401, 403, 429 but for shared limits): 10,000 in ten minutes ban the address.',
    registers,
  });
  const databaseTimes = new Histogram({
    name: 'footnote_database_seconds',
    help: 'Time of one use of the database, waiting included.',
    buckets: fast,
    registers,
  });
  const databaseErrors = new Counter({
    name: 'footnote_database_errors_total',
    help: 'Uses of the database that failed, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const code = createLabel();
  const reason = createLabel();
  return {
    registry,
    event: createEventCounts(registry),
    step: (name, duration) => steps.observe({ step: name }, duration),
    firstResponse: (duration) => firstResponses.observe(duration),
    answer: (duration) => answers.observe(duration),
    refusal: (value) => refusals.inc({ code: code(value) }),
    request(status, isShared) {
      requests.inc({ status: classOf(status) });
      if (status === 401 || status === 403 || (status === 429 && !isShared)) invalid.inc();
    },
    database(duration, failure) {
      databaseTimes.observe(duration);
      if (failure !== null) databaseErrors.inc({ reason: reason(failure) });
    },
  };
}

function classOf(status: number | null): string {
  if (status === null) return 'none';
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`;
}

/** What is read from the bot at the moment of asking. */
function addVitals(registry: Registry, vitals: () => Vitals | null): void {
  const registers = [registry];
  const add = (name: string, help: string, read: (vitals: Vitals) => number): void => {
    new Gauge({
      ...{ name, help, registers },
      collect() {
        const now = vitals();
        if (now !== null) this.set(read(now));
      },
    });
  };
  add('footnote_servers', 'Servers that the bot is in.', ({ guilds }) => guilds);
  add('footnote_work_under_way', 'Events of Discord that are being handled.', ({ underWay }) => underWay);
  add('footnote_waiting_questions', 'Questions that wait for their turn.', ({ waiting }) => waiting);
  add('footnote_kept_answers', 'Answers that are kept to be given again.', ({ keptAnswers }) => keptAnswers);
  add(
    'footnote_gateway_shards',
    'Connections to Discord that this process keeps.',
    ({ shards }) => shards.length,
  );
  add(
    'footnote_gateway_shards_ready',
    'Those of them that are ready.',
    ({ shards }) => shards.filter(({ isReady }) => isReady).length,
  );
  addOfShards(
    'footnote_gateway_latency_seconds',
    'How long Discord took to acknowledge the last heartbeat.',
    ({ latency }) => (latency === null ? null : latency / 1000),
  );
  addOfShards(
    'footnote_gateway_heartbeat_age_seconds',
    'How long ago the last heartbeat was sent that Discord has acknowledged; over 90, /readyz fails.',
    ({ acknowledgedAt }) => Math.max(0, Date.now() - acknowledgedAt) / 1000,
  );

  function addOfShards(
    name: string,
    help: string,
    read: (shard: Vitals['shards'][number]) => number | null,
  ): void {
    new Gauge({
      ...{ name, help, registers, labelNames: ['shard'] },
      collect() {
        this.reset();
        for (const shard of vitals()?.shards ?? []) {
          const value = read(shard);
          if (value !== null) this.set({ shard: shard.id }, value);
        }
      },
    });
  }
}
