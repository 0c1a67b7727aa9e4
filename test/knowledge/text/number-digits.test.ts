import { describe, expect, it } from 'vitest';
import { readNumbers } from './read-numbers.ts';

describe('a number in digits', () => {
  it.each([
    ['第12条', '12 = 12 ordinal'],
    ['第 12 条', '12 = 12 ordinal'],
    ['第1999条', '1999 = 1999 ordinal'],
    ['the 21st century', '21st = 21 ordinal'],
    ['2nd place', '2nd = 2 ordinal'],
    ['4th grade', '4th = 4 ordinal'],
    ['1999th', '1999th = 1999 ordinal'],
  ])('is an ordinal in %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each([
    ['第共12条', '12 = 12'],
    ['12 then the 3 on the 4th', '12 = 12', '3 = 3', '4th = 4 ordinal'],
    ['12stone', '12 = 12'],
    ['5 standards', '5 = 5'],
  ])('is none in %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['3万5千', '3万5千 = 35000'],
    ['1亿 5000万', '1亿 5000万 = 150000000'],
    ['1亿5000万3千', '1亿5000万3千 = 150003000'],
    ['3万亿', '3万亿 = 3000000000000'],
    ['1亿5000元', '1亿5000元 = 100005000 yuan'],
    ['1.2345 billion', '1.2345 billion = 1234500000'],
    ['12 thousand', '12 thousand = 12000'],
  ])('takes its magnitudes together: %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each([
    ['3千5百', '3千 = 3000', '5百 = 500'],
    ['1亿  5000万', '1亿 = 100000000', '5000万 = 50000000'],
    ['1亿，5000万', '1亿 = 100000000', '5000万 = 50000000'],
    ['5000万1亿', '5000万 = 50000000', '1亿 = 100000000'],
    ['1亿2亿', '1亿 = 100000000', '2亿 = 200000000'],
    ['1.5.2', '1.5 = 1.5', '2 = 2'],
    ['12,34', '12 = 12', '34 = 34'],
    ['1,2345', '1 = 1', '2345 = 2345'],
    ['2 millions', '2 = 2'],
  ])('stays apart from its neighbour: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });

  it.each([
    ['1000', '1000 = 1000 1000-?-?'],
    ['2099', '2099 = 2099 2099-?-?'],
    ['2100', '2100 = 2100'],
    ['999', '999 = 999'],
    ['1,999', '1,999 = 1999'],
    ['1999.0', '1999.0 = 1999'],
    ['1999.55', '1999.55 = 1999.55'],
    ['0.1999万', '0.1999万 = 1999'],
    ['2千', '2千 = 2000'],
    ['1999万', '1999万 = 19990000'],
    ['1999元', '1999元 = 1999 yuan'],
  ])('may be a year only where it stands alone: %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });
});
