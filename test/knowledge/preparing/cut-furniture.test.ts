import { expect, test } from 'vitest';
import { cutFurniture } from '../../../src/knowledge/preparing/cut-furniture.ts';
import type { PageLine } from '../../../src/knowledge/preparing/page.ts';

const toLines = (...texts: string[]): PageLine[] =>
  texts.map((text) => ({ kind: 'text', text, repairs: [] }));
const cut = (...texts: string[]) => {
  const { lines, removed } = cutFurniture(toLines(...texts));
  return { kept: lines.map(({ text }) => text), removed };
};

test('leaves out a line of search words before the title', () => {
  const { kept, removed } = cut('好茶_汤谱_手工_园艺指南', '标题', '正文是一句话。');
  expect(kept).toEqual(['标题', '正文是一句话。']);
  expect(removed).toEqual([
    { what: 'a line of search words before the title', text: '好茶_汤谱_手工_园艺指南' },
  ]);
});

test.each(['猜你喜欢', '猜你喜歡', '相关阅读：', '【推荐阅读】', 'Related articles', 'You might also like'])(
  'leaves out the links under %s',
  (heading) => {
    expect(cut('标题', '正文是一句话。', heading, '别的文章', '另一篇').kept).toEqual([
      '标题',
      '正文是一句话。',
    ]);
  },
);

test('keeps text that goes on under such words', () => {
  const texts = [
    '标题',
    '正文。',
    '相关阅读',
    '这一节讲的是怎样读相关的书，它是正文的一部分，而且相当长，长得不像一个链接，所以留下来。',
  ];
  expect(cut(...texts).kept).toEqual(texts);
});

test('nothing is left of a page that has only links', () => {
  expect(cut('相关阅读', '别的文章', '另一篇').kept).toEqual([]);
});

test('leaves out lines without a word', () => {
  expect(cut('?', '标题', '* * *', '正文。').kept).toEqual(['标题', '正文。']);
});

test('a page in good state comes back whole', () => {
  const texts = ['标题：一个_下划线', '正文 a_b_c 在句子里。', '结尾。'];
  expect(cut(...texts)).toEqual({ kept: texts, removed: [] });
  expect(cut()).toEqual({ kept: [], removed: [] });
});
