import { expect, it } from 'vitest';
import { composeCurated, remapPins } from '../../../src/knowledge/curated/curated-answer.ts';
import { loadArticle, shippedArticlePath } from '../../../src/knowledge/load-article.ts';

const article = await loadArticle(shippedArticlePath);
const textOf = (paragraph: number) => article.paragraphs[paragraph]?.text ?? '';

it('a pin follows its paragraph’s text, and is stale where that is gone', () => {
  const moved = { paragraph: 2, text: textOf(5) };
  const gone = { paragraph: 3, text: `${textOf(3)} and more` };
  expect(remapPins([moved, { paragraph: 5, text: textOf(5) }, gone], article)).toEqual({
    found: [5],
    stale: [gone],
  });
});

it('cites what is pinned word for word, a place a paragraph', () => {
  const { citations, statements, generator } = composeCurated('One.\n\nTwo.', [2, 7], {
    article,
    language: 'en',
  });
  for (const { paragraph, start, end, quote } of citations)
    expect(textOf(paragraph).slice(start, end)).toBe(quote);
  expect(citations.map(({ paragraph }) => paragraph)).toEqual([2, 7]);
  expect(statements).toEqual([
    { text: 'One.', markers: [] },
    { text: 'Two.', markers: [1, 2] },
  ]);
  expect(generator).toBe('moderators');
});
