/** What every retriever keeps, whatever it finds passages by. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/knowledge/article.ts';
import { loadArticle, shippedArticlePath } from '../../../src/knowledge/load-article.ts';
import type { Retriever } from '../../../src/knowledge/retrieval/retriever.ts';

/** Declares the tests of one implementation. `open` makes it for an article; it is closed by whoever opened it. */
export function describeRetriever(name: string, open: (article: Article) => Promise<Retriever>): void {
  describe(`${name} as a retriever`, async () => {
    const article = await loadArticle(shippedArticlePath);
    const retriever = await open(article);

    it('puts the passage that answers first', async () => {
      const [first] = await retriever.retrieve('张家港累计落实了多少帮扶资金？', { limit: 5 });
      expect(first?.passage.id).toBe('2-3');
    });

    it.each(['', '   ', '？！', '😀', '\ud800', '\u0000\u0007'])('finds nothing for %j', async (query) => {
      expect(await retriever.retrieve(query, { limit: 20 })).toEqual([]);
    });

    it('gives at most as many hits as it is asked for', async () => {
      expect(await retriever.retrieve('沿河', { limit: 2 })).toHaveLength(2);
      expect(await retriever.retrieve('沿河', { limit: 0 })).toEqual([]);
      expect(await retriever.retrieve('沿河', { limit: -1 })).toEqual([]);
    });

    it('takes 100,000 characters', async () => {
      const hits = await retriever.retrieve('沿河的教师🎓'.repeat(15_000), { limit: 5 });
      expect(hits.length).toBeGreaterThan(0);
    });

    it('orders by score, gives each passage once, as it stands in its paragraph, and the same each time', async () => {
      const words = ['沿河', '多少', '作者', 'teachers', '\ud83d', ' ', '2018年', '教師', '?', '저자'];
      const query = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(...words)).map((parts) => parts.join('')),
      );
      await fc.assert(
        fc.asyncProperty(query, async (text) => {
          const hits = await retriever.retrieve(text, { limit: 50 });
          expect(await retriever.retrieve(text, { limit: 50 })).toEqual(hits);
          expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(hits.length);
          for (const [index, { passage, score }] of hits.entries()) {
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(hits[index - 1]?.score ?? Number.POSITIVE_INFINITY);
            const whole = article.paragraphs[passage.paragraph]?.text ?? '';
            expect(whole.slice(passage.start, passage.end)).toBe(passage.text);
          }
        }),
      );
    });
  });
}
