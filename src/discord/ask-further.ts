/** The button under every answer to go on asking: in a modal, or in a thread where the server wants it. */
import type { Translate } from '../locales/translator.ts';
import { questionModal, readQuestionModal } from './ask-modal.ts';
import { type ComponentHandler, defineModal, defineModalButton } from './component-handler.ts';
import { defineBareId } from './component-ids.ts';
import { readConversation } from './conversation-history.ts';
import { button } from './payload.ts';
import { askedByInteraction, standingOf } from './permissions.ts';
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
    async execute(interaction, _, { services, translate, reply, notice }) {
      const { message, user } = interaction;
      await services.ask(
        {
          question: readQuestionModal(interaction),
          history: message === null ? [] : await readConversation(message, user.id),
          asked: askedByInteraction(interaction),
          standing: standingOf(interaction),
          translate,
          showQuestion: true,
          offersThread: false,
          notice,
          origin: { interactionId: interaction.id },
        },
        reply,
      );
    },
  }),
];
