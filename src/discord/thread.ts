/** A thread under an answer, to go on in without mentioning the bot: one an answer, opened by whoever may open threads there. */
import {
  type Channel,
  ChannelType,
  type Message,
  type NewsChannel,
  type PermissionsBitField,
  type TextChannel,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { UpstreamError, UserError } from '../errors.ts';
import { findRefusal } from '../guilds/policy.ts';
import type { Translate } from '../locales/translator.ts';
import type { ReplyContext } from './command.ts';
import { type ComponentHandler, type ComponentInteraction, defineButton } from './component-handler.ts';
import { defineBareId } from './component-ids.ts';
import { readAnswerText } from './conversation-history.ts';
import { callDiscord } from './discord-call.ts';
import { defuseLine } from './escape-text.ts';
import { shorten } from './limits.ts';
import { withoutMentions, wordsOf } from './message-text.ts';
import { button, plain } from './payload.ts';
import { askedByInteraction, missing, namePermissions } from './permissions.ts';
import { post } from './responder.ts';

const threadId = defineBareId('thread');
const maxNameLength = 80;
const neededByBot = ['CreatePublicThreads', 'SendMessagesInThreads'] as const;
/** A member is given no thread that they could not have opened and written in themselves. */
const neededByMember = neededByBot;

/** The button under an answer that opens a thread to go on in. */
export function threadButton(translate: Translate) {
  return button({ customId: threadId.encode({}), label: translate('thread.button') });
}

/** Whether an answer there can have a thread: in a server's text channel where the bot may open one. */
export function canOpenThread(channel: Channel | null, held: Readonly<PermissionsBitField> | null): boolean {
  return held !== null && isThreadParent(channel) && missing(held, neededByBot).length === 0;
}

export const threadHandlers: readonly ComponentHandler[] = [
  defineButton({
    id: threadId,
    place: 'private',
    async execute(interaction, _, context) {
      const thread = await openThread(interaction, context);
      const { translate, reply } = context;
      await reply.finish([plain(translate('thread.opened', { thread: `<#${thread}>` }))]);
    },
  }),
];

/** Gives the id of the thread under the message, opened now or earlier. */
async function openThread(interaction: ComponentInteraction, context: ReplyContext): Promise<string> {
  const { message, channel, client } = interaction;
  const { services, translate } = context;
  if (!interaction.inCachedGuild() || !isThreadParent(channel) || message.author.id !== client.user.id)
    throw new UserError('expired', 'no thread can be opened there');
  const known = await services.guildSettings.load(interaction.guildId);
  const refusal = findRefusal({ ...askedByInteraction(interaction), way: 'chat' }, known);
  if (refusal !== null) throw refusal;
  if (message.hasThread) return message.id;
  refuseFor('thread-not-allowed', missing(interaction.memberPermissions, neededByMember), translate);
  refuseFor('thread-cannot-open', missing(interaction.appPermissions, neededByBot), translate);
  const name = await nameOf(message, translate);
  try {
    const thread = await callDiscord(() =>
      channel.threads.create({
        name,
        startMessage: message.id,
        autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
      }),
    );
    await post(thread, plain(`-# ${translate('thread.first')}`), `${message.id}-t`);
    return thread.id;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    // Somebody else was quicker. A thread has the id of the message that it hangs from.
    if (error.reason === 'exists') return message.id;
    // The answer was deleted meanwhile, or was never there for others.
    throw error.reason === 'gone' ? new UserError('expired', 'the answer is gone') : error;
  }
}

function isThreadParent(channel: Channel | null): channel is TextChannel | NewsChannel {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}

function refuseFor(code: string, names: ReturnType<typeof missing>, translate: Translate): void {
  if (names.length === 0) return;
  throw new UserError(code, 'a permission is missing', { permissions: namePermissions(names, translate) });
}

/** The question of the answer, which stands in it or in the message that it replies to. Names format nothing, but are seen by all. */
async function nameOf(answer: Message, translate: Translate): Promise<string> {
  const question = readAnswerText(wordsOf(answer)).question || (await questionRepliedTo(answer));
  return shorten(defuseLine(question), maxNameLength) || translate('thread.name');
}

async function questionRepliedTo(answer: Message): Promise<string> {
  if (answer.reference?.messageId === undefined) return '';
  try {
    return withoutMentions(await callDiscord(() => answer.fetchReference()));
  } catch (error) {
    if (error instanceof UpstreamError) return '';
    throw error;
  }
}
