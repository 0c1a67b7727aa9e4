/** `/gaps`: what members asked and the article did not say, for moderators to answer. */
import { ApplicationCommandType } from 'discord.js';
import { requireModerator } from '../discord/change-settings.ts';
import type { Command } from '../discord/command.ts';
import { inServersOnly } from '../discord/contexts.ts';
import { gapHandlers } from '../discord/decide-gap.ts';
import { gapOfferHandlers } from '../discord/gap-offers.ts';
import { renderGaps } from '../discord/gap-queue.ts';
import { localise } from '../discord/localise.ts';

export const gaps: Command = {
  data: { ...localise('command.gaps'), ...inServersOnly, type: ApplicationCommandType.ChatInput },
  isEphemeral: () => true,
  async execute(interaction, context) {
    const moderated = await requireModerator(interaction, context.services);
    await context.reply.finish([await renderGaps(moderated, { state: 'open', page: 0 }, context)]);
  },
  components: [...gapHandlers, ...gapOfferHandlers],
};
