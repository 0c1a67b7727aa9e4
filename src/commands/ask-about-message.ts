/** *Ask about this*, in a message's menu: the message is the question, or what a question is about. */
import { ApplicationCommandType } from 'discord.js';
import { askAboutHandlers, contextModal } from '../discord/ask-about.ts';
import { askByInteraction } from '../discord/ask-by-interaction.ts';
import type { MessageCommand } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { readSaid } from '../discord/conversation-history.ts';
import { localiseName } from '../discord/localise.ts';

export const askAboutMessage: MessageCommand = {
  data: { ...localiseName('menu.askAbout.name'), ...everywhere, type: ApplicationCommandType.Message },
  open(interaction) {
    const text = readSaid(interaction.targetMessage);
    if (!/[?？؟]["'”’」』)）]*$/u.test(text))
      return { type: 'modal', modal: ({ translate }) => contextModal(text, translate) };
    return {
      type: 'run',
      place: 'private',
      run: (context) => askByInteraction(interaction, { question: text }, context),
    };
  },
  components: askAboutHandlers,
};
