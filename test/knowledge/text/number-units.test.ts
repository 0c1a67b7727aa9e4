import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/knowledge/text/numbers.ts';

/** The unit, or where it is no count the kind, of the one number of a text. */
function readUnit(text: string): string | null | undefined {
  const [number, ...others] = findNumbers(text);
  expect(others).toEqual([]);
  expect(number?.value).toBe(5);
  return number?.kind === 'count' ? number.unit : number?.kind;
}

const spellings: readonly (readonly [unit: string | null, ...texts: string[]])[] = [
  ['visit', '5人次', '5 person-trips', '5 visits', '5연인원'],
  ['batch', '5批次', '5批'],
  ['percentage-point', '5个百分点', '5 percentage points', '5 percentage point'],
  [
    'person',
    '5名',
    '5位',
    '5人',
    '五人',
    '5 people',
    '5 persons',
    '5명',
    '5人員',
    '5多名',
    '5余人',
    '5来人',
    '5几名',
  ],
  ['household', '5户', '5戶', '5 households', 'five families', '5가구'],
  ['dollar', '5美元', '5美金', '5 us dollars', '5 dollars', '5달러', 'US$5', '$5', '$ 5', 'usd 5'],
  ['yen', '5日元', '5日圆', '5円', '5엔'],
  ['yuan', '5元', '5圆', '5人民币', '5 yuan', '5 RMB', '5 renminbi', '5위안', '¥5', '￥5', 'rmb5', 'CNY 5'],
  ['month', '5个月', '5個月', '5か月', '5ヶ月', '5 months', '5개월'],
  ['year', '5周年', '5年', '5 years', '5-year', '5년'],
  ['week', '5个星期', '5周', '5 weeks', '5주일'],
  ['day', '5天', '5日', '5 days', '5일'],
  ['hour', '5个小时', '5小时', '5時間', '5 hours', '5시간'],
  ['minute', '5分钟', '5分鐘', '5 minutes'],
  ['time', '5次', '5回', '5场', '5 times', '5회', '5번'],
  ['institution', '5家', '5所', '5곳'],
  ['age', '5岁', '5세'],
  ['multiple', '5倍', '5배'],
  [
    'percent',
    '5%',
    '5 percent',
    '5percent',
    '5 percentage',
    '5 per cent',
    '5 pct',
    '5パーセント',
    '5퍼센트',
    '5프로',
  ],
  [
    null,
    '5个',
    '5条',
    '5人均',
    '5年代',
    '5세기',
    '5일부',
    '5-yearly',
    '5 percenter',
    '5 percent points',
    '5프로젝트',
    '5成立',
    '5个成员',
    '5 -人',
    '5  名',
    '5，%',
    '$  5',
    '$ x 5',
    'rmb：5',
    '名5',
  ],
];

describe('the unit of a number', () => {
  for (const [unit, ...texts] of spellings) {
    it.each(texts)(`is ${unit} in %s`, (text) => {
      expect(readUnit(text)).toBe(unit);
    });
  }

  it.each([
    ['area', '5亩', '5公顷', '5 hectares', '5 acres', '5平方米', '5平方公里'],
    ['length', '5公里', '5米', '5 km', '5 kilometres', '5 metres'],
    ['weight', '5吨', '5公斤', '5斤', '5 kg', '5 tonnes'],
  ])('begins with what it measures: %s', (measure, ...texts) => {
    for (const text of texts) expect(readUnit(text)?.split(':')[0]).toBe(measure);
  });

  it('of a share in tenths or thousandths is a percentage of its own', () => {
    const read = (text: string) => findNumbers(text).map(({ value, kind }) => [value, kind]);
    expect(read('五成')).toEqual([[50, 'percent']]);
    expect(read('3.5成')).toEqual([[35, 'percent']]);
    expect(read('5‰')).toEqual([[0.5, 'percent']]);
  });

  it('belongs to the number, and is found with it in its place', () => {
    const text = '㈱5名，６名，US$7';
    expect(findNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['5名', '６名', '7']);
  });

  it('of an ordinal or a date is none', () => {
    for (const text of ['第5名', '第五名', '5月', '5th year']) {
      expect(findNumbers(text)[0]).toMatchObject({ unit: null, kind: expect.stringMatching(/ordinal|date/) });
    }
  });
});

describe('findNumbers', () => {
  it('takes a character that stands for several whole', () => {
    const text = '共⑽名和⑵';
    expect(findNumbers(text).map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([
      ['⑽', 10],
      ['⑵', 2],
    ]);
  });

  it('reads each letter once, and neighbours each by itself', () => {
    const text = '2017年3月11日3名4名5%6%三分之一，二分之一';
    expect(findNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '2017年3月11日',
      '3名',
      '4名',
      '5%',
      '6%',
      '三分之一',
      '二分之一',
    ]);
  });
});
