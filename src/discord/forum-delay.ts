/** A new post in a question forum is left to the people there first. */
import type { Message } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import type { GuildSettings } from '../guilds/guild-settings.ts';
import { callDiscord } from './discord-call.ts';
import { placeOf } from './message-facts.ts';

/** Hands messages on: at once, or a new post in a question forum after the server's delay, as it reads by then. */
export function createForumDelay(
  guildSettings: GuildSettings,
  handle: (message: Message) => void,
): (message: Message) => void {
  return (message) => {
    const { questionForums, forumDelay } = guildSettings.peek(message.guildId).settings;
    const forumId = message.channel.isThread() ? message.channel.parentId : null;
    const waits = questionForums !== 'nowhere' && forumId !== null && questionForums.includes(forumId);
    if (!waits || forumDelay === 0 || placeOf(message) !== 'forum-post') return handle(message);
    setTimeout(() => void handleIfThere(message, handle), 1000 * forumDelay).unref();
  };
}

/** A post that was deleted meanwhile is nobody's question any more. */
async function handleIfThere(message: Message, handle: (message: Message) => void): Promise<void> {
  try {
    handle(await callDiscord(() => message.fetch()));
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
  }
}
