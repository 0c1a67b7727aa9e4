/** `/about`: the article, where it comes from, what writes the answers, and what they take. */
import { ApplicationCommandType } from 'discord.js';
import type { Command } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { escapeShort } from '../discord/escape-text.ts';
import { localise } from '../discord/localise.ts';
import { button, rowsOf } from '../discord/payload.ts';
import { repairsButton, repairsHandlers } from '../discord/repairs.ts';
import type { Services } from '../discord/services.ts';
import { costOf } from '../knowledge/answering/usage.ts';
import type { Article } from '../knowledge/article.ts';
import { formatDay, formatPrecisely } from '../locales/format.ts';
import type { Translate } from '../locales/translator.ts';

export const about: Command = {
  data: { ...localise('command.about'), ...everywhere, type: ApplicationCommandType.ChatInput },
  isEphemeral: () => true,
  async execute(_, { services, translate, reply }) {
    const { article, config, version, usageRecord } = services;
    const lines = [
      ...describeArticle(article, translate),
      ...describeSource(article, translate),
      '',
      describeGenerator(config, translate),
      ...describeCost(config, usageRecord, translate),
      ...describeFigures(services, translate),
      translate('about.version', { version, article: article.version }),
    ];
    const record = repairsButton(article, translate);
    await reply.finish([
      { content: lines.join('\n'), components: record === null ? [] : rowsOf([button(record)]) },
    ]);
  },
  components: repairsHandlers,
};

function describeArticle(article: Article, translate: Translate): string[] {
  const { title, author, authorNote, journal, issue, publishedAt, paragraphs, passages } = article;
  return [
    `**${line(title)}**`,
    ...[author, authorNote].filter((text) => text !== '').map(line),
    ...(journal === ''
      ? []
      : [translate('about.issue', { journal: line([journal, issue].join(' ').trim()) })]),
    ...(publishedAt === ''
      ? []
      : [translate('about.published', { date: line(formatDay(publishedAt, translate.locale)) })]),
    translate('about.size', {
      paragraphs: translate('about.paragraphs', { count: paragraphs.length - 1 }),
      passages: translate('about.passages', { count: passages.length }),
    }),
  ];
}

function describeSource({ sourceUrl, provenance }: Article, translate: Translate): string[] {
  return [
    // In angle brackets a link has no preview; `href` leaves no bracket or space that could end it early.
    ...(sourceUrl === null ? [] : [translate('about.source', { url: `<${new URL(sourceUrl).href}>` })]),
    translate('about.repairs', {
      source: line(provenance.source),
      repairs: translate('about.repaired', { count: provenance.repairs.length }),
      removed: translate('about.leftOut', { count: provenance.removed.length }),
    }),
  ];
}

function describeGenerator({ model }: Services['config'], translate: Translate): string {
  if (model === null) return translate('about.generator.extractive');
  return translate('about.generator.model', { model: line(model.name) });
}

/** Empty until a model has answered, and without a price where the operator has set none. */
function describeCost(
  { model }: Services['config'],
  usageRecord: Services['usageRecord'],
  translate: Translate,
): string[] {
  const average = usageRecord.average();
  if (average === null) return [];
  const { answers, usage } = average;
  const tokens = translate('about.tokens', { answers, ...usage });
  if (model === null || model.prices === null) return [tokens];
  const cost = formatPrecisely(100 * costOf(usage, model.prices), translate.locale);
  return [tokens, translate('about.cost', { cost })];
}

/** Empty where nothing was measured, or another version of the article was. */
function describeFigures({ figures, article }: Services, translate: Translate): string[] {
  if (figures === null || figures.articleVersion !== article.version) return [];
  const { date, model, right, refused } = figures;
  return [
    translate('about.figures', {
      ...{ date, by: model === null ? translate('about.figures.quotes') : line(model) },
      ...{ right: right.count, judged: right.of, refused: refused.count, unanswerable: refused.of },
    }),
  ];
}

function line(text: string): string {
  return escapeShort(text, 200);
}
