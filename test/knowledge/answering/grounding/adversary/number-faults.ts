/** Numbers, units and dates that are not the article's. */
import { findNumbers } from '../../../../../src/knowledge/text/numbers.ts';
import { type Change, changed, changeOne, choose, cite, type Maker, type Pick, replaceAt } from './draft.ts';
import { respell, toEnglish, toHan, toHanDigits } from './spellings.ts';

/** A run of digits that is one number, with its magnitude. */
const written = /(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.]*\d)([万亿萬億]?)/gu;

function transpose(digits: string, pick: Pick): string | null {
  const pairs = [...digits].flatMap((digit, index, all) => {
    const next = all[index + 1];
    return next !== undefined && /\d\d/.test(digit + next) && digit !== next && !(index === 0 && next === '0')
      ? [index]
      : [];
  });
  const at = choose(pairs, pick);
  if (at === null) return null;
  return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
}

function changeDigit(digits: string, pick: Pick): string {
  const places = [...digits].flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  const at = choose(places, pick) ?? 0;
  const shift = 1 + pick(8);
  const digit = (Number(digits[at]) + shift) % 10;
  return (
    digits.slice(0, at) +
    String(at === 0 && digit === 0 ? (digits.startsWith('5') ? 6 : 5) : digit) +
    digits.slice(at + 1)
  );
}

const inDigits = (change: (digits: string, pick: Pick) => string | null): Change =>
  changeOne(written, ([whole, magnitude = ''], pick) => {
    const digits = change(whole.slice(0, whole.length - magnitude.length).replaceAll(',', ''), pick);
    return digits === null ? null : digits + magnitude;
  });

/** The same, in another spelling. */
const respelt = (change: (digits: string, pick: Pick) => string | null): Change =>
  changeOne(written, (match, pick) => {
    const [whole, magnitude = ''] = match;
    if (/^[年月日]/u.test((match.input ?? '').slice((match.index ?? 0) + whole.length))) return null;
    const digits = change(whole.slice(0, whole.length - magnitude.length).replaceAll(',', ''), pick);
    if (digits === null) return null;
    const plain = magnitude.replace('萬', '万').replace('億', '亿');
    return plain === '' || plain === '万' || plain === '亿' ? choose(respell(digits, plain), pick) : null;
  });

const changeHanNumeral: Change = (text, pick) => {
  const numerals = findNumbers(text).filter(
    ({ start, end, certain, exact }) =>
      certain && exact > 0n && /^[一二三四五六七八九十百千万]{1,6}/u.test(text.slice(start, end)),
  );
  const number = choose(numerals, pick);
  if (number === null) return null;
  const numeral = /^[一二三四五六七八九十百千万]+/u.exec(text.slice(number.start))?.[0] ?? '';
  const other = toHan(Math.max(2, number.value + 1 + pick(7)));
  return text.slice(0, number.start) + other + text.slice(number.start + numeral.length);
};

/** Two counts of one sentence that are far enough apart to be of two facts. */
const exchangeWithin: Change = (text) => {
  const runs = [...text.matchAll(/\d+(?:\.\d+)?(?![\d.年月日])/gu)];
  const [one, other] = runs;
  if (one === undefined || other === undefined || one[0] === other[0]) return null;
  const between = text.slice(one.index + one[0].length, other.index);
  // “市级6家、村级6个” and numbers in one breath (146批次1682人次) are told apart by their units, which stay.
  if (between.length < 6) return null;
  return text.slice(0, one.index) + other[0] + between + one[0] + text.slice(other.index + other[0].length);
};

/** A count in place of another of the same passage that counts the same kind of thing. */
const takeFromPassage: Maker = (fact, _, pick) => {
  const count = /(\d+(?:\.\d+)?)([万亿]?)([名户家个所人元次件位])/gu;
  const own = choose([...fact.text.matchAll(count)], pick);
  if (own === null) return null;
  const others = [...fact.passage.text.matchAll(count)].filter(
    ([whole, digits, , unit]) => unit === own[3] && digits !== own[1] && !fact.text.includes(whole),
  );
  const other = choose(others, pick);
  return other === null ? null : cite(fact, replaceAt(fact.text, own, other[0]), fact.text);
};

const takeFromElsewhere: Maker = (fact, world, pick) => {
  const count = /(\d+(?:\.\d+)?)([万亿]?)([名户家个所人元次件位])/gu;
  const own = choose([...fact.text.matchAll(count)], pick);
  const elsewhere = choose(
    world.facts.filter(({ passage }) => passage.paragraph !== fact.passage.paragraph),
    pick,
  );
  const other = choose([...(elsewhere?.text.matchAll(count) ?? [])], pick);
  if (own === null || other === null || fact.passage.text.includes(`${other[1]}${other[2]}`)) return null;
  return cite(fact, replaceAt(fact.text, own, `${other[1]}${other[2]}${own[3]}`), fact.text);
};

const unit = (pattern: RegExp, to: string): Change => changeOne(pattern, () => to);

const moveYear: Change = changeOne(/(?<!\d)[12]\d{3}(?=年)/gu, ([year], pick) =>
  String(Number(year) + (pick(2) === 0 ? -1 - pick(9) : 1 + pick(9))),
);
const moveMonth: Change = changeOne(/(?<!\d)\d{1,2}(?=月(?!份?报))/gu, ([month], pick) =>
  String(((Number(month) + pick(11)) % 12) + 1),
);
const moveDay: Change = changeOne(/(?<=月)\d{1,2}(?=日)/gu, ([day], pick) =>
  String(((Number(day) + pick(26)) % 28) + 1),
);
const spellDate =
  (change: Change): Change =>
  (text, pick, world) =>
    change(text, pick, world)
      ?.replace(/\d{4}(?=年)/gu, toHanDigits)
      .replace(/(?<!\d)\d{1,2}(?=[月日])/gu, (digits) => toHan(Number(digits))) ?? null;

/** A year of another paragraph in place of the fact's. */
const yearOfAnotherFact: Maker = (fact, world, pick) => {
  const own = /(?<!\d)[12]\d{3}(?=年)/u.exec(fact.text);
  if (own === null) return null;
  const years = world.article.paragraphs.flatMap(({ text }) => text.match(/(?<!\d)[12]\d{3}(?=年)/gu) ?? []);
  const other = choose(
    years.filter(
      (year) =>
        year !== own[0] && !(world.article.paragraphs[fact.passage.paragraph]?.text ?? '').includes(year),
    ),
    pick,
  );
  return other === null ? null : cite(fact, replaceAt(fact.text, own, other), fact.text);
};

/** A year put before a fact of a paragraph that has no year. */
const addYear: Maker = (fact, world, pick) =>
  /\d{4}年|\d月/u.test(world.article.paragraphs[fact.passage.paragraph]?.text ?? '') || !world.isChinese
    ? null
    : cite(fact, `${1950 + pick(74)}年，${fact.text}`, fact.text);

const inEnglish: Change = changeOne(/(?<![\d.,])\d+(?:,\d{3})*(?![\d.,]*\d)/gu, ([whole], pick) => {
  const value = Number(whole.replaceAll(',', ''));
  return value > 99_999 ? null : toEnglish(value + 1 + pick(9));
});

export const numberFaults: Readonly<Record<string, Maker>> = {
  'a digit changed': changed(inDigits(changeDigit)),
  'a digit changed, in another spelling': changed(respelt(changeDigit)),
  'two digits transposed': changed(inDigits(transpose)),
  'two digits transposed, in another spelling': changed(respelt(transpose)),
  'a digit left out': changed(inDigits((digits) => (/^\d{3,}$/.test(digits) ? digits.slice(0, -1) : null))),
  'a digit added': changed(
    inDigits((digits, pick) => (digits.includes('.') ? null : digits + String(pick(10)))),
  ),
  'a Chinese numeral changed': changed(changeHanNumeral),
  'a number changed in English words': (fact, world, pick) =>
    world.isChinese ? null : changed(inEnglish)(fact, world, pick),
  'two numbers exchanged': changed(exchangeWithin),
  'a number of another fact in the passage': takeFromPassage,
  'a number from another paragraph': takeFromElsewhere,
  'a number added': changed((text, pick, { isChinese }) =>
    isChinese ? `${text}，共计${1_013 + pick(7_000)}户` : `${text}, in all ${1_013 + pick(7_000)} households`,
  ),
  'a percentage added': changed((text, pick, { isChinese }) =>
    isChinese ? `${text}，增长${11 + pick(80)}%` : `${text}, a rise of ${11 + pick(80)}%`,
  ),
  'a percentage changed': changed(
    changeOne(/\d+(?:\.\d+)?(?=[%％])/gu, ([digits], pick) => String(Number(digits) + 1 + pick(20))),
  ),
};

export const unitFaults: Readonly<Record<string, Maker>> = {
  '万 made 亿': changed(unit(/(?<=\d)[万萬]/gu, '亿')),
  '亿 made 万': changed(unit(/(?<=\d)[亿億]/gu, '万')),
  '万 left out': changed(unit(/(?<=\d)[万萬](?=\p{Script=Han})/gu, '')),
  '万 put in': changed(unit(/(?<=\d)(?=[名户戶人元吨位冊])/gu, '万')),
  'people made households': changed(unit(/(?<=\d[万萬]?)(?<![第首前]\d+)[名位人](?!次)/gu, '户')),
  'households made people': changed(unit(/(?<=\d[万萬]?)[户戶]/gu, '名')),
  'visits made people': changed(unit(/(?<=\d[万萬]?)人次/gu, '户')),
  'yuan made dollars': changed(unit(/(?<=\d[万亿萬億]?)[元圓]/gu, '美元')),
  'yuan made people': changed(unit(/(?<=\d[万亿萬億]?)[元圓]/gu, '人')),
  'people made yuan': changed(unit(/(?<=\d[万萬]?)(?<![第首前]\d+)[名位人](?!次)/gu, '元')),
  'things made people or households': changed(
    changeOne(/(?<=\d)[个家所项艘件個項]/gu, (_, pick) => choose(['名', '户'], pick)),
  ),
  'years made months': changed(
    unit(/(?<![\d]{2}|[一二三四五六七八九〇]{2})(?<=\d)年(?![代初末底])/gu, '个月'),
  ),
  'months made years': changed(unit(/(?<=\d)[个個]月/gu, '年')),
  'another measure': changed(
    changeOne(
      /(?<=\d)(公里|平方米|吨|米|公斤|分钟|小时|天|角|公尺|公噸)/gu,
      ([measure]) => measures[measure] ?? null,
    ),
  ),
  'per cent made times': changed(unit(/(?<=\d)[%％]/gu, '倍')),
  'million made billion': changed(unit(/(?<=\d )million/gu, 'billion')),
};

const measures: Readonly<Record<string, string>> = {
  公里: '米',
  米: '公里',
  公尺: '公里',
  平方米: '亩',
  吨: '公斤',
  公噸: '公斤',
  公斤: '吨',
  分钟: '小时',
  小时: '天',
  天: '年',
  角: '元',
};

export const dateFaults: Readonly<Record<string, Maker>> = {
  'a year moved': changed(moveYear),
  'a month moved': changed(moveMonth),
  'a day moved': changed(moveDay),
  'a date moved, in Chinese numerals': (fact, world, pick) => {
    const change = choose([moveYear, moveMonth, moveDay], pick) ?? moveYear;
    return change(fact.text, pick, world) === null ? null : changed(spellDate(change))(fact, world, pick);
  },
  'a year of another fact': yearOfAnotherFact,
  'a year added': addYear,
  'an English year moved': changed(
    changeOne(/(?<=\b(?:in|of|since|by) )[12]\d{3}\b/giu, ([year], pick) =>
      String(Number(year) + 1 + pick(9)),
    ),
  ),
};
