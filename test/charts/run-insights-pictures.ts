/** Draws insights for looking at: `node test/charts/run-insights-pictures.ts FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture } from '../../src/charts/draw-picture.ts';
import { pictureOf } from '../../src/discord/insights-picture.ts';
import { type Period, summarise } from '../../src/guilds/insights.ts';
import { defaultSettings } from '../../src/guilds/settings.ts';
import { createTranslator, type Locale } from '../../src/locales/translator.ts';
import { aMonth, monthEnd } from './month.ts';

const folder = process.argv[2] ?? 'insights';
mkdirSync(folder, { recursive: true });
const month = aMonth(120);
const lastDay = new Date(monthEnd - 20 * 3_600_000).toISOString();
const kept = {
  month,
  nothing: { answers: [], votes: [] },
  'one-day': { answers: month.answers.filter(({ shownAt }) => shownAt > lastDay), votes: [] },
  'ten-thousand': aMonth(10_000),
};
const wanted: readonly (readonly [keyof typeof kept, Period, Locale])[] = [
  ...(['en-US', 'zh-CN', 'ja', 'ko', 'fr', 'de'] as const).map(
    (locale) => ['month', 'month', locale] as const,
  ),
  ['month', 'day', 'zh-TW'],
  ['nothing', 'week', 'en-US'],
  ['one-day', 'week', 'en-US'],
  ['ten-thousand', 'month', 'en-US'],
];
for (const [name, period, locale] of wanted) {
  const started = performance.now();
  const insights = summarise(kept[name], {
    period,
    now: monthEnd,
    normalise: (text) => text,
    withTexts: true,
  });
  const summed = performance.now();
  const budgets = { ...defaultSettings, answersPerDay: 150, moneyPerDay: 0.15 };
  const picture = pictureOf(insights, { period, budgets, translate: createTranslator(locale) });
  const png = await drawPicture(picture);
  const path = join(folder, `${name}-${period}-${locale}.png`);
  if (png !== null) writeFileSync(path, png);
  const times = [summed - started, performance.now() - summed].map(Math.round);
  process.stdout.write(
    `${path}: summed in ${times[0]} ms, drawn in ${times[1]} ms, ${png?.length ?? 0} bytes\n`,
  );
}
