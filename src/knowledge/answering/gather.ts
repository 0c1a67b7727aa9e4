/** Lists of all the article has of one form: every amount of money, all the dates, all the numbers of people. */
import type { Article, Passage } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import { holdsSought } from './sought-form.ts';

const all = '(?:所有|全部|每一?[个笔处次]|一切|すべて|全て|모든|\\b(?:every|all|each)\\b)';
/** Each form with its names, and with those of several of it. */
const forms = [
  ['money', '金额|款项|钱数|资金数|(?:amount|sum) of money|money figure|금액', 'amounts|sums'],
  ['date', '日期|时间点|年份|\\b(?:date|year)s?\\b|日付|날짜', 'dates|years'],
  ['people', '人数|\\b(?:number of people|headcount)|인원', 'numbers of people|headcounts'],
  ['percent', '百分比|比例|\\b(?:percentage|share)s?\\b|割合|비율', 'percentages|shares'],
] as const;
export type Form = (typeof forms)[number][0];

/** Only what asks for a list may be one: “open all year?” is none. */
const asksForList =
  /列|哪些|都有|都[说讲写]|^(?:所有|全部)(?!.*(?:多少|几|吗))|挙げ|나열|알려|모두|\b(?:list|show|give|name|which|what)\b|^(?:all|every)\b/u;
const patterns = forms.map(
  ([form, names, several]) =>
    [
      form,
      new RegExp(
        foldText(
          `${all}.{0,12}(?:${names}|${several})|哪些(?:${names})|(?:${names}).{0,4}有哪些|\\b(?:which|what) (?:${several})\\b`,
        ).text,
        'u',
      ),
    ] as const,
);
/** What is left where nothing narrows it down. */
const nothingElse =
  /列(?:出来?|举)|说(?:出来|一遍)?|都|给我|提到|出现|涉及|(?:文章|文中|全文|本文)[里中]?|请|把|的|了|有|\b(?:please|list|show|give|tell|me|in|of|the|this|article|text|piece|mentioned|named|that|are|is|it|from)\b|[\s\p{P}]/gu;

/** What a list of everything of one form asks for, and whether it narrows it down; null for other questions. */
export function readGathering(folded: string): { readonly form: Form; readonly isNarrow: boolean } | null {
  if (!asksForList.test(folded)) return null;
  for (const [form, pattern] of patterns) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    return { form, isNarrow: folded.replace(match[0], '').replace(nothingElse, '') !== '' };
  }
  return null;
}

/** Whether a text holds something of the form. */
export function holdsForm(form: Form, text: string): boolean {
  const numbers = findNumbers(text);
  if (form === 'money') return holdsSought({ sought: 'amount', unit: null }, text, () => numbers);
  if (form === 'percent') return holdsSought({ sought: 'share', unit: null }, text, () => numbers);
  if (form === 'date') return numbers.some(({ date }) => date !== null);
  return numbers.some(({ unit }) => unit === 'person');
}

/** The passages of the article's text that hold the form that a query lists, in order; none for other queries. */
export function gatherFor(query: string, article: Article): readonly Passage[] {
  const gathering = readGathering(foldText(query).text);
  if (gathering === null) return [];
  return article.passages.filter(({ field, text }) => field === null && holdsForm(gathering.form, text));
}
