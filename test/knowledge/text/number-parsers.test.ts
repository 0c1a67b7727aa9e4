import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/knowledge/text/numbers.ts';
import { readNumbers } from './read-numbers.ts';

describe('a Chinese numeral', () => {
  it.each([
    ['百分之3.5', '百分之3.5 = 3.5 percent'],
    ['百分之12', '百分之12 = 12 percent'],
    ['3分之2', '3分之2 = 0.666666666666667'],
    ['12分之3', '12分之3 = 0.25'],
    ['四分之三的人', '四分之三 = 0.75'],
    ['二十分之十五', '二十分之十五 = 0.75'],
    ['八十五分之十七', '八十五分之十七 = 0.2'],
    ['三点五倍', '三点五倍 = 3.5 multiple'],
    ['三点五万元', '三点五万元 = 35000 yuan'],
    ['三点一四', '三点一四 = 3.14'],
    ['三點零五', '三點零五 = 3.05'],
    ['三十二点五万', '三十二点五万 = 325000'],
    ['十点五亿元', '十点五亿元 = 1050000000 yuan'],
    ['壹佰贰拾叁', '壹佰贰拾叁 = 123'],
    ['陆拾', '陆拾 = 60'],
    ['叁拾名', '叁拾名 = 30 person'],
    ['三千万', '三千万 = 30000000'],
    ['十万', '十万 = 100000'],
    ['百万人', '百万人 = 1000000 person'],
    ['万亿元', '万亿元 = 1000000000000 yuan'],
    ['五万亿元', '五万亿元 = 5000000000000 yuan'],
    ['一千零五', '一千零五 = 1005'],
    ['一万零五百', '一万零五百 = 10500'],
    ['一万两千三百四十五', '一万两千三百四十五 = 12345'],
    ['三百五', '三百五 = 350'],
    ['三千二', '三千二 = 3200'],
    ['一亿二', '一亿二 = 120000000'],
    ['一亿二千万', '一亿二千万 = 120000000'],
    ['二亿五千万三千', '二亿五千万三千 = 250003000'],
    ['五万三千亿', '五万三千亿 = 5300000000000'],
    ['一万万', '一万万 = 100000000'],
    ['十二万五', '十二万五 = 125000'],
    ['三十五', '三十五 = 35'],
    ['三百一十', '三百一十 = 310'],
    ['一万零', '一万零 = 10000'],
    ['零五', '零五 = 5'],
    ['一零三', '一零三 = 103'],
    ['一二三四', '一二三四 = 1234'],
    ['廿五', '廿五 = 25'],
    ['卅一', '卅一 = 31'],
    ['一百百', '一百 = 100 (uncertain)', '百 = 100 (uncertain)'],
    ['十十', '十 = 10 (uncertain)', '十 = 10 (uncertain)'],
  ])('has the value that a reader gives it: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['三个', '三 = 3'],
    ['十个', '十 = 10'],
    ['一个', '一 = 1 (uncertain)'],
    ['百名', '百名 = 100 person (uncertain)'],
    ['万人', '万人 = 10000 person (uncertain)'],
    ['三美元', '三美元 = 3 dollar'],
    ['三小时', '三小时 = 3 hour'],
    ['十分钟', '十分钟 = 10 minute'],
    ['廿人', '廿人 = 20 person'],
    ['卅户', '卅户 = 30 household'],
    ['五%', '五% = 5 percent'],
    ['三か月', '三か月 = 3 month'],
    ['两地', '两 = 2 (uncertain)'],
    ['二：', '二 = 2 (uncertain)'],
    ['三江个'],
    ['三江'],
    ['三国'],
    ['国三'],
    ['三国个'],
    ['万'],
    ['贰'],
    ['叁个'],
    ['伍陆'],
    ['星期三，个'],
    ['统一个'],
  ])('counts alone only where something is counted: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['第三', '三 = 3 ordinal'],
    ['第一批', '一 = 1 ordinal (uncertain)'],
    ['第一些', '一 = 1 ordinal (uncertain)'],
    ['第二季', '二 = 2 ordinal'],
    ['第十二', '十二 = 12 ordinal'],
    ['第百', '百 = 100 ordinal'],
  ])('is an ordinal behind 第: %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each([
    ['三个方面', '三 = 3 (uncertain)'],
    ['五件事', '五 = 5 (uncertain)'],
    ['五大方面', '五 = 5 (uncertain)'],
    ['四个举措', '四 = 4 (uncertain)'],
    ['五点点'],
    ['三个各方面', '三 = 3'],
    ['十一个方面', '十一 = 11'],
    ['三名方面', '三名 = 3 person'],
  ])('that only sums a list up is uncertain: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['百万'],
    ['千万'],
    ['百亿'],
    ['数十名'],
    ['好几百'],
    ['几千万名'],
    ['几三十', '三十 = 30'],
    ['三千百', '三千百 = 3100'],
    ['百三十', '百三十 = 130 (uncertain)'],
    ['千万人', '千万人 = 10000000 person'],
  ])('that is only vague is none: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['三五', '三 = 3 (uncertain)', '五 = 5 (uncertain)'],
    ['一二', '一 = 1 (uncertain)', '二 = 2 (uncertain)'],
    ['一二三', '一 = 1 (uncertain)', '二 = 2 (uncertain)', '三 = 3 (uncertain)'],
    ['十四五规划', '十四 = 14 (uncertain)', '五 = 5 (uncertain)'],
    ['两三百', '两 = 2 (uncertain)', '三百 = 300 (uncertain)'],
    ['三四十人', '三 = 3 (uncertain)', '四十人 = 40 person (uncertain)'],
  ])('is taken apart where it is more than one: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['3.三', '3 = 3'],
    ['3三', '3 = 3'],
    ['3 三个', '3 = 3', '三 = 3'],
    ['零分之一'],
    ['零分之百'],
    ['五点'],
    ['1.分之2', '1 = 1', '2 = 2'],
    ['3分之1.', '3 = 3', '1 = 1'],
    ['3分之.5', '3 = 3', '5 = 5'],
    ['一3分之2', '一 = 1 (uncertain)', '3 = 3', '2 = 2'],
  ])('is none amid digits, nor half a fraction: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it('below ten is passed over where small numbers are not wanted, in any spelling', () => {
    const read = (text: string) => findNumbers(text, { withSmall: false }).map(({ value }) => value);
    expect(read('三个，三名，十个，3个，10个，9.5万，9.5，three or ten, 세 명, 열 명')).toEqual([
      10, 10, 95_000, 9.5, 10, 10,
    ]);
    expect(read('三百零三，十三')).toEqual([303, 13]);
  });
});

describe('a number in English words', () => {
  it.each([
    ['one half', 'one half = 0.5'],
    ['three-quarters', 'three-quarters = 0.75'],
    ['nine tenths', 'nine tenths = 0.9'],
    ['seven eighths', 'seven eighths = 0.875'],
    ['one-fifth', 'one-fifth = 0.2'],
    ['a hundred people', 'a hundred people = 100 person'],
    ['an hundred', 'an hundred = 100'],
    ['a million', 'a million = 1000000'],
    ['two hundred and five', 'two hundred and five = 205'],
    ['two hundred five', 'two hundred five = 205'],
    ['twelve hundred', 'twelve hundred = 1200'],
    ['three thousand and twenty', 'three thousand and twenty = 3020'],
    ['one million, two hundred thousand', 'one million, two hundred thousand = 1200000'],
    ['seventeen', 'seventeen = 17'],
    ['sixteen schools', 'sixteen = 16'],
    ['nineteen years', 'nineteen years = 19 year'],
    ['ninety-nine', 'ninety-nine = 99'],
    ['twenty-fifth', 'twenty-fifth = 25 ordinal'],
    ['thirty first', 'thirty first = 31 ordinal'],
    ['one hundred first', 'one hundred first = 101 ordinal'],
    ['the fourth', 'fourth = 4 ordinal'],
    ['the third', 'third = 3 ordinal (uncertain)'],
    ['the tenth', 'tenth = 10 ordinal'],
    ['seven first-aid courses', 'seven = 7'],
    ['hundred and fifth', 'fifth = 5 ordinal'],
    ['eleven - ', 'eleven = 11'],
  ])('has the value that a reader gives it: %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each([
    ['zero', 'zero = 0 (uncertain)'],
    ['one person', 'one person = 1 person (uncertain)'],
    ['two', 'two = 2'],
    ['two sides', 'two = 2 (uncertain)'],
    ['two by the sides', 'two = 2'],
    ['two people', 'two people = 2 person'],
    ['three sides', 'three = 3'],
    ['twenty-two sides', 'twenty-two = 22'],
    ['two hundred sides', 'two hundred = 200'],
    ['seven ways', 'seven = 7 (uncertain)'],
    ['seven other ways', 'seven = 7'],
    ['seven waysides', 'seven = 7'],
    ['seven-points', 'seven = 7'],
    ['nine areas of work', 'nine = 9 (uncertain)'],
    ['ten aspects', 'ten = 10'],
    ['twenty areas of work', 'twenty = 20'],
    ['hundred thousand ways', 'hundred thousand = 100000'],
  ])('is uncertain where it need count nothing: %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each([
    'hundreds',
    'hundred people',
    'billion',
    'twentyfive',
    'fortyish',
    'third-party',
    'anyone half',
    'a and an',
  ])('is not read in %s', (text) => {
    expect(readNumbers(text)).toEqual([]);
  });

  it.each([
    ['one thirdly', 'one = 1 (uncertain)'],
    ['anyone two halfway', 'two = 2'],
    ['two halftones', 'two = 2'],
  ])('is no fraction in %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });
});

describe('a number in Korean words', () => {
  it.each([
    ['두 가지', '두 = 2'],
    ['다섯 가구', '다섯 가구 = 5 household'],
    ['여섯학교', '여섯 = 6'],
    ['일곱 마을', '일곱 = 7'],
    ['여덟 차례', '여덟 = 8'],
    ['아홉 회', '아홉 회 = 9 time'],
    ['네 곳', '네 곳 = 4 institution'],
    ['열 번', '열 번 = 10 time'],
    ['스무 명', '스무 명 = 20 person'],
  ])('is read before a counter: %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each(['세계', '아세 명', '세'])('is not read in %s', (text) => {
    expect(readNumbers(text)).toEqual([]);
  });
});
