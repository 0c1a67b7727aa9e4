/** Shows that the bot is typing, for as long as it works. */
import type { TextBasedChannel } from 'discord.js';

/** Discord shows typing for ten seconds. */
const interval = 8_000;

/** Typing is a courtesy: when Discord does not take it, nothing else is held up. */
export function showTyping(channel: TextBasedChannel): { stop(): void } {
  if (!channel.isSendable()) return { stop: () => undefined };
  const show = (): void => {
    channel.sendTyping().catch(() => undefined);
  };
  show();
  const timer = setInterval(show, interval);
  return { stop: () => clearInterval(timer) };
}
