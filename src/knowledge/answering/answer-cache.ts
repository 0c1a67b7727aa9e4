/** Answers of a model that are given again to whoever asks the same, and calls that are shared while they are under way. */
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { foldText } from '../text/fold.ts';
import { detectLanguage } from '../text/language.ts';
import type { Answer, GeneratorName } from './answer.ts';
import type { QuestionRequest } from './answer-question.ts';
import type { OnProgress, Progress } from './progress.ts';

/** Whatever an answer depends on. */
interface Asked extends Pick<QuestionRequest, 'question' | 'history' | 'language' | 'length'> {
  /** The server whose members share answers. */
  readonly scope: string;
  readonly articleVersion: string;
  /** Who is to write the answer. */
  readonly by: GeneratorName;
  /** The server's settings: with another one, answers are made anew. */
  readonly settings: unknown;
}

/** Where an answer came from: made for this question, kept from an earlier one, or made for one asked just before. */
export type Origin = 'made' | 'kept' | 'shared';

type Make = (onProgress: OnProgress, signal: AbortSignal) => Promise<Answer>;

interface Asking {
  readonly onProgress: OnProgress;
  /** Whether an answer that is kept will not do. */
  readonly isAnew?: boolean;
  /** Aborted when the answer is not wanted any more. */
  readonly signal?: AbortSignal;
}

export interface AnswerCache {
  /** How many answers are kept. */
  size(): number;
  /** Whether an answer is kept, or being made. */
  has(asked: Asked): boolean;
  /**
   * The answer that is kept, unless one is wanted anew, or that `make` makes, once for all who ask meanwhile.
   * Throws what `make` throws, or the reason of the signal; `make` is ended when nobody waits for it any more.
   */
  answer(
    asked: Asked,
    make: Make,
    asking: Asking,
  ): Promise<{ readonly answer: Answer; readonly origin: Origin }>;
}

const day = 24 * 60 * 60 * 1000;
const mostKept = 1_000;

/** An answer that is being made, and who is told how far it has come. */
interface UnderWay {
  /** Tells a further listener, beginning with the latest, and gives it the answer. */
  join(asking: Asking): Promise<Answer>;
}

/**
 * Keeps the last 1,000 answers of the model for 24 hours, in memory. A question is known by a keyed hash only, and an
 * answer that repeats the question, or rests on a conversation, is not kept. `now` is in milliseconds, never going back.
 */
export function createAnswerCache(now: () => number): AnswerCache {
  const secret = randomBytes(32);
  // A clock that is read at each use: the library's own would be a millisecond behind.
  const kept = new LRUCache<string, Answer>({ max: mostKept, ttl: day, ttlResolution: 0, perf: { now } });
  const underWay = new Map<string, UnderWay>();
  const keyOf = (asked: Asked): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify(normalise(asked)))
      .digest('base64');

  const start = (key: string, make: Make, mayKeep: boolean): UnderWay => {
    const broadcast = createBroadcast();
    const unwanted = new AbortController();
    let waiting = 0;
    const forget = (): void => {
      if (underWay.get(key) === work) underWay.delete(key);
    };
    const answer = make(broadcast.onProgress, unwanted.signal)
      .then((made) => {
        if (mayKeep && isWorthKeeping(made)) kept.set(key, withoutWords(made));
        return made;
      })
      .finally(forget);
    const work: UnderWay = {
      async join({ onProgress, signal }) {
        waiting += 1;
        broadcast.join((progress) => {
          if (!signal?.aborted) onProgress(progress);
        });
        return orAborted(answer, signal, () => {
          waiting -= 1;
          if (waiting > 0) return;
          forget();
          unwanted.abort(signal?.reason);
        });
      },
    };
    return work;
  };

  return {
    size: () => kept.size,
    has(asked) {
      const key = keyOf(asked);
      return kept.has(key) || underWay.has(key);
    },
    async answer(asked, make, asking) {
      const key = keyOf(asked);
      const answer = asking.isAnew ? undefined : kept.get(key);
      if (answer !== undefined) return { answer, origin: 'kept' };
      const shared = underWay.get(key);
      if (shared !== undefined) return { answer: await shared.join(asking), origin: 'shared' };
      const work = start(key, make, asked.history.length === 0);
      underWay.set(key, work);
      return { answer: await work.join(asking), origin: 'made' };
    },
  };
}

/** The result, or the signal's reason when it is aborted before; `onAbort` is told then. */
async function orAborted<Result>(
  result: Promise<Result>,
  signal: AbortSignal | undefined,
  onAbort: () => void,
): Promise<Result> {
  if (signal === undefined) return result;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const leave = (): void => {
    onAbort();
    reject(signal.reason);
  };
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave);
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Passes progress on to all who listen; who joins late is told the latest. */
function createBroadcast(): { onProgress: OnProgress; join(listener: OnProgress): void } {
  const listeners: OnProgress[] = [];
  let latest: Progress | null = null;
  return {
    onProgress(progress) {
      latest = progress;
      for (const listener of listeners) listener(progress);
    },
    join(listener) {
      listeners.push(listener);
      if (latest !== null) listener(latest);
    },
  };
}

/** The same question in other script, width, case, spacing or punctuation is the same. */
function normalise({ question, ...rest }: Asked) {
  const words = foldText(question)
    .text.replace(/[\s\p{P}]+/gu, ' ')
    .trim();
  return { ...rest, words, language: rest.language ?? detectLanguage(question) };
}

/** Quotes are made in no time, and an answer that failed is not to last. */
function isWorthKeeping({ generator, understoodAs }: Answer): boolean {
  return generator === 'openai' && understoodAs === null;
}

/** The terms that found its passages are the question's own words. */
function withoutWords(answer: Answer): Answer {
  return { ...answer, hits: answer.hits.map((hit) => ({ ...hit, terms: [] })) };
}
