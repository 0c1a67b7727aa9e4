import type { AnyThreadChannel, Channel } from 'discord.js';

/** Whether a channel is a thread that the bot opened: what is written there is meant for it. */
export function isOwnThread(channel: Channel | null): channel is AnyThreadChannel {
  return channel?.isThread() === true && channel.ownerId === channel.client.user.id;
}
