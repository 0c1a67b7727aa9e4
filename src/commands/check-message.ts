/** *Check against the article*, in a message's menu: what the article says to each claim of the message. */
import { ApplicationCommandType } from 'discord.js';
import type { MessageCommand } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { readSaid } from '../discord/conversation-history.ts';
import { localiseName } from '../discord/localise.ts';
import { askedByInteraction } from '../discord/permissions.ts';
import { renderClaims } from '../discord/render-claims.ts';
import { checkClaims } from '../knowledge/answering/check-claims.ts';

export const checkMessage: MessageCommand = {
  data: { ...localiseName('menu.check.name'), ...everywhere, type: ApplicationCommandType.Message },
  open: (interaction) => ({
    type: 'run',
    place: 'private',
    async run({ services, translate, reply }) {
      await services.admit(askedByInteraction(interaction));
      const checked = await checkClaims(readSaid(interaction.targetMessage), services);
      await reply.finish(renderClaims(services.article, checked, translate));
    },
  }),
};
