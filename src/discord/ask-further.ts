/** The button under every answer to go on asking: in a modal, or in a thread where the server wants it. */
import type { Translate } from '../locales/translator.ts';
import { askByInteraction } from './ask-by-interaction.ts';
import { questionModal, readQuestionModal } from './ask-modal.ts';
import { type ComponentHandler, defineModal, defineModalButton } from './component-handler.ts';
import { defineBareId } from './component-ids.ts';
import { readConversation } from './conversation-history.ts';
import { button } from './payload.ts';
import { threadButton } from './thread.ts';

const openId = defineBareId('further');
const askId = defineBareId('further-ask');

/** The button of an answer. A thread cannot be offered everywhere; the modal can. */
export function furtherButton({
  translate,
  offersThread,
}: {
  readonly translate: Translate;
  readonly offersThread: boolean;
}) {
  return offersThread
    ? threadButton(translate)
    : button({ customId: openId.encode({}), label: translate('further.button') });
}

export const furtherHandlers: readonly ComponentHandler[] = [
  defineModalButton({ id: openId, modal: (_, { translate }) => questionModal(askId.encode({}), translate) }),
  defineModal({
    id: askId,
    place: 'public',
    async execute(interaction, _, context) {
      const { message, user } = interaction;
      const history = message === null ? [] : await readConversation(message, user.id);
      await askByInteraction(interaction, { question: readQuestionModal(interaction), history }, context);
    },
  }),
];
