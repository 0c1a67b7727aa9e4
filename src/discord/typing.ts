/** Shows that the bot is typing, for as long as it works. */
import type { SendableChannels, TextBasedChannel } from 'discord.js';

/** Discord shows typing for ten seconds. */
const interval = 8_000;

type ShowTyping = (channel: TextBasedChannel) => { stop(): void };

interface Sign {
  questions: number;
  end(): void;
}

/**
 * One sign a channel, however many questions are answered there: more would wait for each other at Discord's rate
 * limit, and come when all is said. None where answers wait to be sent.
 */
export function createTyping(isCrowded: () => boolean): ShowTyping {
  const signs = new Map<string, Sign>();
  return (channel) => {
    if (!channel.isSendable()) return { stop: () => undefined };
    const sign = signs.get(channel.id) ?? { questions: 0, end: keepTyping(channel, isCrowded) };
    signs.set(channel.id, sign);
    sign.questions += 1;
    return {
      stop() {
        sign.questions -= 1;
        if (sign.questions > 0) return;
        sign.end();
        signs.delete(channel.id);
      },
    };
  };
}

/** Typing is a courtesy: when Discord does not take it, nothing else is held up. Gives the way to end it. */
function keepTyping(channel: SendableChannels, isCrowded: () => boolean): () => void {
  let underWay = false;
  const show = async (): Promise<void> => {
    if (underWay || isCrowded()) return;
    underWay = true;
    await channel.sendTyping().catch(() => undefined);
    underWay = false;
  };
  void show();
  const timer = setInterval(show, interval);
  return () => clearInterval(timer);
}
