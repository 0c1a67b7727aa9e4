/** Below an answer that the article could not give: to be told when moderators answer, or to send them the question. */
import { UserError } from '../errors.ts';
import type { Answer } from '../knowledge/answering/answer.ts';
import type { Translate } from '../locales/translator.ts';
import type { ReplyContext } from './command.ts';
import { type ComponentHandler, type ComponentInteraction, defineButton } from './component-handler.ts';
import { defineComponentId } from './component-ids.ts';
import { readExchange } from './conversation-history.ts';
import { installedGuildId } from './installation.ts';
import { customIdsOf } from './message-text.ts';
import { button, plain, rowsOf } from './payload.ts';

/** `tell` where the question is in the queue already, `send` where it is not kept; null outside servers. */
export type GapOffer = 'tell' | 'send' | null;

interface Offered {
  readonly answerId: string;
  readonly askerId: string;
}

const tellId = defineOfferId('gap-tell');
const sendId = defineOfferId('gap-send');

function defineOfferId(name: string) {
  return defineComponentId<Offered>({
    name,
    toParts: ({ answerId, askerId }) => [answerId, askerId],
    fromParts: ([answerId = '', askerId = '', ...rest]) =>
      /^[\w-]{12}$/.test(answerId) && /^\d{1,20}$/.test(askerId) && rest.length === 0
        ? { answerId, askerId }
        : null,
  });
}

interface OfferLayout {
  readonly translate: Translate;
  readonly askerId: string;
  readonly answerId?: string;
  readonly gapOffer?: GapOffer;
}

export function gapButtons({ outcome }: Answer, { answerId, askerId, gapOffer, translate }: OfferLayout) {
  if (outcome !== 'not-in-article' || answerId === undefined) return [];
  const offered = { answerId, askerId };
  if (gapOffer === 'tell') return [tellButton(offered, translate)];
  return gapOffer === 'send' ? [sendButton(offered, translate)] : [];
}

function tellButton(offered: Offered, translate: Translate) {
  return button({ customId: tellId.encode(offered), label: translate('gaps.tellButton') });
}

function sendButton(offered: Offered, translate: Translate) {
  return button({ customId: sendId.encode(offered), label: translate('gaps.sendButton') });
}

export const gapOfferHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: tellId,
    place: 'private',
    async execute(interaction, offered, { services, translate, reply }) {
      const guildId = guildOf(interaction, tellId.encode(offered));
      const wish = { memberId: interaction.user.id, locale: interaction.locale };
      const noted = await services.gaps.wish(guildId, offered.answerId, wish, new Date().toISOString());
      if (noted === 'gone') throw new UserError('expired', 'the question is not in the queue');
      await reply.finish([plain(translate(noted === 'noted' ? 'gaps.tellNoted' : 'gaps.tellAnswered'))]);
    },
  }),
  defineButton({ id: sendId, place: 'private', execute: send }),
];

/** Only by who asked: it is their question that moderators get to read. */
async function send(
  interaction: ComponentInteraction,
  offered: Offered,
  { services, translate, reply }: ReplyContext,
): Promise<void> {
  const guildId = guildOf(interaction, sendId.encode(offered));
  const memberId = interaction.user.id;
  if (memberId !== offered.askerId) throw new UserError('not-asker', 'not the asker');
  const exchange = interaction.isButton() ? await readExchange(interaction.message, memberId) : null;
  if (exchange === null) throw new UserError('expired', 'the question is gone');
  const { settings } = await services.guildSettings.load(guildId);
  await services.gaps.collect(
    guildId,
    {
      ...{ answerId: offered.answerId, question: exchange.question, memberId },
      ...{ reason: 'sent', askedAt: new Date().toISOString() },
    },
    settings.keepDays,
  );
  await reply.finish([
    { content: translate('gaps.sent'), components: rowsOf([tellButton(offered, translate)]) },
  ]);
}

/** The id must stand on the message that was tapped: a forged one says nothing. */
function guildOf(interaction: ComponentInteraction, customId: string): string {
  const guildId = installedGuildId(interaction);
  if (guildId === null || !customIdsOf(interaction.message).includes(customId))
    throw new UserError('expired', 'not of this message, or of no server');
  return guildId;
}
