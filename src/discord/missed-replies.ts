/** Replies to the bot that came while it was down. Other questions of that time are not answered late. */
import type { Client, GuildTextBasedChannel, Message } from 'discord.js';
import { SnowflakeUtil } from 'discord.js';
import { UpstreamError } from '../errors.ts';
import { callDiscord } from './discord-call.ts';

const reach = 15 * 60_000;
/** At most so many channels are looked through, the liveliest first, so that a start stays cheap. */
const maxChannels = 25;
const messagesOfChannel = 50;

/** Members' replies to the bot of the last 15 minutes that it has not replied to, oldest first. */
export async function findMissedReplies(client: Client<true>, now: number): Promise<readonly Message[]> {
  const found: Message[] = [];
  for (const channel of livelyChannels(client, now - reach)) {
    const messages = await readLatest(channel);
    const answered = new Set(
      messages
        .filter(({ author }) => author.id === client.user.id)
        .map(({ reference }) => reference?.messageId),
    );
    found.push(
      ...messages.filter(
        (message) =>
          message.createdTimestamp >= now - reach &&
          message.mentions.repliedUser?.id === client.user.id &&
          !answered.has(message.id),
      ),
    );
  }
  return found.sort((a, b) => a.createdTimestamp - b.createdTimestamp);
}

function livelyChannels(client: Client<true>, since: number): readonly GuildTextBasedChannel[] {
  const lastAt = ({ lastMessageId }: GuildTextBasedChannel): number =>
    lastMessageId === null ? 0 : SnowflakeUtil.timestampFrom(lastMessageId);
  const channels: GuildTextBasedChannel[] = [];
  for (const channel of client.channels.cache.values())
    if (channel.isTextBased() && !channel.isDMBased() && lastAt(channel) >= since) channels.push(channel);
  return channels.sort((a, b) => lastAt(b) - lastAt(a)).slice(0, maxChannels);
}

async function readLatest(channel: GuildTextBasedChannel): Promise<readonly Message[]> {
  try {
    const messages = await callDiscord(() => channel.messages.fetch({ limit: messagesOfChannel }));
    return [...messages.values()];
  } catch (error) {
    // A channel that the bot may not read holds nothing for it.
    if (error instanceof UpstreamError) return [];
    throw error;
  }
}
