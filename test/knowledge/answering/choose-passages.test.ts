import { describe, expect, it } from 'vitest';
import { choosePassages, wholeArticle } from '../../../src/knowledge/answering/choose-passages.ts';
import type { Hit } from '../../../src/knowledge/retrieval/retriever.ts';
import { article } from './fixture.ts';

function hits(...ids: string[]): Hit[] {
  return ids.flatMap((id) =>
    article.passages
      .filter((passage) => passage.id === id)
      .map((passage) => ({ passage, score: 1, terms: [] })),
  );
}

function chosen(found: readonly Hit[], wide = false, of = article): string[] {
  return choosePassages(of, found, { wide }).map(({ passage }) => passage.id);
}

describe('choosePassages', () => {
  it('gives the hits best first, then the neighbours of the best', () => {
    expect(chosen(hits('1-2', '0-1', '2-1'))).toEqual(['1-2', '0-1', '2-1', '1-1']);
  });

  it('numbers them from 1 and gives none twice', () => {
    const numbered = choosePassages(article, hits('1-2', '1-1'), { wide: false });
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
});

describe('wholeArticle', () => {
  it('is all passages in order', () => {
    expect(wholeArticle(article)?.map(({ passage }) => passage)).toEqual(article.passages);
  });

  it('is null where the article is too long for one prompt', () => {
    const [first] = article.passages;
    const passages = first === undefined ? [] : [{ ...first, text: '字'.repeat(30_000) }];
    expect(wholeArticle({ ...article, passages })).toBeNull();
  });
});
