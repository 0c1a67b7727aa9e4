/** The evidence card: a paragraph with the exact words in bold, and ways to its neighbours and the answer's other citations. */
import { type Message, userMention } from 'discord.js';
import { UserError } from '../errors.ts';
import { findRefusal } from '../guilds/policy.ts';
import type { Translate } from '../locales/translator.ts';
import type { ReplyContext } from './command.ts';
import {
  type ComponentHandler,
  type ComponentInteraction,
  defineButton,
  defineCard,
} from './component-handler.ts';
import { renderCard } from './evidence-card.ts';
import { postId, quoteId, type View, viewId, withinId } from './evidence-ids.ts';
import { findVersion } from './find-version.ts';
import { installedGuildId } from './installation.ts';
import { customIdsOf } from './message-text.ts';
import { partOf } from './paragraph-text.ts';
import { plain } from './payload.ts';
import { askedByInteraction, missingForMember, namePermissions } from './permissions.ts';
import type { Services } from './services.ts';

export const evidenceHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: quoteId,
    place: 'private',
    async show({ version, ...quote }, { services, translate }, { message }) {
      const article = await findVersion(version, services);
      const quotes = quotesOf(message, version, quote);
      const at = quotes.findIndex(({ marker }) => marker === quote.marker);
      const { paragraph } = quote;
      const view = { version, paragraph, part: partOf(article, quote), quotes, at, glossed: false };
      return renderCard(article, withinId(view), layoutOf(view, services, translate));
    },
  }),
  defineCard({
    id: viewId,
    place: 'in-place',
    show: async (view, { services, translate }) =>
      renderCard(await findVersion(view.version, services), view, layoutOf(view, services, translate)),
  }),
  defineButton({ id: postId, place: 'channel', execute: post }),
];

/** What the message with the tapped button cites, in order, the tapped one as its id says. */
function quotesOf(message: Message, version: string, tapped: View['quotes'][number]): View['quotes'] {
  const others = customIdsOf(message).flatMap((id) => {
    const quote = quoteId.decode(id);
    return quote === null || quote.version !== version || quote.marker === tapped.marker ? [] : [quote];
  });
  return [...others, tapped].sort((a, b) => a.marker - b.marker);
}

/** Shows a card to all, where the member and the bot may speak; from there each opens a card of their own. */
async function post(
  interaction: ComponentInteraction,
  view: View,
  { services, translate, reply, notice }: ReplyContext,
): Promise<void> {
  const known = await services.guildSettings.load(installedGuildId(interaction));
  const refusal = findRefusal(askedByInteraction(interaction), known);
  if (refusal !== null) throw refusal;
  const missing = missingForMember(interaction);
  if (missing.length > 0)
    throw new UserError('post-not-allowed', 'the member may not speak there', {
      permissions: namePermissions(missing, translate),
    });
  if (notice !== null) return reply.whisper(plain(notice));
  const article = await findVersion(view.version, services);
  const postedBy = translate('evidence.postedBy', { member: userMention(interaction.user.id) });
  await reply.finish([renderCard(article, view, { ...layoutOf(view, services, translate), postedBy })]);
}

function layoutOf({ version }: View, { article }: Services, translate: Translate) {
  return { translate, isOlder: version !== article.version };
}
