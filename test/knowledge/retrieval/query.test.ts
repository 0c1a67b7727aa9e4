import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/knowledge/retrieval/query.ts';

function termsOf(text: string, title = ''): string[] {
  return parseQuery(text, title).terms.map(({ term }) => term);
}

describe('parseQuery', () => {
  it('finds the same terms in a question of either Chinese script', () => {
    expect(termsOf('甚麼是「協作機制」？')).toEqual(termsOf('什么是“协作机制”？'));
  });

  it.each([
    ['请问资金有多少？', ['资', '资金', '金']],
    ['資金はいくらですか？', ['资', '资金', '金', '金は']],
    ['얼마나 자금입니까?', ['자금']],
    ['How much money was there?', ['money']],
    ['文章认为资金是什么', ['资', '资金', '金', '金是']],
  ])('leaves out of %s what only asks', (question, terms) => {
    expect(termsOf(question)).toEqual(terms);
  });

  it('counts a pair with an empty character half', () => {
    expect(parseQuery('资金的').terms.find(({ term }) => term === '金的')?.weight).toBe(0.5);
  });

  it('reads a number of any spelling as one term', () => {
    for (const text of ['６５９４万', '6,594万', '65.94 million', '六千五百九十四万']) {
      expect(termsOf(text)).toContain('number=65940000');
    }
    expect(termsOf('March 2017')).toEqual(expect.arrayContaining(['year=2017', 'month=3']));
    expect(termsOf('2017年3月')).toEqual(expect.arrayContaining(['year=2017', 'month=3']));
  });

  it('leaves out the title of the article, unless nothing else is asked', () => {
    expect(termsOf('《山海》里的资金', '山海')).not.toContain('山海');
    expect(termsOf('山海', '山海')).toContain('山海');
  });

  it('searches for the question words when there is nothing else', () => {
    expect(termsOf('谁')).toEqual(['谁']);
    expect(termsOf('的')).toEqual(['的']);
    expect(termsOf('what is it')).not.toEqual([]);
  });

  it('has no term for a text without letters or digits', () => {
    expect(termsOf(' ？！😀')).toEqual([]);
  });
});
