/** What a message says, without what Discord's client puts into it. */
import { ComponentType, cleanContent, type Message, type TopLevelComponent } from 'discord.js';

/** A message's text without mentions of the bot and custom emoji; other mentions become names. */
export function withoutMentions(message: Message): string {
  const ownMention = new RegExp(`<@!?${message.client.user.id}>`, 'g');
  const text = message.content.replace(ownMention, ' ').replace(/<a?:\w+:\d+>/g, ' ');
  return cleanContent(text, message.channel)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
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
