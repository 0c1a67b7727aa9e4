/** *Ask about this*, in a message's menu: the message is the question, or what a question is about. */
import { ApplicationCommandType } from 'discord.js';
import { askAboutHandlers, contextModal } from '../discord/ask-about.ts';
import type { MessageCommand } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { localiseName } from '../discord/localise.ts';
import { askedByInteraction, standingOf } from '../discord/permissions.ts';

export const askAboutMessage: MessageCommand = {
  data: { ...localiseName('menu.askAbout.name'), ...everywhere, type: ApplicationCommandType.Message },
  open(interaction) {
    const text = interaction.targetMessage.content.trim();
    if (!/[?？؟]["'”’」』)）]*$/u.test(text))
      return { type: 'modal', modal: ({ translate }) => contextModal(text, translate) };
    return {
      type: 'run',
      place: 'private',
      run: ({ services, translate, reply, notice }) =>
        services.ask(
          {
            ...{ question: text, history: [], translate, notice },
            asked: askedByInteraction(interaction),
            standing: standingOf(interaction),
            showQuestion: true,
            offersThread: false,
            origin: { interactionId: interaction.id },
          },
          reply,
        ),
    };
  },
  components: askAboutHandlers,
};
