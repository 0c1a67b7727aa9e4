/** Which charts tell a server's insights, in the reader's words. */
import type { Panel, Picture } from '../charts/panels.ts';
import type { Bucket, Insights, Period } from '../guilds/insights.ts';
import type { Settings } from '../guilds/settings.ts';
import type { Translate } from '../locales/translator.ts';

type Budgets = Pick<Settings, 'answersPerDay' | 'tokensPerDay' | 'moneyPerDay'>;

export function pictureOf(
  { buckets, total }: Insights,
  { period, budgets, translate }: { period: Period; budgets: Budgets; translate: Translate },
): Picture {
  const bars = (
    key: 'byModel' | 'tokens' | 'cost',
    values: Panel['series'][number]['values'],
    budget: unknown,
  ): Panel => ({
    kind: 'bars',
    title: translate(`insights.panel.${key}`),
    series: [{ name: translate('insights.series.used'), values }],
    // An hour has no budget of its own.
    ...(typeof budget === 'number' &&
      period !== 'day' && { limit: { name: translate('insights.series.budget'), value: budget } }),
  });
  return {
    locale: translate.locale,
    title: translate('insights.title', { period: translate(`insights.period.${period}`) }),
    labels: buckets.map(({ startsAt }) => labelOf(startsAt, period, translate.locale)),
    panels: [
      {
        kind: 'bars',
        title: translate('insights.panel.questions'),
        series: (['answered', 'partly', 'missing', 'other'] as const).map((group) => ({
          name: translate(`insights.series.${group}`),
          values: buckets.map(({ outcomes }) => outcomes[group]),
        })),
      },
      lines('shares', ['answeredShare', 'helpfulShare'], 100),
      lines('times', ['p50', 'p95'], 1 / 1000),
      bars(
        'byModel',
        buckets.map(({ byModel }) => byModel),
        budgets.answersPerDay,
      ),
      bars(
        'tokens',
        buckets.map(({ tokensIn, tokensOut }) => tokensIn + tokensOut),
        budgets.tokensPerDay,
      ),
      ...(total.cost === null
        ? []
        : [
            bars(
              'cost',
              buckets.map(({ cost }) => cost ?? 0),
              budgets.moneyPerDay,
            ),
          ]),
    ],
  };

  function lines(
    panel: 'shares' | 'times',
    keys: readonly ('answeredShare' | 'helpfulShare' | 'p50' | 'p95')[],
    scale: number,
  ): Panel {
    return {
      kind: 'lines',
      title: translate(`insights.panel.${panel}`),
      series: keys.map((key) => ({
        name: translate(`insights.series.${key}`),
        values: buckets.map((bucket: Bucket) => {
          const value = bucket[key];
          return value === null ? null : value * scale;
        }),
      })),
      ...(panel === 'shares' && { max: 100 }),
    };
  }
}

function labelOf(time: string, period: Period, locale: string): string {
  if (period === 'day') return time.slice(11, 16);
  const form = { month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(time));
}
