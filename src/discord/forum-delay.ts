/** A new post in a question forum is left to the people there first. */
import type { Message } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { GuildSettings } from '../guilds/guild-settings.ts';
import { callDiscord } from './discord-call.ts';
import { openServer } from './folded-servers.ts';
import { placeOf } from './message-facts.ts';
import type { Pending } from './pending/pending.ts';
import { noteAuthor } from './permissions.ts';
import type { Work } from './work.ts';

/**
 * Hands messages on: at once, or a new post in a question forum after the server's delay, as it reads by then. One that
 * mentions the bot asks it, and not the people there.
 */
export function createForumDelay(
  guildSettings: Pick<GuildSettings, 'peek'>,
  work: Pick<Work, 'run'>,
  handle: (message: Message) => Promise<void>,
  pending: Pick<Pending, 'note' | 'done'>,
): (message: Message) => void {
  return (message) => {
    noteAuthor(message);
    const { questionForums, forumDelay } = guildSettings.peek(message.guildId).settings;
    const forumId = message.channel.isThread() ? message.channel.parentId : null;
    const handleNow = (): void => work.run(() => handle(message));
    const isForum = questionForums !== 'nowhere' && forumId !== null && questionForums.includes(forumId);
    const isMentioned = message.mentions.users.has(message.client.user.id);
    if (!isForum || forumDelay === 0 || isMentioned || placeOf(message) !== 'forum-post') return handleNow();
    const { id, channelId, guildId } = message;
    const notBefore = Date.now() + 1000 * forumDelay;
    pending.note(id, guildId, { kind: 'message', channelId, messageId: id, notBefore });
    const handleLater = (): Promise<void> => handleIfThere(message, handle).finally(() => pending.done(id));
    setTimeout(() => work.run(handleLater), 1000 * forumDelay).unref();
  };
}

/** A post that was deleted meanwhile is nobody's question any more. */
async function handleIfThere(message: Message, handle: (message: Message) => Promise<void>): Promise<void> {
  if (message.guildId !== null) openServer(message.client, message.guildId);
  const post = await fetchIfThere(message);
  if (post === null) return;
  noteAuthor(post, message);
  await handle(post);
}

async function fetchIfThere(message: Message): Promise<Message | null> {
  try {
    return await callDiscord(() => message.fetch());
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}
