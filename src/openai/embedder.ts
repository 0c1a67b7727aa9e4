/** Vectors from the `/embeddings` of an OpenAI-compatible endpoint. */
import type OpenAI from 'openai';
import { z } from 'zod';
import { UpstreamError } from '../errors.ts';
import type { Embedder } from '../knowledge/retrieval/embedder.ts';
import { toUpstreamError } from './upstream-error.ts';
import { startWatch } from './watch.ts';

const responseSchema = z.object({
  data: z.array(
    z.object({
      index: z.int().nonnegative().nullish(),
      embedding: z.array(z.number()).min(1).max(16_384),
    }),
  ),
});

/** Bounds of one call: servers refuse too many texts or tokens at once. A text beyond the second goes alone, cut. */
const mostTexts = 64;
const mostCharacters = 24_000;
/** Models read so much at least; what a longer text says is said by its beginning. */
const longestText = 6_000;

/**
 * Embeds texts in calls of at most 64, one after another, `deadline` milliseconds (30 s) each. Throws `UpstreamError`
 * with the client's reasons, `bad-body` where the vectors are not those asked for; or the signal's reason.
 */
export function createOpenAiEmbedder(settings: {
  client: OpenAI;
  model: string;
  deadline?: number;
}): Embedder {
  const { client, model, deadline = 30_000 } = settings;

  async function call(input: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const watch = startWatch(signal, { deadline, idleTimeout: deadline });
    try {
      const response = await client.embeddings
        .create({ model, input, encoding_format: 'float' }, { signal: watch.signal })
        .asResponse();
      return readVectors(JSON.parse(await response.text()), input.length);
    } catch (error) {
      signal.throwIfAborted();
      throw toUpstreamError(watch.signal.aborted ? watch.signal.reason : error);
    } finally {
      watch.stop();
    }
  }

  return {
    model,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      for (const batch of cutBatches(texts)) vectors.push(...(await call(batch, signal)));
      if (new Set(vectors.map(({ length }) => length)).size > 1) throw new UpstreamError('model', 'bad-body');
      return vectors;
    },
  };
}

function cutBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = 0;
  for (const text of texts) {
    // An empty text is refused by some servers; half a character breaks JSON in others.
    const readable = text.slice(0, longestText).toWellFormed().trim() || ' ';
    const last = batches.at(-1);
    characters += readable.length;
    if (last === undefined || last.length >= mostTexts || characters > mostCharacters) {
      batches.push([readable]);
      characters = readable.length;
    } else last.push(readable);
  }
  return batches;
}

/** In the order of the texts, which the server may have changed. */
function readVectors(body: unknown, count: number): Float32Array[] {
  const parsed = responseSchema.safeParse(body);
  if (!parsed.success || parsed.data.data.length !== count) throw new UpstreamError('model', 'bad-body');
  const ordered = new Map(
    parsed.data.data.map(({ index, embedding }, place) => [index ?? place, Float32Array.from(embedding)]),
  );
  return Array.from({ length: count }, (_, number) => {
    const vector = ordered.get(number);
    if (vector?.every(Number.isFinite) !== true) throw new UpstreamError('model', 'bad-body');
    return vector;
  });
}
