import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choosePassages,
  promptBudget,
  quotesBudget,
  wholeArticle,
} from '../../../src/knowledge/answering/choose-passages.ts';
import type { Hit } from '../../../src/knowledge/retrieval/retriever.ts';
import { article } from './fixture.ts';

function hits(...ids: string[]): Hit[] {
  return ids.flatMap((id) =>
    article.passages
      .filter((passage) => passage.id === id)
      .map((passage) => ({ passage, score: 1, terms: [] })),
  );
}

function chosen(found: readonly Hit[], wide = false, of = article, budget = quotesBudget): string[] {
  return choosePassages(of, found, { wide, budget }).map(({ passage }) => passage.id);
}

describe('choosePassages', () => {
  it('gives the hits best first, then the neighbours of the best', () => {
    expect(chosen(hits('1-2', '0-1', '2-1'))).toEqual(['1-2', '0-1', '2-1', '1-1']);
  });

  it('numbers them from 1 and gives none twice', () => {
    const numbered = choosePassages(article, hits('1-2', '1-1'), { wide: false, budget: quotesBudget });
    expect(numbered.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is empty when nothing was found', () => {
    expect(chosen([])).toEqual([]);
  });

  it('keeps within its budget, but shows the best passage however long', () => {
    const long = article.passages.map((passage) => ({ ...passage, text: passage.text.padEnd(2_000, '字') }));
    const of = { ...article, passages: long };
    const found = long.map((passage) => ({ passage, score: 1, terms: [] }));
    expect(chosen(found, false, of)).toHaveLength(1);
  });

  it('never puts more tokens before a model than its budget has, but for the best passage', () => {
    const found = hits(...article.passages.map(({ id }) => id));
    const tokensOf = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(tokensOf, fc.boolean(), (sizes, wide) => {
        const countTokens = (text: string) => sizes[text.length % sizes.length] ?? 1;
        const budget = promptBudget(countTokens);
        const passages = choosePassages(article, found, { wide, budget }).map(({ passage }) => passage);
        const tokens = passages.reduce((sum, { text }) => sum + countTokens(text), 0);
        expect(passages.map(({ id }) => id)).toContain(found[0]?.passage.id);
        if (passages.length > 1) expect(tokens).toBeLessThan(wide ? budget.list : budget.one);
      }),
    );
  });

  it('shows a model more of a text that takes fewer tokens', () => {
    const long = article.passages.map((passage) => ({ ...passage, text: passage.text.padEnd(300, '字') }));
    const of = { ...article, passages: long };
    const found = long.map((passage) => ({ passage, score: 1, terms: [] }));
    const asMany = (tokensPerUnit: number) =>
      chosen(
        found,
        true,
        of,
        promptBudget((text) => text.length * tokensPerUnit),
      ).length;
    expect(asMany(0.25)).toBeGreaterThan(asMany(1));
  });
});

describe('wholeArticle', () => {
  it('is all passages in order', () => {
    expect(wholeArticle(article, ({ length }) => length)?.map(({ passage }) => passage)).toEqual(
      article.passages,
    );
  });

  it('is null where the article is too long for one prompt', () => {
    const [first] = article.passages;
    const passages = first === undefined ? [] : [{ ...first, text: '字'.repeat(30_000) }];
    expect(wholeArticle({ ...article, passages }, ({ length }) => length)).toBeNull();
    expect(wholeArticle({ ...article, passages }, ({ length }) => length / 4)).not.toBeNull();
  });
});
