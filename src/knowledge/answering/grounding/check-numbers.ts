import { toExact } from '../../text/number-reading.ts';
import { type FoundNumber, findNumbers } from '../../text/numbers.ts';
import type { Place } from '../ledger.ts';
import { isDenied } from './denial.ts';
import type { Evidence } from './evidence.ts';

/** A number of the article, and where it stands. */
interface PlacedNumber extends FoundNumber {
  readonly paragraph: number;
  /** In a cited passage, not only in its paragraph. */
  readonly inPassage: boolean;
}

type NumberCheck =
  /** `places`: the statement's places, widened to the numbers that stand in the passage but outside the quote. */
  { readonly places: readonly Place[] } | { readonly missing: string };

const sumWords =
  /(?<!累)(?:共|合计|合計|总计|總計|总数|總數|相加|[加合]起[来來]|加在一起|[计計](?=\s?\d))|[+＋=＝]|\b(?:total|sum|altogether|together|overall|combined|in all|plus|add(?:s|ed)? up)\b|합계|합[쳐치]|총|모두|合わせ/iu;
const differenceWords =
  /比[^，。]*[多少高低]|多出|多了|少了|相差|差|余下|其余|剩|[−]|\b(?:more|fewer|less|difference|minus|remain\w*|rest|other)\b|차이|더 많|더 적|多い|少ない|残り/iu;

/**
 * Every number and date of a statement must stand in its cited passages by value (and unit, where both have one),
 * follow from parts that it shows and cites, or be denied by it. A date may stand elsewhere in the cited paragraph.
 */
export function checkNumbers(text: string, evidence: Evidence): NumberCheck {
  const numbers = findNumbers(text);
  const known = placeNumbers(evidence);
  const found = numbers.map((number, index) => {
    const support = findSupport(number, known);
    const isClaimed = index > 1 && worksOut.test(clauseAround(text, number));
    return support !== null && isClaimed && !isStatedAsDerived(support, evidence) ? null : support;
  });
  const supported = numbers.filter((_, index) => found[index] !== null);
  const missing = numbers.find((number, index) => {
    if (found[index] !== null || !number.certain) return false;
    if (isDenied(text, number) && supported.some(({ certain }) => certain)) return false;
    return !followsFrom(number, supported, text) && !countsItems(number, text) && !countsParts(number, text);
  });
  if (missing !== undefined) return { missing: text.slice(missing.start, missing.end) };
  return {
    places: widen(
      evidence,
      found.flatMap((number) => (number === null ? [] : [number])),
    ),
  };
}

/** A clause that says of its number that it was worked out: the article must say so too, or the parts must. */
export const worksOut =
  /[前后後]者比[前后後]者|相差|差[额額]|相加|[加合]起[来來]|加在一起|\bdifference\b|\badd up\b/u;

function isStatedAsDerived({ paragraph, start, end }: PlacedNumber, { article }: Evidence): boolean {
  const around = article.paragraphs[paragraph]?.text.slice(Math.max(0, start - 12), end + 6) ?? '';
  return worksOut.test(around);
}

/** The numbers of the cited paragraphs, those that the quotes show first. */
function placeNumbers({ article, places, passages }: Evidence): PlacedNumber[] {
  const numbers = [...new Set(places.map(({ paragraph }) => paragraph))].flatMap((paragraph) =>
    findNumbers(article.paragraphs[paragraph]?.text ?? '').map((number) => ({
      ...number,
      paragraph,
      inPassage: passages.some((passage) => passage.paragraph === paragraph && holds(passage, number)),
    })),
  );
  const isQuoted = (number: PlacedNumber) =>
    places.some((place) => place.paragraph === number.paragraph && holds(place, number));
  return [...numbers.filter(isQuoted), ...numbers.filter((number) => !isQuoted(number))];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function findSupport(number: FoundNumber, known: readonly PlacedNumber[]): PlacedNumber | null {
  const near = known.filter(({ inPassage }) => inPassage);
  const direct = near.find((other) => agrees(number, other));
  if (direct !== undefined) return direct;
  if (number.date === null) return null;
  return known.find((other) => agrees(number, other)) ?? findDateInParts(number, known);
}

/** Whether two numbers say the same, as far as both say it. */
export function agrees(one: FoundNumber, other: FoundNumber): boolean {
  if (one.kind === 'date' || other.kind === 'date') {
    if (one.date === null || other.date === null) return false;
    return partsOf(one.date).every(([part, value]) => other.date?.[part] === value);
  }
  if ((one.kind === 'percent') !== (other.kind === 'percent')) return false;
  if ((one.kind === 'ordinal') !== (other.kind === 'ordinal') && (one.unit ?? other.unit) !== null)
    return false;
  return one.exact === other.exact && haveSameUnit(one, other);
}

/** What is counted one by one is no measure: 2条 is not 2元. */
const measured =
  /^(?:yuan|dollar|yen|tenth|percent|year|month|week|day|hour|minute|age|multiple|area|length|weight)/;

function haveSameUnit(one: FoundNumber, other: FoundNumber): boolean {
  if (one.unit !== null && other.unit !== null) return one.unit === other.unit;
  const isCounted = (one.counter ?? other.counter) !== null;
  return !(isCounted && measured.test(one.unit ?? other.unit ?? ''));
}

type DateParts = NonNullable<FoundNumber['date']>;

function partsOf(date: DateParts): [keyof DateParts, number][] {
  return (['year', 'month', 'day'] as const).flatMap((part): [keyof DateParts, number][] => {
    const value = date[part];
    return value === null ? [] : [[part, value]];
  });
}

/** 2018年 … 3月: a date whose parts the paragraph gives apart, none of them contradicting another. */
function findDateInParts({ date }: FoundNumber, known: readonly PlacedNumber[]): PlacedNumber | null {
  if (date === null) return null;
  const parts = partsOf(date);
  if (parts.length < 2) return null;
  const holders = parts.map(([part, value]) =>
    known.find(
      (other) =>
        other.kind === 'date' &&
        other.date?.[part] === value &&
        parts.every(([name, wanted]) => (other.date?.[name] ?? wanted) === wanted),
    ),
  );
  return holders.every((holder) => holder !== undefined) ? (holders.at(-1) ?? null) : null;
}

/** “七个：组织领导、人才支援……”: as many as the statement then lists. */
function countsItems({ end, exact, kind }: FoundNumber, text: string): boolean {
  const list = /^[^：:，,。.；;]{0,16}[：:]([^。；;]+)/u.exec(text.slice(end))?.[1];
  if (kind !== 'count' || list === undefined) return false;
  const items = list.split(/[、，,]|以及|和|及|与|\band\b/u).filter((item) => /[\p{L}\p{N}]/u.test(item));
  return toExact(items.length) === exact || toExact(list.split(/[、，,]/u).length) === exact;
}

/** “两项相加是 …”: the parts of a sum, counted. */
function countsParts({ start }: FoundNumber, text: string): boolean {
  return /^(?:两|兩|二|三|四|[234])(?:项|項|者|部分|类|類|个|個)?(?:相加|合计|合計|加起|加在|之和|相差|总共|總共)/u.test(
    text.slice(start),
  );
}

const mostParts = 12;

/** A sum or a difference of numbers that the statement shows and that are supported, where its clause says that it is one. */
function followsFrom(number: FoundNumber, all: readonly FoundNumber[], text: string): boolean {
  if (number.kind !== 'count' || number.exact === 0n) return false;
  const clause = clauseAround(text, number);
  const addends = all.filter(
    ({ kind, unit, date }) =>
      kind === 'count' && date === null && (unit === number.unit || unit === null || number.unit === null),
  );
  if (differenceWords.test(clause)) {
    const certain = addends.filter((each) => each.certain);
    const isDifference = (one: FoundNumber) =>
      certain.some((other) => one.exact - other.exact === number.exact);
    if (certain.some(isDifference)) return true;
  }
  return (
    (sumWords.test(clause) && isSum(number, addends.slice(0, mostParts))) ||
    isBrokenDown(number, addends, text)
  );
}

/** “62所（11所市直属、51所镇属）”: the parts stand in brackets behind their sum. */
function isBrokenDown({ end, exact }: FoundNumber, parts: readonly FoundNumber[], text: string): boolean {
  const bracket = /^[^（(，。；,;]{0,24}[（(]([^）)]+)[）)]/u.exec(text.slice(end));
  if (bracket === null) return false;
  const inside = parts.filter(({ start }) => start > end && start < end + bracket[0].length);
  return inside.length > 1 && inside.reduce((sum, part) => sum + part.exact, 0n) === exact;
}

/** A sum of what has its unit, where there is more than one of that. */
function isSum({ exact, unit, counter }: FoundNumber, parts: readonly FoundNumber[]): boolean {
  const alike = parts.filter((part) =>
    unit === null ? counter !== null && part.counter === counter : part.unit === unit,
  );
  const lists = alike.length > 1 ? [alike] : [parts, parts.filter(({ certain }) => certain)];
  return lists.some((list) => hasRunOfSum(list, exact));
}

/** Whether neighbours add up to a sum: of any numbers that are far apart, some do by chance. */
function hasRunOfSum(addends: readonly FoundNumber[], wanted: bigint): boolean {
  return addends.some((_, from) => {
    let sum = 0n;
    return addends.slice(from).some(({ exact }, index) => {
      sum += exact;
      return index > 0 && sum === wanted;
    });
  });
}

export function clauseAround(text: string, { start }: FoundNumber): string {
  const stop = /[，。；！？,;!?](?!\d)/u;
  const before = text.slice(0, start).split(stop).at(-1) ?? '';
  return before + (text.slice(start).split(stop)[0] ?? '');
}

/** Numbers outside the quote but in its passage: the quote grows to their clause, so that the reader sees them. */
function widen({ article, places, passages }: Evidence, numbers: readonly PlacedNumber[]): Place[] {
  const widened = places.map((place) => ({ ...place }));
  for (const number of numbers) {
    if (!number.inPassage) continue;
    const same = widened.filter(({ paragraph }) => paragraph === number.paragraph);
    if (same.some(({ start, end }) => start <= number.start && end >= number.end)) continue;
    const passage = passages.find(
      (each) => each.paragraph === number.paragraph && each.start <= number.start && each.end >= number.end,
    );
    const nearest = same.find(
      ({ start, end }) => passage !== undefined && start < passage.end && end > passage.start,
    );
    if (passage === undefined || nearest === undefined) continue;
    const text = article.paragraphs[number.paragraph]?.text ?? '';
    let { start, end } = number;
    while (start > passage.start && !/[，。；：！？,;:!?\n]/u.test(text.charAt(start - 1))) start -= 1;
    while (end < passage.end && !/[，。；：！？;:!?\n]/u.test(text.charAt(end))) end += 1;
    nearest.start = Math.min(nearest.start, start);
    nearest.end = Math.max(nearest.end, end);
    nearest.passage = nearest.start < passage.start ? nearest.passage : passage.id;
  }
  return widened;
}
