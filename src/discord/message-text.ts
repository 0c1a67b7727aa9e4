/** What a message says, without what Discord's client puts into it. */
import {
  ComponentType,
  cleanContent,
  type Message,
  type TextBasedChannel,
  type TopLevelComponent,
} from 'discord.js';

/** A message's text without mentions of the bot and custom emoji; other mentions become names. */
export function withoutMentions(message: Message): string {
  const ownMention = new RegExp(`<@!?${message.client.user.id}>`, 'g');
  const text = message.content.replace(ownMention, ' ').replace(/<a?:\w+:\d+>/g, ' ');
  const channel = channelOf(message);
  const named = channel === null ? text : cleanContent(text, channel);
  return nameMembers(named, message)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Null where the message is in a place that the bot is not in: a member brought it along. */
export function channelOf({ client, channelId }: Message): TextBasedChannel | null {
  const channel = client.channels.cache.get(channelId);
  return channel?.isTextBased() ? channel : null;
}

/** Members are not kept, but a message brings those that it mentions. Of roles and channels of a place that the bot is not in no names are known. */
function nameMembers(text: string, { mentions }: Message): string {
  return text.replace(/<(?:@!?|@&|#)(\d+)>/g, (_, id: string) => {
    const user = mentions.users.get(id);
    return user === undefined ? ' ' : `@${user.displayName}`;
  });
}

/** The words of one of the bot's own messages, whether text or Components V2. Sections are left out: they hold citations. */
export function wordsOf({ content, components }: Message): string {
  return [content, ...components.flatMap(textsIn)].filter((text) => text !== '').join('\n');
}

function textsIn(component: TopLevelComponent): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  if (component.type !== ComponentType.Container) return [];
  return component.components.flatMap((inner) =>
    inner.type === ComponentType.TextDisplay ? [inner.content] : [],
  );
}

/** The custom ids of all that can be tapped in a message, in reading order. */
export function customIdsOf({ components }: Message): readonly string[] {
  return components.flatMap(idsIn);
}

function idsIn(component: TopLevelComponent): readonly string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return component.components.flatMap(({ customId }) => customId ?? []);
    case ComponentType.Section:
      return 'customId' in component.accessory ? [component.accessory.customId ?? ''] : [];
    case ComponentType.Container:
      return component.components.flatMap(idsIn);
    default:
      return [];
  }
}
