import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/knowledge/text/numbers.ts';

/** The numbers of a text in one line each: `value unit-or-kind`. */
function read(text: string): string[] {
  return findNumbers(text).map(({ value, kind, unit, date, certain }) => {
    const parts =
      date === null ? '' : ` ${[date.year, date.month, date.day].map((part) => part ?? '?').join('-')}`;
    const label = kind === 'count' ? (unit ?? '') : kind;
    return `${value}${label === '' ? '' : ` ${label}`}${parts}${certain ? '' : ' (uncertain)'}`;
  });
}

describe('findNumbers', () => {
  it.each([
    ['累计落实帮扶资金6594万元', ['65940000 yuan']],
    ['融资1.5亿元', ['150000000 yuan']],
    ['1亿5000万元', ['150000000 yuan']],
    ['融資１.５億元', ['150000000 yuan']],
    ['65.94 million yuan', ['65940000 yuan']],
    ['RMB 65,940,000', ['65940000 yuan']],
    ['65\u00a0940\u00a0000 yuan', ['65940000 yuan']],
    ['¥6594万', ['65940000 yuan']],
    ['六千五百九十四万元', ['65940000 yuan']],
    ['6,594만 위안', ['65940000 yuan']],
    ['1억 5천만 위안', ['150000000 yuan']],
    ['带动9223名贫困人口', ['9223 person']],
    ['1682人次', ['1682 visit']],
    ['146批次', ['146 batch']],
    ['63个项目', ['63']],
    ['63户', ['63 household']],
    ['146，1682', ['146', '1682 1682-?-?']],
    ['三十四名教师', ['34 person']],
    ['thirty-four teachers', ['34']],
    ['Nine thousand two hundred and twenty-three people', ['9223 person']],
    ['one hundred and three', ['103']],
    ['两期共82名', ['2', '82 person']],
    ['廿五人', ['25 person']],
    ['百分之三十', ['30 percent']],
    ['30%的人', ['30 percent']],
    ['３０％', ['30 percent']],
    ['30 percent', ['30 percent']],
    ['30 percentage points', ['30 percentage-point']],
    ['三分之一', [`${Number((1 / 3).toPrecision(15))}`]],
    ['two-thirds', [`${Number((2 / 3).toPrecision(15))}`]],
    ['一百二十三', ['123']],
    ['三百五', ['350']],
    ['一万二', ['12000']],
    ['一百零三', ['103']],
    ['三点五亿元', ['350000000 yuan']],
    ['第三批', ['3 ordinal']],
    ['第12条', ['12 ordinal']],
    ['the 3rd time', ['3 ordinal']],
    ['𝟔𝟗𝟓𝟒', ['6954']],
    ['٣٤ teachers', ['34']],
    ['세 가지', ['3']],
    ['11 schools, 51 schools', ['11', '51']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['2017年3月', '2017 date 2017-3-?'],
    ['2017 年 3 月', '2017 date 2017-3-?'],
    ['二〇一七年三月', '2017 date 2017-3-?'],
    ['2017年3月11日', '2017 date 2017-3-11'],
    ['2017년 3월 11일', '2017 date 2017-3-11'],
    ['March 2017', '2017 date 2017-3-?'],
    ['March of 2017', '2017 date 2017-3-?'],
    ['11 March 2019', '2019 date 2019-3-11'],
    ['Mar. 11, 2019', '2019 date 2019-3-11'],
    ['March 11th, 2019', '2019 date 2019-3-11'],
    ['2019-03-11', '2019 date 2019-3-11'],
    ['2019/3/11', '2019 date 2019-3-11'],
    ['2017-03', '2017 date 2017-3-?'],
    ['到2020年', '2020 date 2020-?-?'],
    ['by 2020,', '2020 2020-?-?'],
    ['十一月', '11 date ?-11-?'],
    ['in March', '3 date ?-3-?'],
  ])('reads the date %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('counts months and years as lengths, not as dates', () => {
    expect(read('3个月')).toEqual(['3 month']);
    expect(read('十年')).toEqual(['10 year']);
  });

  it.each([
    '一些',
    '一起',
    '统一',
    '万能',
    '唯一',
    '一定',
    '一直',
    '一样',
    '一旦',
    '十分重要',
    '百姓',
    '四川',
    '三亚',
    '九江',
    '千方百计',
    '万一',
    '逐一',
    '星期一',
    '一方面',
    '陆地',
    '大陆',
    '参加',
    '伍先生',
    '一系列',
    '几十',
    '数百',
    'no one',
    'someone',
    'hundreds of people',
    'tension',
    'often',
    'may',
    'march on',
    'second-hand',
    '세계',
    '네트워크',
  ])('finds no certain number in %s', (text) => {
    expect(findNumbers(text).filter(({ certain }) => certain)).toEqual([]);
  });

  it('marks as uncertain what may be no number', () => {
    expect(read('一个项目')).toEqual(['1 (uncertain)']);
    expect(read('one of the projects')).toEqual(['1 (uncertain)']);
    expect(read('两地分别成立')).toEqual(['2 (uncertain)']);
    expect(read('the first office')).toEqual(['1 ordinal (uncertain)']);
    expect(read('the two sides')).toEqual(['2 (uncertain)']);
  });

  it('tells numbers apart that differ in their twentieth digit', () => {
    const [one] = findNumbers('12345678901234567890');
    const [other] = findNumbers('12345678901234567891');
    expect(one?.exact).not.toBe(other?.exact);
  });

  it('finds any whole number in every spelling, in its place', () => {
    const spellings = [
      (value: number) => String(value),
      (value: number) => value.toLocaleString('en-US'),
      (value: number) =>
        [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
    ];
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.constantFrom(...spellings),
        fc.constantFrom('落实', '共 ', 'x: '),
        (value, spell, before) => {
          const text = `${before}${spell(value)}户`;
          const [found, ...others] = findNumbers(text);
          expect(others).toEqual([]);
          expect(found).toMatchObject({ value, unit: 'household', start: before.length, end: text.length });
        },
      ),
    );
  });

  it('finds any Chinese numeral under ten thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9_999 }), (value) => {
        expect(findNumbers(`${spellHan(value)}名`)[0]).toMatchObject({ value, unit: 'person' });
      }),
    );
  });

  it('gives ranges in order that do not overlap, for any text', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('一', '百', '万', '3', '.', ',', '年', '月', '%', ' two', '分之'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const found of findNumbers(text)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          end = found.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

function spellHan(value: number): string {
  const digits = '零一二三四五六七八九';
  let text = '';
  let rest = value;
  for (const [place, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    const digit = Math.floor(rest / place);
    if (digit > 0) text += digits.charAt(digit) + word;
    else if (text !== '' && !text.endsWith('零') && rest > 0) text += '零';
    rest %= place;
  }
  return (text + (rest > 0 ? digits.charAt(rest) : '')).replace(/^一十/, '十');
}
