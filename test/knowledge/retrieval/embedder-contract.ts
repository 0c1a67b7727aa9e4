/** What every embedder promises, whatever makes its vectors. */
import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../../src/knowledge/retrieval/embedder.ts';

export function describeEmbedder(name: string, open: () => Promise<Embedder>): void {
  const signal = new AbortController().signal;

  describe(`${name} as an embedder`, () => {
    it('names its model', async () => {
      expect((await open()).model).not.toBe('');
    });

    it('gives a vector a text, in order, all of one length', async () => {
      const embedder = await open();
      const texts = Array.from({ length: 150 }, (_, index) => `第${index}段 text ${index}`);
      const vectors = await embedder.embed(texts, signal);
      expect(vectors).toHaveLength(texts.length);
      expect(new Set(vectors.map(({ length }) => length)).size).toBe(1);
      const [last] = await embedder.embed(texts.slice(-1), signal);
      expect(vectors.at(-1)).toEqual(last);
    });

    it('gives none for no texts', async () => {
      expect(await (await open()).embed([], signal)).toEqual([]);
    });

    it('takes any string', async () => {
      const texts = ['', ' \n', '\u{0}', '\ud800', '…'.repeat(100_000)];
      const vectors = await (await open()).embed(texts, signal);
      expect(vectors.flatMap((vector) => [...vector]).every(Number.isFinite)).toBe(true);
      expect(vectors).toHaveLength(texts.length);
    });

    it('throws the reason of an aborted signal', async () => {
      const reason = new Error('enough');
      await expect((await open()).embed(['text'], AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
