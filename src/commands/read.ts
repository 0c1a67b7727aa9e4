/** `/read`: the article's outline, or one of its paragraphs. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Command } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { renderParagraph } from '../discord/evidence-card.ts';
import { localise } from '../discord/localise.ts';
import { outlineHandlers, renderOutline } from '../discord/outline.ts';
import { quotationHandlers } from '../discord/quotation.ts';

export const read: Command = {
  data: {
    ...localise('command.read'),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localise('command.read.paragraph'),
        type: ApplicationCommandOptionType.Integer,
        min_value: 0,
      },
    ],
  },
  isEphemeral: () => true,
  async execute(interaction, { services: { article }, translate, reply }) {
    const number = interaction.options.getInteger('paragraph');
    await reply.finish([
      number === null ? renderOutline(article, translate) : renderParagraph(article, number, translate),
    ]);
  },
  components: [...outlineHandlers, ...quotationHandlers],
};
