/** What the bot tells whoever watches it. The core and the edges know this much; `watching/` makes metrics and traces of it. */

/** What an answer takes, in order; docs/architecture.md tells what belongs to each. */
export const steps = ['receive', 'admit', 'plan', 'retrieve', 'generate', 'ground', 'render'] as const;
export type Step = (typeof steps)[number];

/** Nothing of it changes what is done: work is run as it is given, and its result or error passed on. */
export interface Telemetry {
  /** Runs what one event from Discord sets off; the times of a question are counted from here. */
  received<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Whoever set off the event has had a first response. Only the first call counts. */
  responded(): void;
  /** Runs one question, to the end of whatever follows from it. */
  question<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs a step, or a part of one, of the question that is under way. */
  step<Result>(name: Step, work: () => Promise<Result>): Promise<Result>;
  /** A request to Discord was answered with an HTTP status, or null: not at all; `isShared` where the limit that it met is not the bot's own. */
  requested(status: number | null, isShared: boolean): void;
}

/** For who is not watched: does what it is given and nothing else. */
export const noTelemetry: Telemetry = {
  received: (work) => work(),
  responded: () => undefined,
  question: (work) => work(),
  step: (_, work) => work(),
  requested: () => undefined,
};

/** One connection to Discord. */
export interface ShardVitals {
  readonly id: number;
  readonly isReady: boolean;
  /** Milliseconds that Discord took to acknowledge the last heartbeat; null before the first. */
  readonly latency: number | null;
  /** When Discord last acknowledged a heartbeat, or began a session; in milliseconds since 1970, 0 for never. */
  readonly acknowledgedAt: number;
}

/** How the bot is at one moment. */
export interface Vitals {
  /** Whether it has been asked to stop. */
  readonly isStopping: boolean;
  readonly shards: readonly ShardVitals[];
  readonly guilds: number;
  /** Events that are being handled. */
  readonly underWay: number;
  /** Questions that wait for their turn. */
  readonly waiting: number;
  /** Answers that are kept in memory. */
  readonly keptAnswers: number;
}
