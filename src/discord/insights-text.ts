/** A server's insights in words, and as tables to download. */
import { writeCsv } from '../guilds/csv.ts';
import type { CountedText, Insights, Period } from '../guilds/insights.ts';
import type { Settings } from '../guilds/settings.ts';
import { formatNumber, formatPrecisely } from '../locales/format.ts';
import type { Translate } from '../locales/translator.ts';
import { escapeShort } from './escape-text.ts';
import { isReason, reasonName } from './feedback.ts';
import { nameSetting } from './setting-words.ts';

/** With so many, all stays within one message; the file has the others. */
const listed = { most: 10, missing: 5, reasons: 10 };
const questionLength = 60;
/** Questions in the file: Discord takes no file of any size, and a question may be a thousand characters. */
const mostInFile = 500;

export function describeInsights(
  { total, mostAsked, notInArticle, reasons }: Insights,
  { period, settings, translate }: { period: Period; settings: Settings; translate: Translate },
): readonly string[] {
  const { locale } = translate;
  const number = (value: number): string => formatNumber(value, locale);
  const share = (value: number | null): string =>
    value === null
      ? '–'
      : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const seconds = (milliseconds: number): string => formatPrecisely(milliseconds / 1000, locale);
  const list = (title: string, texts: readonly CountedText[], name: (text: string) => string) =>
    texts.length === 0
      ? []
      : [
          `**${title}**`,
          ...texts.map(
            ({ text, count }) =>
              `• ${translate('insights.line', { name: name(text), times: number(count) })}`,
          ),
        ];
  const question = (text: string): string => escapeShort(text, questionLength);
  return [
    `**${translate('insights.title', { period: translate(`insights.period.${period}`) })}**`,
    translate('insights.questions', { total: total.questions, share: share(total.answeredShare) }),
    translate('insights.votes', { total: total.votes, share: share(total.helpfulShare) }),
    ...(total.p50 === null || total.p95 === null
      ? []
      : [translate('insights.times', { p50: seconds(total.p50), p95: seconds(total.p95) })]),
    translate('insights.tokens', {
      byModel: number(total.byModel),
      tokens: number(total.tokensIn + total.tokensOut),
    }),
    ...(total.cost === null
      ? []
      : [translate('insights.cost', { cost: formatPrecisely(total.cost, locale) })]),
    ...list(translate('insights.reasons'), reasons.slice(0, listed.reasons), (reason) =>
      reasonName(isReason(reason) ? reason : 'other', translate),
    ),
    ...(settings.keepQuestions
      ? [
          ...list(translate('insights.most'), mostAsked.slice(0, listed.most), question),
          ...list(translate('insights.missing'), notInArticle.slice(0, listed.missing), question),
        ]
      : [translate('insights.notKept', { setting: nameSetting('keepQuestions', translate) })]),
  ];
}

/** Headings are words of the code, the same in every language, for who reads them with a program. */
export function tablesOf({ buckets, mostAsked, notInArticle, reasons }: Insights) {
  const figures = [
    ...[['starts_at', 'questions', 'answered', 'partly', 'not_in_article', 'other', 'answered_share']],
    ...buckets.map(({ startsAt, questions, outcomes, answeredShare }) => [
      ...[startsAt, questions, outcomes.answered, outcomes.partly, outcomes.missing, outcomes.other],
      answeredShare,
    ]),
  ];
  const more = [
    ...[
      [
        'votes',
        'helpful',
        'p50_ms',
        'p95_ms',
        'by_model',
        'tokens_in',
        'tokens_cached',
        'tokens_out',
        'cost',
      ],
    ],
    ...buckets.map((one) => [
      ...[one.votes, one.helpful, one.p50, one.p95, one.byModel],
      ...[one.tokensIn, one.tokensCached, one.tokensOut, one.cost],
    ]),
  ];
  const texts = [
    ['list', 'text', 'count'],
    ...mostAsked.slice(0, mostInFile).map(({ text, count }) => ['asked', text, count]),
    ...notInArticle.slice(0, mostInFile).map(({ text, count }) => ['not_in_article', text, count]),
    ...reasons.map(({ text, count }) => ['reason', text, count]),
  ];
  const file = (name: string, rows: Parameters<typeof writeCsv>[0]) => ({
    name,
    attachment: Buffer.from(writeCsv(rows)),
  });
  return [
    file(
      'insights.csv',
      figures.map((row, index) => [...row, ...(more[index] ?? [])]),
    ),
    ...(texts.length === 1 ? [] : [file('lists.csv', texts)]),
  ];
}
