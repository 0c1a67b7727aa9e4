import { describe, expect, test } from 'vitest';
import { noHints, type PageLine } from '../../../src/knowledge/preparing/page.ts';
import { readFields } from '../../../src/knowledge/preparing/read-fields.ts';

const toLines = (...texts: string[]): PageLine[] =>
  texts.map((text) => ({ kind: 'text', text, repairs: [] }));
const read = (...texts: string[]) => {
  const { fields, body } = readFields(toLines(...texts), noHints);
  return { ...fields, body: body.map(({ text }) => text) };
};
const body = '正文从这里开始，它是一个完整的句子。';

describe('what stands around a text', () => {
  test('a Chinese journal', () => {
    const found = read(
      '标题一行',
      '2019-03-11 04:30陈世海',
      '群众 2019年3期',
      '关键词：甲；乙',
      '陈世海',
      body,
      '（作者系某某工作组组长）',
      '责任编辑：何 乐',
    );
    expect(found).toEqual({
      title: '标题一行',
      author: '陈世海',
      authorNote: '作者系某某工作组组长',
      journal: '群众',
      issue: '2019年3期',
      publishedAt: '2019-03-11T04:30',
      editor: '何乐',
      keywordRow: '甲；乙',
      sourceUrl: '',
      body: [body],
    });
  });

  test('the same in traditional characters', () => {
    const found = read('標題', '作者：林以安', '關鍵詞：圖書館', body, '責任編輯：陳大文');
    expect(found).toMatchObject({ author: '林以安', keywordRow: '圖書館', editor: '陳大文', body: [body] });
  });

  test('an English page', () => {
    const found = read(
      'A Title',
      'By Maren Holt',
      'Published: 2021/6/4',
      'Keywords: a, b',
      'Source: https://example.org/x',
      'A sentence.',
    );
    expect(found).toMatchObject({
      author: 'Maren Holt',
      publishedAt: '2021-06-04',
      keywordRow: 'a, b',
      sourceUrl: 'https://example.org/x',
      body: ['A sentence.'],
    });
  });
});

test('a first line that is a sentence is no title', () => {
  expect(read(body, body)).toMatchObject({ title: '', body: [body, body] });
});

test('a name below the title is the author', () => {
  expect(read('标题', '王小明', body)).toMatchObject({ author: '王小明', body: [body] });
});

test('in the middle of a long text nothing is taken for a field', () => {
  const texts = Array.from({ length: 40 }, (_, index) => (index === 20 ? '作者：某人' : body));
  expect(read('标题', ...texts)).toMatchObject({ author: '', body: texts });
});

test('what the page says in its head fills what its lines do not say', () => {
  const { fields } = readFields(toLines('标题', '作者：甲', body), {
    ...noHints,
    author: '乙',
    journal: '周报',
  });
  expect(fields).toMatchObject({ author: '甲', journal: '周报' });
});

test('records a name that was joined', () => {
  const { repairs } = readFields(toLines('标题', body, '编辑：何 乐'), noHints);
  expect(repairs).toEqual([{ step: 'join-name', where: 'editor', before: '何 乐', after: '何乐' }]);
});

test.each([
  ['2019-03-11 04:30', '2019-03-11T04:30'],
  ['2020年5月8日', '2020-05-08'],
  ['2021.6.4', '2021-06-04'],
  ['2022-10-05T08:15:00+08:00', '2022-10-05T08:15'],
  ['2020-13-40', ''],
  ['去年', ''],
])('the date %s is %s', (publishedAt, date) => {
  expect(readFields(toLines('标题', body), { ...noHints, publishedAt }).fields.publishedAt).toBe(date);
});
