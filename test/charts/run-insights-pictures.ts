/** Draws insights for looking at: `node test/charts/run-insights-pictures.ts FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Period } from '../../src/guilds/insights.ts';
import type { Locale } from '../../src/locales/translator.ts';
import { drawInsights } from './draw-insights.ts';
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
  const png = await drawInsights(kept[name], period, locale);
  const path = join(folder, `${name}-${period}-${locale}.png`);
  if (png !== null) writeFileSync(path, png);
  const milliseconds = Math.round(performance.now() - started);
  process.stdout.write(`${path}: ${milliseconds} ms, ${png?.length ?? 0} bytes\n`);
}
