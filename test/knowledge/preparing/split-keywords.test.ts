import { expect, test } from 'vitest';
import { splitKeywords } from '../../../src/knowledge/preparing/split-keywords.ts';

test.each([
  ['甲；乙；丙', ['甲', '乙', '丙']],
  ['mussels, tidal garden', ['mussels', 'tidal garden']],
  ['tidal garden', ['tidal garden']],
  ['图书馆 山城 志工', ['图书馆', '山城', '志工']],
  ['', []],
])('parts %s at what stands between', (row, keywords) => {
  expect(splitKeywords(row, '')).toEqual(keywords);
});

test('a row without anything between is parted into words of the article', () => {
  const article = '河边夜市。老街的夜市。老街的摊主。河边的老街。夜市摊主。摊主在河边。';
  expect(splitKeywords('夜市老街摊主', article)).toEqual(['夜市', '老街', '摊主']);
});

test('a row of words that the article does not have stays one', () => {
  expect(splitKeywords('乡村振兴战略', '别的内容。')).toEqual(['乡村振兴战略']);
});
