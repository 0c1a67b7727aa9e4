import { expect, test } from 'vitest';
import { buildParagraphs } from '../../../src/knowledge/preparing/build-paragraphs.ts';
import type { PageLine } from '../../../src/knowledge/preparing/page.ts';

const text = (line: string): PageLine => ({ kind: 'text', text: line, repairs: [] });
const heading = (line: string): PageLine => ({ kind: 'heading', text: line, repairs: [] });
const long = '这是一个段落，它说了一些事情，而且有一个句号，所以它不会是一个标题，它太长了。';

test('numbers the paragraphs under the headings that the format marks', () => {
  const { headings, paragraphs } = buildParagraphs([
    text(long),
    heading('甲'),
    text('短。'),
    text('也短'),
    heading('乙'),
    text(long),
  ]);
  expect(headings).toEqual(['甲', '乙']);
  expect(paragraphs.map(({ number, heading: over }) => [number, over])).toEqual([
    [1, null],
    [2, '甲'],
    [3, '甲'],
    [4, '乙'],
  ]);
});

test.each([
  '“要更加广泛地动员力量”',
  '“甩掉帽子。过上好日子”',
  '一、从桥头到河边',
  '（二）洪水之后',
  '没有垃圾的晚上',
  'What grew',
])('in plain text %s is a heading over a paragraph', (line) => {
  expect(buildParagraphs([text(line), text(long)]).headings).toEqual([line]);
});

test.each([
  '“他走了。”他说。',
  '就这样。',
  '他说：',
  '“一句”和“另一句”都在这里，后面还有很长的一段话，写到六十个字以上也不停，一直写到没有人会把它当成标题为止，才停下来',
])('in plain text %s is a paragraph', (line) => {
  expect(buildParagraphs([text(line), text(long)]).headings).toEqual([]);
});

test('a last line is no heading', () => {
  expect(buildParagraphs([text(long), text('完')]).paragraphs).toHaveLength(2);
});

test('says where each repair stands', () => {
  const repair = { step: 'x', before: 'a', after: 'b' };
  const { repairs } = buildParagraphs([
    { ...text(long), repairs: [repair] },
    { ...heading('甲'), repairs: [repair] },
    { ...text(long), repairs: [repair] },
  ]);
  expect(repairs.map(({ where }) => where)).toEqual([1, 'headings', 2]);
});
