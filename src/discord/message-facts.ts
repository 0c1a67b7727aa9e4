/** What a message is to the bot: the facts that the table of triggers decides by. */
import { ChannelType, type Message } from 'discord.js';
import type { KnownSettings } from '../guilds/guild-settings.ts';
import { findRefusal } from '../guilds/policy.ts';
import { isAttended } from './forum-post.ts';
import { lengthOf } from './limits.ts';
import { withoutMentions } from './message-text.ts';
import { isOwnThread } from './own-thread.ts';
import { askedByMessage } from './permissions.ts';
import type { Services } from './services.ts';
import type { MessageFacts } from './trigger.ts';

/** Reads the facts; Discord is asked only for what was written under a post that is to be answered. Never throws. */
export async function readFacts(
  message: Message,
  { config, guildSettings }: Pick<Services, 'config' | 'guildSettings'>,
): Promise<MessageFacts> {
  const { mentions, client } = message;
  const { messageContent } = config.discord;
  const known = guildSettings.peek(message.guildId);
  const place = placeOf(message);
  const opened = isOpened(message, place, known);
  return {
    ...{ author: authorOf(message), place, opened, messageContent },
    attended: place === 'forum-post' && opened && messageContent ? await isAttended(message, known) : false,
    mentionsBot: mentions.users.has(client.user.id),
    toEveryone: mentions.everyone,
    repliesTo: repliesToOf(message),
    text: textOf(message, messageContent),
  };
}

function authorOf({ author, webhookId, system, client }: Message): MessageFacts['author'] {
  if (author.id === client.user.id) return 'self';
  if (webhookId !== null) return 'webhook';
  if (author.bot) return 'bot';
  return system ? 'system' : 'member';
}

export function placeOf({ channel, id }: Message): MessageFacts['place'] {
  if (channel.isDMBased()) return 'direct-message';
  // The first message of a post has the post's own id.
  if (channel.isThread() && channel.id === id && channel.parent?.type === ChannelType.GuildForum)
    return 'forum-post';
  return isOwnThread(channel) ? 'own-thread' : 'channel';
}

/** Never where the bot may not answer: nobody there has asked it, so nobody is told why. */
function isOpened(message: Message, place: MessageFacts['place'], known: KnownSettings): boolean {
  const asked = askedByMessage(message);
  const { questionChannels, questionForums, forumMinLength } = known.settings;
  const [opened, id] =
    place === 'forum-post' ? [questionForums, asked.parentChannelId] : [questionChannels, asked.channelId];
  if (place === 'forum-post' && lengthOf(withoutMentions(message)) < forumMinLength) return false;
  return opened !== 'nowhere' && id !== null && opened.includes(id) && findRefusal(asked, known) === null;
}

function repliesToOf({ reference, mentions, client }: Message): MessageFacts['repliesTo'] {
  if (mentions.repliedUser?.id === client.user.id) return 'bot';
  return reference === null ? 'nobody' : 'somebody';
}

function textOf({ content, stickers, attachments }: Message, messageContent: boolean): MessageFacts['text'] {
  if (content !== '') return 'given';
  return messageContent || stickers.size > 0 || attachments.size > 0 ? 'none' : 'kept-back';
}
