import { createHash } from 'node:crypto';
import type { Article } from '../article.ts';
import { buildDenseIndex, type DenseIndex } from './dense-index.ts';
import type { Embedder, EmbeddingStore } from './embedder.ts';

/** Texts that are embedded and then kept at once: what was done is not lost when the rest fails. */
const batchSize = 64;

/**
 * The dense index of an article's passages, by their number in it, each under its heading. Vectors that the store has
 * are not made again, unless they do not fit the others; a store that fails is done without. Null where the embedder
 * gives vectors that cannot be compared. Throws as the embedder does.
 */
export async function embedPassages(
  { passages, paragraphs }: Pick<Article, 'passages' | 'paragraphs'>,
  embedder: Embedder,
  store: EmbeddingStore | null,
  signal: AbortSignal,
): Promise<DenseIndex | null> {
  const texts = passages.map(({ paragraph, text }) => {
    const heading = paragraphs[paragraph]?.heading ?? null;
    return heading === null ? text : `${heading}\n${text}`;
  });
  const hashes = texts.map(hashText);
  const kept = (await store?.load(embedder.model, [...new Set(hashes)]).catch(() => null)) ?? new Map();
  const index = await complete(new Map(kept));
  // Kept vectors may be those of another model behind the same name: then all are made anew.
  return index === null && kept.size > 0 ? complete(new Map()) : index;

  async function complete(vectors: Map<string, Float32Array>): Promise<DenseIndex | null> {
    const missing = new Map(
      hashes.flatMap((hash, number) => (vectors.has(hash) ? [] : [[hash, texts[number] ?? '']])),
    );
    const entries = [...missing];
    for (let start = 0; start < entries.length; start += batchSize) {
      const batch = entries.slice(start, start + batchSize);
      const made = await embedder.embed(
        batch.map(([, text]) => text),
        signal,
      );
      const fresh = new Map(batch.map(([hash], number) => [hash, made[number] ?? new Float32Array()]));
      for (const [hash, vector] of fresh) vectors.set(hash, vector);
      await store?.save(embedder.model, fresh).catch(() => undefined);
    }
    return buildDenseIndex(hashes.map((hash) => vectors.get(hash) ?? new Float32Array()));
  }
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
