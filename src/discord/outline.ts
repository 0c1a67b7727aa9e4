/** The article's outline, with a select that opens its paragraphs. */
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ComponentType,
} from 'discord.js';
import { UserError } from '../errors.ts';
import type { Article, Paragraph } from '../knowledge/article.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import { type Section, sectionsOf } from '../knowledge/sections.ts';
import { glossLine, placeOf, preview } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { type ComponentHandler, defineCard } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { escapeShort, toLine } from './escape-text.ts';
import { renderParagraph } from './evidence-card.ts';
import { lengthOf, limits, shorten } from './limits.ts';
import type { Payload } from './payload.ts';

/** A select of paragraphs; each of a long article's selects has its number. */
const selectId = defineComponentId<{ readonly version: string; readonly select: number }>({
  name: 'outline',
  toParts: ({ version, select }) => [version, select],
  fromParts([version = '', number, ...rest]) {
    const select = toWholeNumber(number);
    return select === null || rest.length > 0 ? null : { version, select };
  },
});

export const outlineHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: selectId,
    place: 'in-place',
    show({ version }, { services: { article }, translate }, interaction) {
      const chosen = interaction.isStringSelectMenu() ? toWholeNumber(interaction.values[0]) : null;
      if (chosen === null || version !== article.version)
        throw new UserError('expired', 'the outline is of another version of the article');
      return renderParagraph(article, chosen, translate);
    },
  }),
];

export function renderOutline(article: Article, translate: Translate): Payload {
  const title = `**${escapeShort(article.title, 200)}** · ${translate('read.outline')}`;
  const lines = sectionsOf(article).map((section) => {
    const words = section.heading ?? preview(section.paragraphs[0]?.text ?? '', 40);
    const line = `${rangeOf(section.paragraphs, translate)} ${escapeShort(words, 120)}`;
    const gloss = glossOf(article, section, translate);
    return gloss === null ? line : `${line}\n${glossLine(escapeShort(gloss, 160), translate)}`;
  });
  const shown: string[] = [title];
  for (const line of lines) {
    if (lengthOf([...shown, line].join('\n')) > limits.message - 2) {
      shown.push('…');
      break;
    }
    shown.push(line);
  }
  return { content: shown.join('\n'), components: selectsOf(article, translate) };
}

/** The translation of a section's heading, or of the beginning of one without. */
function glossOf(article: Article, { heading, paragraphs }: Section, translate: Translate): string | null {
  const named = article.passages.find(({ field, text }) => field === 'headings' && text === heading);
  const place = named ?? { paragraph: paragraphs[0]?.number ?? 0, start: 0, end: 1 };
  return heading !== null && named === undefined ? null : findGloss(article, place, translate.locale);
}

function rangeOf(paragraphs: readonly Paragraph[], translate: Translate): string {
  const first = paragraphs.at(0)?.number ?? 0;
  const last = paragraphs.at(-1)?.number ?? 0;
  return first === last ? placeOf(first, translate) : translate('read.range', { first, last });
}

function selectsOf(article: Article, translate: Translate) {
  const options = article.paragraphs.map(
    (paragraph): APISelectMenuOption => ({
      value: String(paragraph.number),
      label: shorten(
        `${placeOf(paragraph.number, translate)} ${preview(toLine(paragraph.text), 60)}`,
        limits.selectOptionLabel,
      ),
    }),
  );
  const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [];
  for (
    let select = 0;
    select < limits.rowsOfMessage && select * limits.optionsOfSelect < options.length;
    select += 1
  )
    rows.push({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: selectId.encode({ version: article.version, select }),
          placeholder: translate('read.open'),
          options: options.slice(select * limits.optionsOfSelect, (select + 1) * limits.optionsOfSelect),
        },
      ],
    });
  return rows;
}
