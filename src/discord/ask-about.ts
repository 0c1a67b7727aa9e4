/** The modal of a question about a message. It carries the message's words, so that nothing need be read again. */
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Turn } from '../knowledge/answering/answer.ts';
import type { Translate } from '../locales/translator.ts';
import { askByInteraction } from './ask-by-interaction.ts';
import { questionModal, readQuestionModal } from './ask-modal.ts';
import { type ComponentHandler, defineModal } from './component-handler.ts';
import { defineBareId } from './component-ids.ts';
import { shorten } from './limits.ts';
import { readText } from './modal-fields.ts';

const askAboutId = defineBareId('ask-about');
const contextField = 'context';
/** As much as a turn of a conversation may be. */
const longestContext = 1000;

/** A modal to ask in, with the message's words below the question. */
export function contextModal(text: string, translate: Translate): APIModalInteractionResponseCallbackData {
  const modal = questionModal(askAboutId.encode({}), translate);
  const value = shorten(text.toWellFormed(), longestContext);
  return {
    ...modal,
    components: [
      ...modal.components,
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: contextField,
            label: translate('menu.context'),
            style: TextInputStyle.Paragraph,
            max_length: longestContext,
            required: false,
            ...(value !== '' && { value }),
          },
        ],
      },
    ],
  };
}

export const askAboutHandlers: readonly ComponentHandler[] = [
  defineModal({
    id: askAboutId,
    place: 'private',
    async execute(interaction, _, context) {
      const about = readText(interaction, contextField).trim().slice(0, longestContext);
      const question = readQuestionModal(interaction);
      const history: readonly Turn[] = about === '' ? [] : [{ role: 'user', content: about }];
      await askByInteraction(interaction, { question, history }, context);
    },
  }),
];
