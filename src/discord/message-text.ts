/** What a member wrote, without what Discord's client puts into it. */
import { cleanContent, type Message } from 'discord.js';

/** A message's text without mentions of the bot and custom emoji; other mentions become names. */
export function withoutMentions(message: Message): string {
  const ownMention = new RegExp(`<@!?${message.client.user.id}>`, 'g');
  const text = message.content.replace(ownMention, ' ').replace(/<a?:\w+:\d+>/g, ' ');
  return cleanContent(text, message.channel)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
