/** Lists of all the article has of one form: every amount of money, all the dates, all the numbers of people. */
import type { Article, Passage } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import { holdsSought } from './sought-form.ts';

const all = '(?:所有|全部|每一?[个笔处次]|一切|すべて|全て|모든|\\b(?:every|all|each)\\b)';
const forms = [
  ['money', '金额|款项|钱数|资金数|(?:amounts?|sums?) of money|money figures?|金额|금액'],
  ['date', '日期|时间点|年份|\\b(?:dates?|years?)\\b|日付|날짜'],
  ['people', '人数|\\b(?:numbers? of people|headcounts?)\\b|인원'],
  ['percent', '百分比|比例|\\b(?:percentages?|shares)\\b|割合|비율'],
] as const;
export type Form = (typeof forms)[number][0];

const patterns = forms.map(
  ([form, names]) =>
    [
      form,
      new RegExp(
        foldText(
          `${all}.{0,12}(?:${names})|(?:哪些|which|what) ?(?:${names})|(?:${names}).{0,4}(?:都有|有)哪些`,
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
