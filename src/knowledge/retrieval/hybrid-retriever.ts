/** Finds passages by their words and, while an embedder answers, by their meaning as well. */
import { UpstreamError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Article } from '../article.ts';
import type { DenseIndex } from './dense-index.ts';
import { embedPassages } from './embed-passages.ts';
import type { Embedder, EmbeddingStore } from './embedder.ts';
import { fuseScores } from './fuse-scores.ts';
import type { Hit, Retriever } from './retriever.ts';

interface HybridSettings {
  readonly article: Article;
  readonly lexical: Retriever;
  readonly embedder: Embedder;
  /** Null: the vectors are made anew in each process. */
  readonly store: EmbeddingStore | null;
  readonly log?: Log;
  readonly waits?: Partial<Waits>;
}

/** In milliseconds. */
interface Waits {
  /** For a query's vector: a member is waiting. */
  readonly query: number;
  /** For the vectors of all passages. */
  readonly passages: number;
  /** After a failure, before the embedder is called again. */
  readonly pause: number;
}

const usualWaits: Waits = { query: 1_500, passages: 120_000, pause: 30_000 };
/** More than this adds no meaning to a question, and some models refuse it. */
const longestQuery = 2_000;

/** So many passages are taken from the words, best first, to be added up with meaning: beyond them words say little. */
const lexicalDepth = 100;

export interface HybridRetriever extends Retriever {
  /** Settles when the passages' vectors are there, or could not be had. Until then, passages are found by words alone. */
  readonly prepared: Promise<void>;
}

/**
 * Makes the retriever, and starts to embed the passages. An embedder that fails costs a query its wait at most once a
 * pause: what the words find is returned all the same, and the log says so once, and once when it is back.
 */
export function createHybridRetriever(settings: HybridSettings): HybridRetriever {
  const { article, lexical, embedder, store, log } = settings;
  const waits = { ...usualWaits, ...settings.waits };
  let index: DenseIndex | null = null;
  let preparing: Promise<void> | null = null;
  let callAgainAt = 0;
  let isDown = false;

  function noteFailure(error: unknown): void {
    callAgainAt = performance.now() + waits.pause;
    if (!isDown)
      log?.warn('embeddings-unavailable', { model: embedder.model, reason: reasonOf(error), error });
    isDown = true;
  }

  function noteSuccess(): void {
    if (isDown) log?.info('embeddings-available', { model: embedder.model });
    isDown = false;
  }

  /** What `work` gives within its time; null after a failure of any kind, which retrieval must outlive. */
  async function attempt<Result>(
    wait: number,
    work: (signal: AbortSignal) => Promise<Result | null>,
  ): Promise<Result | null> {
    if (performance.now() < callAgainAt) return null;
    try {
      const result = await within(wait, work);
      if (result === null) throw new UpstreamError('model', 'unfit-vectors');
      noteSuccess();
      return result;
    } catch (error) {
      noteFailure(error);
      return null;
    }
  }

  function prepare(): Promise<void> {
    preparing ??= attempt(waits.passages, (signal) => embedPassages(article, embedder, store, signal)).then(
      (made) => {
        index = made;
        preparing = null;
      },
    );
    return preparing;
  }

  async function findSimilar(query: string): Promise<Float32Array | null> {
    if (!/[\p{L}\p{N}]/u.test(query)) return null;
    if (index === null) void prepare();
    const dense = index;
    if (dense === null) return null;
    return attempt(waits.query, async (signal) => {
      const [vector] = await embedder.embed([query.slice(0, longestQuery).toWellFormed()], signal);
      return vector === undefined ? null : dense.similarities(vector);
    });
  }

  return {
    prepared: prepare(),
    async retrieve(query, { limit }) {
      const [hits, similarities] = await Promise.all([
        lexical.retrieve(query, { limit: Math.max(limit, lexicalDepth) }),
        findSimilar(query),
      ]);
      const found = similarities === null ? hits : fuse(hits, similarities, article);
      return found.slice(0, Math.max(0, limit));
    },
  };
}

function fuse(hits: readonly Hit[], similarities: Float32Array, { passages }: Article): Hit[] {
  const found = new Map(hits.map((hit) => [hit.passage.id, hit]));
  const scores = fuseScores(
    passages.map(({ id }) => found.get(id)?.score ?? 0),
    similarities,
  );
  return passages
    .map((passage, number) => {
      const score = scores[number] ?? 0;
      const { parts = [], ...hit } = found.get(passage.id) ?? { passage, score: 0, terms: [] };
      return { ...hit, score, parts: [...parts, { name: 'meaning' as const, score: score - hit.score }] };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}

/** Gives up after `wait` milliseconds, whether or not the work heeds its signal. */
async function within<Result>(wait: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new UpstreamError('model', 'deadline');
    controller.abort(error);
    late.reject(error);
  }, wait);
  timer.unref();
  try {
    return await Promise.race([work(controller.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof UpstreamError ? error.reason : 'fault';
}
