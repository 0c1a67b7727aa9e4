/** `/ask`: a question about the article. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { answerActionHandlers } from '../discord/answer-actions.ts';
import { askByInteraction } from '../discord/ask-by-interaction.ts';
import { furtherHandlers } from '../discord/ask-further.ts';
import { askModalHandlers } from '../discord/ask-modal.ts';
import type { Command } from '../discord/command.ts';
import { everywhere } from '../discord/contexts.ts';
import { evidenceHandlers } from '../discord/evidence.ts';
import { feedbackHandlers } from '../discord/feedback.ts';
import { furtherQuestionHandlers } from '../discord/further-question.ts';
import { localise } from '../discord/localise.ts';
import { askedByInteraction } from '../discord/permissions.ts';
import { canOpenThread, threadHandlers } from '../discord/thread.ts';
import { findRefusal } from '../guilds/policy.ts';
import { maxQuestionLength } from '../knowledge/answering/check-question.ts';

export const ask: Command = {
  data: {
    ...localise('command.ask'),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localise('command.ask.question'),
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        max_length: maxQuestionLength,
      },
      { ...localise('command.ask.private'), type: ApplicationCommandOptionType.Boolean },
    ],
  },
  isEphemeral(interaction, known) {
    const wanted = interaction.options.getBoolean('private') ?? known.settings.privateAnswers;
    // A refusal that is known already is nobody else's business.
    return wanted || findRefusal(askedByInteraction(interaction), known) !== null;
  },
  async execute(interaction, context) {
    const offersThread =
      interaction.inCachedGuild() && canOpenThread(interaction.channel, interaction.appPermissions);
    const question = interaction.options.getString('question', true);
    await askByInteraction(interaction, { question, offersThread }, context);
  },
  async complete(interaction, { services, translate }) {
    return services.suggestQuestions(interaction.options.getFocused(), translate.locale);
  },
  components: [
    ...answerActionHandlers,
    ...evidenceHandlers,
    ...askModalHandlers,
    ...furtherHandlers,
    ...furtherQuestionHandlers,
    ...threadHandlers,
    ...feedbackHandlers,
  ],
};
