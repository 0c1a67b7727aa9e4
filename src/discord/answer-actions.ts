/** What the asker of an answer, or a moderator, may do with it: ask again, or take it away. */
import { UserError } from '../errors.ts';
import type { Translate } from '../locales/translator.ts';
import { askByInteraction } from './ask-by-interaction.ts';
import type { ReplyContext } from './command.ts';
import { type ComponentHandler, type ComponentInteraction, defineButton } from './component-handler.ts';
import { defineComponentId } from './component-ids.ts';
import { readExchange } from './conversation-history.ts';
import { callDiscord } from './discord-call.ts';
import { installedGuildId } from './installation.ts';
import { button } from './payload.ts';
import { mayModerate } from './permissions.ts';

function defineAskerId(name: string) {
  return defineComponentId<{ readonly askerId: string }>({
    name,
    toParts: ({ askerId }) => [askerId],
    fromParts: ([askerId = '', ...rest]) =>
      /^\d{1,20}$/.test(askerId) && rest.length === 0 ? { askerId } : null,
  });
}

const retryId = defineAskerId('retry');
const deleteId = defineAskerId('delete');

interface ActionLayout {
  readonly translate: Translate;
  readonly askerId: string;
  readonly isPrivate: boolean;
  /** The first page holds the question. */
  readonly isFirst: boolean;
}

/** The buttons below a page of an answer. A private message goes by itself. */
export function answerActions({ translate, askerId, isPrivate, isFirst }: ActionLayout) {
  return [
    ...(isFirst ? [button({ customId: retryId.encode({ askerId }), label: translate('answer.retry') })] : []),
    ...(isPrivate
      ? []
      : [button({ customId: deleteId.encode({ askerId }), label: translate('answer.delete') })]),
  ];
}

export const answerActionHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: retryId,
    place: 'in-place',
    async execute(interaction, { askerId }, context) {
      await checkAsker(interaction, askerId, context);
      const exchange = interaction.isButton() ? await readExchange(interaction.message, askerId) : null;
      if (exchange === null) throw new UserError('expired', 'the question is gone');
      const { isShown: showQuestion, ...asked } = exchange;
      await askByInteraction(interaction, { ...asked, showQuestion, askerId, isAnew: true }, context);
    },
  }),
  defineButton({
    id: deleteId,
    place: 'in-place',
    async execute(interaction, { askerId }, context) {
      await checkAsker(interaction, askerId, context);
      await callDiscord(() => interaction.deleteReply());
    },
  }),
];

/** The id says who asked, so it must stand on the message: a forged one says nothing. */
async function checkAsker(
  interaction: ComponentInteraction,
  askerId: string,
  { services }: ReplyContext,
): Promise<void> {
  if (interaction.component === null) throw new UserError('expired', 'a forged id');
  if (interaction.user.id === askerId) return;
  const known = await services.guildSettings.load(installedGuildId(interaction));
  if (!mayModerate(interaction, known)) throw new UserError('not-asker', 'neither the asker nor a moderator');
}
