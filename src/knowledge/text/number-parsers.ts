/** Numbers written in words: Chinese and Japanese numerals, English, and Korean before a counter. */

import type { Reading } from './number-reading.ts';
import { toExact } from './number-reading.ts';
import {
  classifiers,
  englishCardinals,
  englishOrdinals,
  hanDigits,
  hanPlaces,
  koreanCardinals,
  magnitudes,
} from './number-words.ts';

const hanRun =
  /[零〇一二两兩両三四五六七八九十百千万萬亿億廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]+(?:[点點][零〇一二三四五六七八九]+[万萬亿億]?)?/g;
const hanFraction = /([零〇一二两三四五六七八九十百千万\d.]+)分之([零〇一二两三四五六七八九十百千万\d.]+)/g;
/** Words in which a single numeral counts nothing, by the character before it. */
const boundBefore = /[统統唯同专專任逐之归歸划劃合单單星礼禮周]$/;
/** … and by what follows it. */
const boundAfter =
  /^(?:些|起|定|直|般|样|樣|切|旦|致|律|方面|系列|体|體|味|心|向|贯|貫|度|边|邊|边倒|下|下子|点|時|时|经|經|能|一|姓|分(?!之|钟|鐘)|足|面|川|亚|亞|江(?![個个条條])|胡|手|元论)/;

/** 三十四, 二〇一七, 两期, 廿五, 百分之三十, 三分之一, 第二; a lone numeral only before a classifier, and `withLone`. */
export function* parseHan(folded: string, withLone: boolean): Iterable<Reading> {
  for (const match of folded.includes('分之') ? folded.matchAll(hanFraction) : []) {
    const below = readPlain(match[1] ?? '');
    const above = readPlain(match[2] ?? '');
    if (below === null || above === null || below === 0n) continue;
    const percent = below === toExact(100);
    const exact = percent ? above : (above * 10n ** 20n) / below;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      exact,
      kind: percent ? 'percent' : 'count',
      certain: true,
      bare: false,
    };
  }
  for (const match of folded.matchAll(hanRun)) {
    const start = match.index;
    if (!withLone && match[0].length === 1 && match[0] in hanDigits) continue;
    if (/[\d.]$/.test(folded.slice(Math.max(0, start - 1), start))) continue;
    yield* readRun(match[0], start, folded);
  }
}

/** What a writer counts himself when he sums a list up: “in four ways”, 三个方面. */
const listing = /^(?:个?(?:方面|点|點|要点|举措|舉措)|件事|大方面|种方式)/;

function* readRun(run: string, start: number, folded: string): Iterable<Reading> {
  const before = folded.slice(Math.max(0, start - 1), start);
  const after = folded.slice(start + run.length, start + run.length + 4);
  if (/[几幾数數好]/.test(before) && !/^[一二三四五六七八九]/.test(run)) return;
  const ordinal = before === '第';
  const counts =
    after !== '' &&
    (classifiers.includes(after.charAt(0)) ||
      /^(?:次|%|％|美元|平方|小时|小時|分钟|分鐘|か|世纪|世紀|角(?![度落色形洲恋戀戏戲]))/.test(after));
  const base = { kind: ordinal ? ('ordinal' as const) : ('count' as const), bare: false };
  if ([...run].length === 1) {
    const value = hanDigits[run] ?? hanPlaces[run] ?? (counts ? 10 ** (magnitudes[run] ?? 0) : undefined);
    if (value === undefined || boundBefore.test(before) || (!ordinal && boundAfter.test(after))) return;
    if (/[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]/.test(run)) return;
    const pair = '两兩両'.includes(run);
    if (!counts && !ordinal && !pair && /[\p{L}]/u.test(before + after.charAt(0))) return;
    const certain = ordinal ? value > 1 : counts && value > 1 && value < 100 && !listing.test(after);
    yield { ...base, start, end: start + 1, exact: toExact(value), certain };
    return;
  }
  if (/[壹贰貳叁參肆伍陆陸柒捌玖]/.test(run) && !/[拾佰仟]/.test(run)) return;
  const exact = parseHanNumber(run);
  if (exact !== null) {
    const vague = /^[千万萬百亿億]+$/.test(run) && !counts;
    if (vague) return;
    yield { ...base, start, end: start + run.length, exact, certain: /^[^千万萬百亿億]/.test(run) || counts };
    return;
  }
  // 十四五, 三五: not one number; each that can be read may stand as evidence.
  for (let from = 0; from < run.length; ) {
    let to = run.length;
    while (to > from && parseHanNumber(run.slice(from, to)) === null) to -= 1;
    const part = to > from ? parseHanNumber(run.slice(from, to)) : null;
    if (part === null) return;
    yield { ...base, start: start + from, end: start + to, exact: part, certain: false };
    from = to;
  }
}

/** The value of a Chinese numeral, or null where it is not one number. */
function parseHanNumber(run: string): bigint | null {
  const [whole = '', fraction] = run.split(/[点點]/);
  const integer = parseHanInteger(whole);
  if (integer === null) return null;
  if (fraction === undefined) return toExact(integer);
  const power = magnitudes[fraction.at(-1) ?? ''] ?? 0;
  const places = [...(power === 0 ? fraction : fraction.slice(0, -1))];
  return toExact(`${integer}.${places.map((digit) => hanDigits[digit] ?? 0).join('')}`, power);
}

function parseHanInteger(run: string): number | null {
  const characters = [...run.replaceAll('廿', '二十').replaceAll('卅', '三十')];
  if (characters.every((character) => character in hanDigits)) {
    if (characters.length > 1 && characters.length < 4 && !/[零〇]/.test(run)) return null;
    return Number(characters.map((character) => hanDigits[character]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let place = 10_000;
  for (const character of characters) {
    const value = hanDigits[character];
    const placeValue = hanPlaces[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (placeValue !== undefined) {
      if (placeValue >= place) return null;
      section += (digit ?? 1) * placeValue;
      digit = null;
      place = placeValue;
    } else {
      const factor = 10 ** (magnitudes[character] ?? 0);
      const below = section + (digit ?? 0);
      // 一亿二千万: a smaller magnitude adds; 五万亿: a greater one multiplies all that stands before it.
      if (below > 0 && total > factor) total += below * factor;
      else total = (total + (below === 0 && total === 0 ? 1 : below)) * factor;
      section = 0;
      digit = null;
      place = 10_000;
    }
  }
  // A last digit straight after a place means the next lower one: 三百五 is 350, 一万二 is 12,000.
  const lower = digit !== null && digit > 0 && !/[零〇十拾廿卅].$/.test(run);
  const scale = place < 10_000 ? place / 10 : trailingFactor(characters) / 10;
  return total + section + (digit ?? 0) * (lower ? Math.max(scale, 1) : 1);
}

function trailingFactor(characters: readonly string[]): number {
  const before = characters.at(-2) ?? '';
  return 10 ** (magnitudes[before] ?? 1);
}

function readPlain(text: string): bigint | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return toExact(text);
  return /\d/.test(text) ? null : parseHanNumber(text);
}

const word = `(?:${[...Object.keys(englishCardinals)].sort((one, other) => other.length - one.length).join('|')})`;
const englishRun = new RegExp(
  `(?<![a-z-])(?:a |an )?(?:(?:${word}|hundred|thousand|million|billion)(?![a-z])(?:-| and (?=${word}(?![a-z]))|,? )?)+(?<ordinal>(?<=(?:ty|hundred|thousand)(?:-| | and ))(?:${Object.keys(englishOrdinals).join('|')})(?![a-z]))?`,
  'g',
);
const fractionWords: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  tenth: 10,
};
const englishFraction =
  /(?<![a-z-])(one|two|three|four|five|six|seven|nine)[- ](half|third|quarter|fifth|sixth|seventh|eighth|tenth)s?(?![a-z])/g;
const englishListing = /^\s?(?:things|ways|aspects|points|respects|fronts|areas of work)(?![a-z])/;
/** Two of these are named without being counted: “the two sides”. */
const pairs = /^\s?(?:sides|places|regions|counties|parties|areas|cities|localities|partners|governments)/;

/** thirty-four, one hundred and three, two million, two thirds, fifth, but seven in “seven first-aid courses”; a lone `one` is uncertain. */
export function* parseEnglish(folded: string): Iterable<Reading> {
  if (!/[a-z]{3}/.test(folded)) return;
  for (const match of folded.matchAll(englishFraction)) {
    const above = englishCardinals[match[1] ?? ''] ?? 1;
    const below = fractionWords[match[2] ?? ''] ?? 1;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      exact: toExact(above) / BigInt(below),
      kind: 'count',
      certain: true,
      bare: false,
    };
  }
  for (const match of folded.matchAll(englishRun)) {
    const text = match[0].replace(/[-, ]+$/, '');
    const words = text.split(/[-, ]+/).filter((each) => !['a', 'an', 'and'].includes(each));
    const value = sumEnglish(words);
    if (value === null) continue;
    const lone = words.length === 1;
    if (lone && words[0] !== undefined && words[0] in magnitudes && !/^an? /.test(text)) continue;
    const ordinal = match.groups?.ordinal !== undefined;
    const after = folded.slice(match.index + text.length, match.index + text.length + 14);
    const vague =
      value < 2 || (value === 2 && pairs.test(after)) || (value < 10 && englishListing.test(after));
    const certain = !(lone && vague);
    yield {
      start: match.index,
      end: match.index + text.length,
      exact: toExact(value),
      kind: ordinal ? 'ordinal' : 'count',
      certain,
      bare: false,
    };
  }
  for (const match of folded.matchAll(/(?<![a-z-])[a-z]+(?![a-z-])/g)) {
    const value = englishOrdinals[match[0]];
    if (value === undefined) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      exact: toExact(value),
      kind: 'ordinal',
      certain: value > 3,
      bare: false,
    };
  }
}

function sumEnglish(words: readonly string[]): number | null {
  let total = 0;
  let section = 0;
  for (const each of words) {
    const value = englishCardinals[each] ?? englishOrdinals[each];
    const power = magnitudes[each];
    if (value !== undefined) section += value;
    else if (power === 2) section = (section === 0 ? 1 : section) * 100;
    else if (power !== undefined) {
      total += (section === 0 ? 1 : section) * 10 ** power;
      section = 0;
    } else return null;
  }
  return words.length === 0 ? null : total + section;
}

const koreanRun = new RegExp(
  `(?<![가-힣])(${Object.keys(koreanCardinals).join('|')})(?= ?(?:명|개|곳|가지|차례|번|회|가구|학교|마을|사람))`,
  'g',
);

/** 세 가지, 다섯 명: native numerals, only before a counter. */
export function* parseKorean(folded: string): Iterable<Reading> {
  if (!/[가-힣]/.test(folded)) return;
  for (const match of folded.matchAll(koreanRun)) {
    const exact = toExact(koreanCardinals[match[1] ?? ''] ?? 0);
    yield {
      start: match.index,
      end: match.index + match[0].length,
      exact,
      kind: 'count',
      certain: true,
      bare: false,
    };
  }
}
