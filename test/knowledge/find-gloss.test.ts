import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/knowledge/article.ts';
import { findGloss } from '../../src/knowledge/find-gloss.ts';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';

const shipped = await loadArticle(shippedArticlePath);
const text = '第一句。第二句很长很长很长。第三句。';
const second = { paragraph: 1, start: 4, end: 13 };

function articleOf(gloss: string | null, language = 'zh-CN'): Article {
  return {
    ...shipped,
    language,
    paragraphs: [
      { number: 0, heading: null, text: '' },
      { number: 1, heading: null, text },
    ],
    passages: [{ id: '1-1', paragraph: 1, start: 0, end: text.length, text, field: null }],
    enrichment: [{ passage: '1-1', gloss, aliases: [], questions: {} }],
  };
}

describe('findGloss', () => {
  it('gives the translation of the very sentence where both have as many', () => {
    const article = articleOf('One. Two is very, very, very long. Three.');
    expect(findGloss(article, second, 'en')).toBe('Two is very, very, very long.');
    expect(findGloss(article, { paragraph: 1, start: 0, end: 6 }, 'en')).toBe(
      'One. Two is very, very, very long.',
    );
  });

  it.each([
    ['other numbers of sentences', 'One and two, which is very long. Three.'],
    [
      'sentences that are no pairs by their length',
      'One, and then two, which is very, very long. Two. Three.',
    ],
  ])('gives that of the whole passage where they have %s', (_, gloss) => {
    expect(findGloss(articleOf(gloss), second, 'en')).toBe(gloss);
  });

  it('gives readers of any other language the one that there is', () => {
    for (const language of ['en', 'en-US', 'ja', 'ko', 'fr', 'und'])
      expect(findGloss(articleOf('One.'), second, language)).toBe('One.');
  });

  it('gives none to readers of the article’s language, for an English article, and where there is none', () => {
    for (const language of ['zh', 'zh-CN', 'zh-TW', 'ZH_hant'])
      expect(findGloss(articleOf('One.'), second, language)).toBeNull();
    expect(findGloss(articleOf('One.', 'en-GB'), second, 'ja')).toBeNull();
    expect(findGloss(articleOf(null), second, 'en')).toBeNull();
    expect(findGloss(articleOf('One.'), { ...second, paragraph: 7 }, 'en')).toBeNull();
  });

  it('says where a passage among several has none', () => {
    const article = articleOf(null);
    const [passage] = article.passages;
    if (passage === undefined) throw new Error('no passage');
    const halves = [
      { ...passage, end: 4, text: text.slice(0, 4) },
      { ...passage, id: '1-2', start: 4, text: text.slice(4) },
    ];
    const enrichment = [{ passage: '1-2', gloss: 'Two.', aliases: [], questions: {} }];
    expect(findGloss({ ...article, passages: halves, enrichment }, { ...second, start: 0 }, 'en')).toBe(
      '… Two.',
    );
  });

  it('gives words of the article’s glosses only, wherever a reader points', () => {
    const all = shipped.enrichment.map(({ gloss }) => gloss ?? '').join(' ');
    fc.assert(
      fc.property(fc.nat(12), fc.nat(300), fc.nat(300), (paragraph, start, length) => {
        const gloss = findGloss(shipped, { paragraph, start, end: start + length }, 'en');
        for (const word of gloss?.split(' ') ?? []) expect(all).toContain(word);
      }),
    );
  });
});
