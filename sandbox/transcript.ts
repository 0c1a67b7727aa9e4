// What a person sees, as plain text: messages with their embeds, components and ephemeral marks.
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { AnyComponent, Button, Select } from './forms/component-schema.ts';
import type { Embed } from './forms/embed-schema.ts';
import type { Channel } from './world/entities.ts';
import type { Message } from './world/message.ts';
import type { World } from './world/world.ts';

/** Does something to every text that the bot wrote: nothing, or what a client does with its mark-up. */
type Style = (text: string) => string;
const asWritten: Style = (text) => text;

/** A channel from its first message to its last. */
export function renderChannel(world: World, channel: Channel, messages: readonly Message[]): string {
  const name = channel.recipientId === null ? `#${channel.name}` : `@${channel.name} (direct messages)`;
  return [`── ${name} ──`, ...messages.map((message) => renderMessage(world, message))].join('\n\n');
}

/** One message: who, marks, what it answers, then all it shows. */
export function renderMessage(world: World, message: Message): string {
  return [renderHead(world, message), ...renderBody(world, message).map((line) => `  ${line}`)].join('\n');
}

function renderHead(world: World, message: Message): string {
  const { author, origin } = message;
  const marks = [
    message.visibleTo === null ? '' : `only ${nameOf(world, message.visibleTo)} sees this`,
    message.editedAt === null || origin !== null ? '' : 'edited',
  ].filter(Boolean);
  const used = origin?.name
    ? ` ← ${origin.user.displayName ?? origin.user.username} used /${origin.name}`
    : '';
  const replied =
    message.reference === null
      ? ''
      : ` ↩ ${quoteOf(world, message.reference.channelId, message.reference.messageId)}`;
  return `[${author.displayName ?? author.username}]${marks.map((mark) => ` (${mark})`).join('')}${used}${replied}`;
}

/** What a message shows below its head, line by line. */
export function renderBody(world: World, message: Message, style: Style = asWritten): string[] {
  const show = (text: string) => linesOf(style(readable(world, message, text)));
  if (message.loading) return ['… is thinking'];
  const lines = [
    ...show(message.content),
    ...(message.flags & MessageFlags.SuppressEmbeds
      ? []
      : message.embeds.flatMap((embed) => renderEmbed(embed, show))),
    ...message.attachments.map((file) => `[file ${file.name}, ${file.bytes.length} bytes]`),
    ...message.components.flatMap((component) => renderComponent(component, show)),
    ...(message.thread === null ? [] : [`└ thread: ${message.thread.name}`]),
  ];
  return [...lines, ...reactions(message)];
}

function reactions(message: Message): string[] {
  if (message.reactions.size === 0) return [];
  return [[...message.reactions].map(([emoji, users]) => `${emoji} ${users.size}`).join('  ')];
}

type Show = (text: string) => string[];

function renderEmbed(embed: Embed, show: Show): string[] {
  const inside = [
    ...show(embed.author?.name ?? ''),
    ...show(embed.title ? `**${embed.title}**` : ''),
    ...show(embed.description ?? ''),
    ...(embed.fields ?? []).flatMap((field) => [...show(`**${field.name}**`), ...show(field.value)]),
    ...(embed.image ? [`[image ${embed.image.url}]`] : []),
    ...show(embed.footer?.text ?? ''),
  ];
  return inside.map((line) => `▏ ${line}`);
}

function renderComponent(component: AnyComponent, show: Show): string[] {
  const inner = (children: readonly AnyComponent[]) =>
    children.flatMap((child) => renderComponent(child, show));
  switch (component.type) {
    case ComponentType.ActionRow:
      return [component.components.map((child) => inner([child]).join(' ')).join('  ')];
    case ComponentType.Button:
      return [renderButton(component)];
    case ComponentType.TextDisplay:
      return show(component.content);
    case ComponentType.Section: {
      const lines = inner(component.components);
      const accessory = inner([component.accessory]).join(' ');
      return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}   ${accessory}`];
    }
    case ComponentType.Container:
      return inner(component.components).map((line) => `│ ${line}`);
    case ComponentType.Separator:
      return [component.divider === false ? '' : '────────'];
    case ComponentType.Thumbnail:
      return [`[image ${component.description ?? component.media.url}]`];
    case ComponentType.MediaGallery:
      return component.items.map((item) => `[image ${item.description ?? item.media.url}]`);
    case ComponentType.File:
      return [`[file ${component.file.url}]`];
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return [renderSelect(component)];
    default:
      return [];
  }
}

/** A button as it looks: `(label)`, marked when it is off, with the address when it is a link. */
function renderButton(button: Button): string {
  const face = [button.emoji?.name, button.label].filter(Boolean).join(' ');
  const link = button.style === ButtonStyle.Link ? ` → ${button.url}` : '';
  return `(${face}${link}${button.disabled ? ' · off' : ''})`;
}

function renderSelect(select: Select): string {
  const options =
    select.type === ComponentType.StringSelect
      ? select.options.map((option) => `${option.default ? '• ' : ''}${option.label}`)
      : [];
  return `[${[select.placeholder ?? 'Choose', ...options].join(' ▾ ')}]`;
}

/** Mentions by name, as a client shows them. */
function readable(world: World, message: Message, text: string): string {
  const guild = world.guildOf(message.channel);
  return text
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${nameOf(world, id)}`)
    .replace(/<@&(\d+)>/g, (_, id: string) => `@${guild?.roles.get(id)?.name ?? 'unknown-role'}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${world.channels.get(id)?.name ?? 'unknown'}`)
    .replace(/<\/([^:>]+):\d+>/g, '/$1');
}

function nameOf(world: World, id: string): string {
  const user = world.users.get(id);
  return user?.displayName ?? user?.username ?? 'unknown-user';
}

function quoteOf(world: World, channelId: string, messageId: string): string {
  const message = world.channels.get(channelId)?.messages.find((candidate) => candidate.id === messageId);
  if (message === undefined) return '(deleted message)';
  const [line = ''] = message.text.split('\n');
  return readable(world, message, line.length > 40 ? `${line.slice(0, 40)}…` : line);
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
