/** One run: what was scheduled is sent when its time has come, whatever became of what was sent before. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Arrival } from './arrivals.ts';
import type { BotProcess, Reading } from './bot-process.ts';
import type { Crowd } from './crowd.ts';
import type { AnswerWatch, Outcome } from './watch-answers.ts';

/** What was seen from one moment to the next. */
export interface Moment extends Reading {
  /** Seconds since the start of the run. */
  readonly at: number;
  readonly sent: number;
  readonly finished: number;
  /** The longest until the first response, or the first message to a mention, among what was finished, in milliseconds. */
  readonly slowestFirst: number;
  /** Whether garbage was collected before memory was read. */
  readonly collected: boolean;
}

export interface Run {
  readonly outcomes: Outcome[];
  readonly typing: number[];
  readonly moments: Moment[];
  sent: number;
}

export interface LoadPorts {
  readonly bot: Pick<BotProcess, 'read'>;
  readonly crowd: Crowd;
  readonly watch: AnswerWatch;
  /** In milliseconds. */
  readonly readEvery: number;
  /** So many finished between two readings for which garbage is collected; never unless given. */
  readonly collectEvery?: number;
  /** Called after each reading, to keep what there is by then. */
  readonly onMoment: () => void;
  /** Ends the run early. */
  readonly signal: AbortSignal;
}

const drainTimeout = 180_000;
const secondMessage = 1_500;

/** Sends everything, waits until all is answered or three minutes have passed, and adds what was seen to `run`. */
export async function runLoad(arrivals: readonly Arrival[], run: Run, ports: LoadPorts): Promise<void> {
  const { crowd, watch, signal } = ports;
  const startedAt = performance.now();
  const ended = new AbortController();
  const reading = readRegularly(run, ports, ended.signal);
  const typing: Promise<void>[] = [];
  for (const { at, kind } of arrivals) {
    const wait = startedAt + at - performance.now();
    if (wait > 1) await sleep(wait);
    if (signal.aborted) break;
    run.sent += 1;
    if (kind === 'autocomplete') {
      const type = crowd.type().then((time) => run.typing.push(time));
      typing.push(
        type.then(
          () => undefined,
          () => void run.typing.push(Number.POSITIVE_INFINITY),
        ),
      );
      continue;
    }
    const sentAt = Date.now();
    const sent = await crowd.act(kind);
    if (sent !== null) watch.begin(kind, sentAt, sent);
  }
  const drainedBy = performance.now() + drainTimeout;
  while (watch.open() > 0 && performance.now() < drainedBy && !signal.aborted) await sleep(100);
  await Promise.all(typing);
  // A second final message may still come.
  await sleep(secondMessage);
  ended.abort();
  await reading;
  run.outcomes.push(...watch.take(true));
}

async function readRegularly(
  run: Run,
  { bot, watch, readEvery, collectEvery, onMoment }: LoadPorts,
  ended: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  let finishedBefore = run.outcomes.length;
  let collectedAt = run.outcomes.length;
  let sentBefore = run.sent;
  while (!ended.aborted) {
    await sleep(readEvery, undefined, { signal: ended }).catch(() => undefined);
    const over = watch.take(false);
    run.outcomes.push(...over);
    const collected = collectEvery !== undefined && run.outcomes.length - collectedAt >= collectEvery;
    if (collected) collectedAt = run.outcomes.length;
    run.moments.push({
      ...(await bot.read({ collect: collected })),
      at: (performance.now() - startedAt) / 1_000,
      sent: run.sent - sentBefore,
      finished: run.outcomes.length - finishedBefore,
      slowestFirst: Math.max(0, ...over.map(({ first }) => first ?? 0)),
      collected,
    });
    finishedBefore = run.outcomes.length;
    sentBefore = run.sent;
    onMoment();
  }
}
