// Posting, editing and deleting messages: what is stored, and what the gateway says of it.
import { ChannelType, GatewayIntentBits, MessageFlags } from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { numberComponents } from './forms/component-tree.ts';
import type { AllowedMentions, EditedMessage } from './forms/message-schema.ts';
import { botSees, messageEvent, readableWithoutIntent } from './gateway/events.ts';
import type { Channel, User } from './world/entities.ts';
import { type Attachment, Message, type MessageDraft } from './world/message.ts';

/** Stores a message and tells the bot of it. An ephemeral one is told to nobody. */
export function postMessage(
  core: Core,
  draft: Omit<MessageDraft, 'id' | 'createdAt'> & { at?: number },
): Message {
  const { world, gateway, changes } = core;
  const components = structuredClone(draft.components ?? []);
  numberComponents(components);
  const message = new Message({
    ...draft,
    components,
    id: beginsPost(core, draft.channel)
      ? draft.channel.id
      : draft.at === undefined
        ? world.ids.next()
        : world.ids.at(draft.at),
    createdAt: draft.at ?? world.clock.now(),
  });
  const { channel } = message;
  const place = channel.messages.findLastIndex((other) => BigInt(other.id) < BigInt(message.id)) + 1;
  channel.messages.splice(place, 0, message);
  if (channel.messages.length > 2 * core.messageLimit)
    channel.messages.splice(0, channel.messages.length - core.messageLimit);
  if (message.author.id === world.bot.id) core.typing.delete(channel.id);
  if (!message.ephemeral && botSees(world, channel)) {
    gateway.dispatch(messageEvent(world, 'MESSAGE_CREATE', message));
  }
  changes.announce();
  return message;
}

/** Whether the next message there is the first of a forum's post, which has the post's own id. */
function beginsPost({ world }: Core, { parentId, messages }: Channel): boolean {
  const parent = parentId === null ? undefined : world.channels.get(parentId);
  return parent?.type === ChannelType.GuildForum && messages.length === 0;
}

/** Applies an edit; a field left out stays. */
export function editMessage(
  core: Core,
  message: Message,
  edit: EditedMessage,
  added: readonly Attachment[] = [],
): void {
  const { world, gateway, changes } = core;
  if (edit.content !== undefined) message.content = edit.content ?? '';
  if (edit.embeds !== undefined) message.embeds = edit.embeds ?? [];
  if (edit.components !== undefined) {
    const components = structuredClone(edit.components ?? []);
    numberComponents(components);
    message.components = components;
  }
  if (edit.attachments) {
    const kept = new Set(edit.attachments.map((file) => String(file.id)));
    message.attachments = message.attachments.filter((file) => kept.has(file.id));
  }
  message.attachments = [...message.attachments, ...added];
  const settable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  message.flags = (message.flags & ~MessageFlags.Loading) | ((edit.flags ?? 0) & settable);
  if (edit.content !== undefined || edit.allowed_mentions) {
    const pings = findPings(core, message.channel, message.text, edit.allowed_mentions ?? null);
    message.mentions = pings.users;
    message.mentionRoles = pings.roles;
    message.mentionsEveryone = pings.everyone;
  }
  message.revisions += 1;
  message.changedAt = Date.now();
  message.editedAt = world.clock.now();
  if (!message.ephemeral && botSees(world, message.channel)) {
    gateway.dispatch(messageEvent(world, 'MESSAGE_UPDATE', message));
  }
  changes.announce();
}

/** Takes a message away. */
export function deleteMessage(core: Core, message: Message): void {
  const { channel } = message;
  const place = channel.messages.indexOf(message);
  if (place !== -1) channel.messages.splice(place, 1);
  message.deleted = true;
  message.changedAt = Date.now();
  if (!message.ephemeral && botSees(core.world, channel)) {
    core.gateway.dispatch({
      name: 'MESSAGE_DELETE',
      guildId: channel.guildId,
      intent: channel.guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
      data: () => ({
        id: message.id,
        channel_id: channel.id,
        ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
      }),
    });
  }
  core.changes.announce();
}

export interface Pings {
  readonly users: string[];
  readonly roles: string[];
  readonly everyone: boolean;
}

/** Whom a text pings: what it names, as far as its allowed mentions (null: everything) let it. */
export function findPings(
  core: Core,
  channel: Channel,
  text: string,
  allowed: AllowedMentions | null,
  repliedTo: User | null = null,
): Pings {
  const guild = core.world.guildOf(channel);
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const parses = (kind: 'users' | 'roles' | 'everyone') =>
    allowed === null || (allowed.parse ?? []).includes(kind);
  const users = new Set(
    named(/<@!?(\d+)>/g).filter(
      (id) => core.world.users.has(id) && (parses('users') || (allowed?.users ?? []).includes(id)),
    ),
  );
  const roles = new Set(
    named(/<@&(\d+)>/g).filter(
      (id) => guild?.roles.has(id) && (parses('roles') || (allowed?.roles ?? []).includes(id)),
    ),
  );
  const repliesPing = allowed === null ? true : (allowed.replied_user ?? false);
  if (repliedTo !== null && repliesPing) users.add(repliedTo.id);
  return {
    users: [...users],
    roles: [...roles],
    everyone: /@(everyone|here)\b/.test(text) && parses('everyone'),
  };
}

/** What the bot may read of a fetched message: all of it only when it was granted the Message Content intent. */
export function readableWhenFetched(core: Core): (message: Message) => boolean {
  return (message) => core.readsContent || readableWithoutIntent(core.world, message);
}
