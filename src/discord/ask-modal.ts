/** The modal to ask in, for where Discord keeps the text of messages back, and the quiet line with its button. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { maxQuestionLength } from '../knowledge/answering/check-question.ts';
import type { Translate } from '../locales/translator.ts';
import { askByInteraction } from './ask-by-interaction.ts';
import { type ComponentHandler, defineModal, defineModalButton } from './component-handler.ts';
import { defineBareId } from './component-ids.ts';
import { readThread } from './conversation-history.ts';
import { readText } from './modal-fields.ts';
import { isOwnThread } from './own-thread.ts';
import { button, type Payload, rowsOf } from './payload.ts';

const openId = defineBareId('ask-open');
const askId = defineBareId('ask');
const questionField = 'question';

/** The quiet line of a thread whose messages the bot cannot read, with the button that opens the modal. */
export function renderTextWithheld(translate: Translate): Payload {
  const ask = button({ customId: openId.encode({}), label: translate('chat.askButton'), style: 'primary' });
  return { content: `-# ${translate('chat.textWithheld')}`, components: rowsOf([ask]) };
}

/** Whether a custom id is that of the quiet line's button. */
export function isAskButton(customId: string | null): boolean {
  return customId !== null && openId.decode(customId) !== null;
}

export const askModalHandlers: readonly ComponentHandler[] = [
  defineModalButton({ id: openId, modal: (_, { translate }) => questionModal(askId.encode({}), translate) }),
  defineModal({
    id: askId,
    place: 'public',
    async execute(interaction, _, context) {
      const { channel, user } = interaction;
      const history = isOwnThread(channel) ? await readThread(channel, user.id) : [];
      await askByInteraction(interaction, { question: readQuestionModal(interaction), history }, context);
    },
  }),
];

/** What was written in the modal. */
export function readQuestionModal(interaction: ModalSubmitInteraction): string {
  return readText(interaction, questionField);
}

/** A modal to write a question in, with one to begin from. */
export function questionModal(
  customId: string,
  translate: Translate,
  value = '',
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: translate('chat.askModal.title'),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: questionField,
            label: translate('chat.askModal.question'),
            placeholder: translate('chat.askModal.placeholder'),
            style: TextInputStyle.Paragraph,
            min_length: 1,
            max_length: maxQuestionLength,
            ...(value !== '' && { value: value.slice(0, maxQuestionLength) }),
            required: true,
          },
        ],
      },
    ],
  };
}
