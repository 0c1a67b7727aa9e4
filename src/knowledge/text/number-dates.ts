import type { DateParts } from './number-reading.ts';
import { months } from './number-words.ts';

interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: DateParts;
}

const han = '[〇零一二三四五六七八九十]';
const monthNames = `(${months.map((month) => `${month}|${month.slice(0, 3)}(?:\\.|\\b)|${month.slice(0, 4)}\\.`).join('|')})`;
const ordinalDay = '(\\d{1,2})(?:st|nd|rd|th)?';

const anyMonth = new RegExp(months.map((month) => month.slice(0, 3)).join('|'));

/** Each with named groups `year`, `month`, `day`; the first that matches at a place wins. */
const datesInCharacters: readonly RegExp[] = [
  new RegExp(
    `(?<year>\\d{4}|${han}{4})\\s?[年년]\\s?(?:(?<month>\\d{1,2}|${han}{1,2})\\s?[月월]\\s?(?:(?<day>\\d{1,2}|${han}{1,3})\\s?[日号號일])?)?`,
    'g',
  ),
  new RegExp(
    `(?<!\\d)(?<month>\\d{1,2}|${han}{1,2})\\s?[月월](?:\\s?(?<day>\\d{1,2}|${han}{1,3})\\s?[日号號일])?`,
    'g',
  ),
];
const datesInMarks = [
  /(?<![\d.])(?<year>[12]\d{3})(?<mark>[-/.])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>0?[1-9]|[12]\d|3[01]))?(?![\d]|\.\d)/g,
];
const datesInEnglish: readonly RegExp[] = [
  new RegExp(`\\b(?<month>${monthNames})\\s(?<day>${ordinalDay})(?:,?\\s(?<year>[12]\\d{3}))?(?!\\d)`, 'g'),
  new RegExp(
    `\\b(?<day>${ordinalDay})\\s(?:of\\s)?(?<month>${monthNames})(?:,?\\s(?<year>[12]\\d{3}))?(?!\\d)`,
    'g',
  ),
  new RegExp(`\\b(?<month>${monthNames}),?\\s(?:of\\s)?(?<year>[12]\\d{3})(?!\\d)`, 'g'),
  new RegExp(
    `\\b(?<=\\b(?:in|by|since|from|until|before|after|during|to)\\s)(?<month>${monthNames})(?![a-z])`,
    'g',
  ),
];

/** Finds the dates of a folded text: 2017年3月, 二〇一七年, 3月11日, 2019-03-11, March 2017, 11 March 2019, 2017년 3월. */
export function* findDates(folded: string): Iterable<FoundDate> {
  const patterns = [
    ...(/[年년月월]/.test(folded) ? datesInCharacters : []),
    ...(/\d{4}[-/.]/.test(folded) ? datesInMarks : []),
    ...(anyMonth.test(folded) ? datesInEnglish : []),
  ];
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const { year, month, day } = match.groups ?? {};
      const date = { year: readPart(year), month: readMonth(month), day: readPart(day) };
      if (!isPossible(date)) continue;
      yield { start: match.index, end: match.index + match[0].trimEnd().length, date };
    }
  }
}

function isPossible({ year, month, day }: DateParts): boolean {
  if (year === null && month === null) return false;
  return (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31));
}

function readMonth(text: string | undefined): number | null {
  if (text === undefined || !/^[a-z]/.test(text)) return readPart(text);
  const index = months.findIndex((month) => month.startsWith(text.slice(0, 3)));
  return index < 0 ? null : index + 1;
}

function readPart(text: string | undefined): number | null {
  if (text === undefined) return null;
  const plain = /^\d+/.exec(text);
  if (plain !== null) return Number(plain[0]);
  const [tens, ones] = text.includes('十') ? text.split('十') : [undefined, text];
  const digitsOf = (part: string) =>
    Number([...part].map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace('零', '〇'))).join(''));
  if (tens === undefined) return digitsOf(ones ?? '');
  return (tens === '' ? 1 : digitsOf(tens)) * 10 + (ones === undefined || ones === '' ? 0 : digitsOf(ones));
}
