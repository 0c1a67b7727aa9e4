/** Insights of made-up answers as a picture, with budgets that some days reach. */
import { drawPicture } from '../../src/charts/draw-picture.ts';
import { pictureOf } from '../../src/discord/insights-picture.ts';
import { type Period, summarise } from '../../src/guilds/insights.ts';
import { defaultSettings } from '../../src/guilds/settings.ts';
import { createTranslator, type Locale } from '../../src/locales/translator.ts';
import { type aMonth, monthEnd } from './month.ts';

export async function drawInsights(
  kept: ReturnType<typeof aMonth>,
  period: Period,
  locale: Locale,
): Promise<Uint8Array | null> {
  const normalise = (text: string): string => text;
  const insights = summarise(kept, { period, now: monthEnd, normalise, withTexts: true });
  const budgets = { ...defaultSettings, answersPerDay: 150, moneyPerDay: 0.15 };
  return drawPicture(pictureOf(insights, { period, budgets, translate: createTranslator(locale) }));
}
