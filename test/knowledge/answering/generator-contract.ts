/** What every generator keeps, whoever writes its drafts. */
import { describe, expect, it } from 'vitest';
import { draftSchema } from '../../../src/knowledge/answering/draft.ts';
import type { DraftPart, GenerateRequest, Generator } from '../../../src/knowledge/answering/generator.ts';
import type { Article, Passage } from '../../../src/knowledge/article.ts';
import { loadArticle, shippedArticlePath } from '../../../src/knowledge/load-article.ts';

/** Declares the tests of one implementation. `open` makes it afresh for a test; it is closed by whoever opened it. */
export function describeGenerator(name: string, open: (article: Article) => Promise<Generator>): void {
  describe(`the generator ${name}`, () => {
    async function openWithArticle() {
      const article = await loadArticle(shippedArticlePath);
      return { generator: await open(article), article };
    }

    it('gives one outcome, and statements whose quotes stand in the passages that they cite', async () => {
      const { generator, article } = await openWithArticle();
      const request = asks('张家港累计落实了多少帮扶资金？', passagesOf(article, 2));
      const parts = await collect(generator.generate(request, new AbortController().signal));
      expect(outcomesOf(parts)).toEqual(['answered']);
      const statements = parts.flatMap((part) => (part.type === 'statement' ? [part.statement] : []));
      expect(statements.length).toBeGreaterThan(0);
      expect(() => draftSchema.shape.statements.parse(statements)).not.toThrow();
      for (const { citations } of statements) {
        expect(citations.length).toBeGreaterThan(0);
        for (const { passage, quote } of citations)
          expect(request.passages.find(({ number }) => number === passage)?.passage.text).toContain(quote);
      }
    });

    it('cites by the numbers of the request, not by places in a list', async () => {
      const { generator, article } = await openWithArticle();
      const { passages, ...rest } = asks('张家港累计落实了多少帮扶资金？', passagesOf(article, 2));
      const request = {
        ...rest,
        passages: passages.map(({ passage }, index) => ({ number: 40 - index, passage })),
      };
      const parts = await collect(generator.generate(request, new AbortController().signal));
      const cited = parts.flatMap((part) => (part.type === 'statement' ? part.statement.citations : []));
      const numbers = request.passages.map(({ number }) => number);
      expect(cited.length).toBeGreaterThan(0);
      for (const { passage } of cited) expect(numbers).toContain(passage);
    });

    it('says that the article does not answer when it is shown nothing', async () => {
      const { generator } = await openWithArticle();
      const parts = await collect(
        generator.generate(asks('张家港市的市长是谁？', []), new AbortController().signal),
      );
      expect(outcomesOf(parts)).toEqual(['not-in-article']);
      expect(parts.filter(({ type }) => type === 'statement')).toEqual([]);
    });

    it('answers two questions at once without mixing them', async () => {
      const { generator, article } = await openWithArticle();
      const requests = [
        asks('张家港累计落实了多少帮扶资金？', passagesOf(article, 2)),
        asks('张家港市的市长是谁？', []),
      ];
      const together = await Promise.all(
        requests.map((request) => collect(generator.generate(request, new AbortController().signal))),
      );
      expect(together.map(outcomesOf)).toEqual([['answered'], ['not-in-article']]);
    });

    it('ends at once when the caller leaves or has gone', async () => {
      const { generator, article } = await openWithArticle();
      const request = asks('张家港累计落实了多少帮扶资金？', passagesOf(article, 2));
      const reason = new Error('the member has gone');
      const outcome = await collect(generator.generate(request, AbortSignal.abort(reason))).catch(
        (error) => error,
      );
      expect(outcome === reason || Array.isArray(outcome)).toBe(true);
      let seen = 0;
      for await (const _part of generator.generate(request, new AbortController().signal)) {
        seen += 1;
        break;
      }
      expect(seen).toBe(1);
    });
  });
}

function asks(question: string, passages: readonly Passage[]): GenerateRequest {
  return {
    question,
    query: question,
    history: [],
    language: 'zh-CN',
    length: 'normal',
    passages: passages.map((passage, index) => ({ number: index + 1, passage })),
    wholeArticle: false,
    missedLanguage: false,
  };
}

function passagesOf(article: Article, paragraph: number): Passage[] {
  return article.passages.filter((passage) => passage.paragraph === paragraph);
}

async function collect(parts: AsyncIterable<DraftPart>): Promise<DraftPart[]> {
  const collected: DraftPart[] = [];
  for await (const part of parts) collected.push(part);
  return collected;
}

function outcomesOf(parts: readonly DraftPart[]): string[] {
  return parts.flatMap((part) => (part.type === 'outcome' ? [part.outcome] : []));
}
