/** What an answer offers when it may have missed the question: another wording of it, and what could have been meant. */
import type { ButtonInteraction, Message } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Answer } from '../knowledge/answering/answer.ts';
import { createTranslator, locales, type Translate } from '../locales/translator.ts';
import { askByInteraction } from './ask-by-interaction.ts';
import { questionModal, readQuestionModal } from './ask-modal.ts';
import { type ComponentHandler, defineButton, defineModal, defineModalButton } from './component-handler.ts';
import { defineBareId, defineComponentId, toWholeNumber } from './component-ids.ts';
import { unescapeText } from './conversation-history.ts';
import { toLine } from './escape-text.ts';
import { lengthOf, limits } from './limits.ts';
import { wordsOf } from './message-text.ts';
import { button } from './payload.ts';

const correctId = defineBareId('correct');
const correctedId = defineBareId('corrected');
/** Its label is the question: an id has no room for it, and the bot's own message keeps it. */
const choiceId = defineComponentId<{ readonly index: number }>({
  name: 'choice',
  toParts: ({ index }) => [index],
  fromParts: ([index]) => {
    const number = toWholeNumber(index);
    return number === null ? null : { index: number };
  },
});
const mostChoices = 3;

/** Opens the question as it was understood, to be put right. */
export function correctButton(translate: Translate) {
  return button({ customId: correctId.encode({}), label: translate('answer.correctButton') });
}

/** A button for each question that could have been meant and fits on one. */
export function choiceButtons({ outcome, statements, suggestions }: Answer) {
  if (outcome !== 'unclear' || statements.length > 0) return [];
  return suggestions
    .filter((question) => toLine(question) !== '' && lengthOf(question) <= limits.buttonLabel)
    .slice(0, mostChoices)
    .map((label, index) => button({ customId: choiceId.encode({ index }), label, style: 'primary' }));
}

export const furtherQuestionHandlers: readonly ComponentHandler[] = [
  defineModalButton({
    id: correctId,
    modal: (_, { translate }, { message }) =>
      questionModal(correctedId.encode({}), translate, readUnderstoodAs(message)),
  }),
  defineModal({
    id: correctedId,
    place: 'public',
    // It was written as it is meant, so it stands alone; and so does what was chosen.
    execute: (interaction, _, context) =>
      askByInteraction(interaction, { question: readQuestionModal(interaction) }, context),
  }),
  defineButton({
    id: choiceId,
    place: 'public',
    async execute(interaction, _, context) {
      const label = interaction.isButton() ? labelOf(interaction) : null;
      if (!interaction.isButton() || label === null)
        throw new UserError('expired', 'no question on the button');
      await askByInteraction(interaction, { question: label }, context);
    },
  }),
];

function labelOf({ component }: ButtonInteraction): string | null {
  return 'label' in component ? (component.label ?? null) : null;
}

/** Reads back how an answer says that its question was understood; empty where it does not say. */
function readUnderstoodAs(message: Message): string {
  const prefixes = locales.map((locale) =>
    createTranslator(locale)('answer.understoodAs', { question: '' }).trim(),
  );
  for (const line of wordsOf(message).split('\n')) {
    const text = line.startsWith('-# ') ? unescapeText(line.slice(3)) : '';
    const prefix = prefixes.find((each) => text.startsWith(each));
    // Of a follow-up that was joined to the question before it, only the words that are the member's own.
    if (prefix !== undefined) return text.slice(prefix.length).split('←')[0]?.trim() ?? '';
  }
  return '';
}
