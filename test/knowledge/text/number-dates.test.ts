import { describe, expect, it } from 'vitest';
import { readNumbers } from './read-numbers.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

describe('a date', () => {
  it.each(months.map((month, index) => [month, index + 1]))('in %s is of month %i', (month, number) => {
    expect(readNumbers(`${month} 2019`)).toEqual([`${month} 2019 = 2019 date 2019-${number}-?`]);
    const short = String(month).slice(0, 3);
    expect(readNumbers(`4 ${short} 2019`)).toEqual([`4 ${short} 2019 = 2019 date 2019-${number}-4`]);
  });

  it.each([
    ['in Sept. 2019', 'Sept. 2019 = 2019 date 2019-9-?'],
    ['Sept. 9, 2019', 'Sept. 9, 2019 = 2019 date 2019-9-9'],
    ['since Jun.', 'Jun. = 6 date ?-6-?'],
    ['by march', 'march = 3 date ?-3-?'],
    ['11th of March, 2019', '11th of March, 2019 = 2019 date 2019-3-11'],
    ['22nd of June 2018', '22nd of June 2018 = 2018 date 2018-6-22'],
    ['1st May 2020', '1st May 2020 = 2020 date 2020-5-1'],
    ['2019.03.11', '2019.03.11 = 2019 date 2019-3-11'],
    ['2019-3-1', '2019-3-1 = 2019 date 2019-3-1'],
    ['2019-12-31', '2019-12-31 = 2019 date 2019-12-31'],
    ['2019-10-30', '2019-10-30 = 2019 date 2019-10-30'],
    ['2019/11/25', '2019/11/25 = 2019 date 2019-11-25'],
    ['2017‐03', '2017‐03 = 2017 date 2017-3-?'],
    ['1月1日', '1月1日 = 1 date ?-1-1'],
    ['1月31日', '1月31日 = 1 date ?-1-31'],
    ['12月', '12月 = 12 date ?-12-?'],
    ['十月十日', '十月十日 = 10 date ?-10-10'],
    ['十二月二十一日', '十二月二十一日 = 12 date ?-12-21'],
    ['三月二十日', '三月二十日 = 3 date ?-3-20'],
    ['十一月三十日', '十一月三十日 = 11 date ?-11-30'],
    ['二零一九年十月', '二零一九年十月 = 2019 date 2019-10-?'],
    ['2017年 的', '2017年 = 2017 date 2017-?-?'],
    ['2017年3月有', '2017年3月 = 2017 date 2017-3-?'],
    ['2018년 12월 31일', '2018년 12월 31일 = 2018 date 2018-12-31'],
  ])('is read in %s', (text, expected) => {
    expect(readNumbers(text)).toEqual([expected]);
  });

  it.each([
    ['13月', '13 = 13'],
    ['0月', '0 = 0'],
    ['32月1日', '32 = 32', '1日 = 1 day'],
    ['1月32日', '1 = 1', '32日 = 32 day'],
    ['1月0日', '1 = 1', '0日 = 0 day'],
    ['2019-13-01', '2019 = 2019 2019-?-?', '13 = 13', '01 = 1'],
    ['2019-03-32', '2019-03 = 2019 date 2019-3-?', '32 = 32'],
    ['2019-03-111', '2019-03 = 2019 date 2019-3-?', '111 = 111'],
    ['2019-03-11.5', '2019-03 = 2019 date 2019-3-?', '11.5 = 11.5'],
    ['2019-3/4', '2019-3 = 2019 date 2019-3-?', '4 = 4'],
    ['12019-03-11', '12019 = 12019', '03 = 3', '11 = 11'],
    ['1.2019-03-11', '1.2019 = 1.2019', '03 = 3', '11 = 11'],
    ['May 12345', '12345 = 12345'],
    ['May 2, 20199', 'May 2 = 5 date ?-5-2', '20199 = 20199'],
    ['in marching'],
    ['三十日', '三十日 = 30 day'],
  ])('is not read in what is none, or only as far as it is one: %s', (text, ...expected) => {
    expect(readNumbers(text)).toEqual(expected);
  });
});
