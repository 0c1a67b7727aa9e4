import { MessageType } from 'discord-api-types/v10';
import type { Attachment, Message, MessageOrigin } from './message.ts';
import { channelPayload, isoTime, userPayload } from './payloads.ts';
import type { World } from './world.ts';

/**
 * A message as the API and the gateway give it. Without `readable`, what its author put in is withheld:
 * text, embeds, attachments and components.
 */
export function messagePayload(world: World, message: Message, readable: (message: Message) => boolean) {
  const shown = readable(message);
  const { reference } = message;
  const replied =
    reference === null
      ? undefined
      : world.channels.get(reference.channelId)?.messages.find((m) => m.id === reference.messageId);
  return {
    id: message.id,
    channel_id: message.channel.id,
    author: userPayload(message.author),
    type: message.type,
    content: shown ? message.content : '',
    embeds: shown ? message.embeds.map((embed) => ({ type: 'rich', ...withoutNulls(embed) })) : [],
    attachments: shown ? message.attachments.map((file) => attachmentPayload(world, file)) : [],
    components: shown ? message.components : [],
    timestamp: isoTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : isoTime(message.editedAt),
    flags: message.flags,
    mentions: message.mentions.map((id) => userPayload(world.user(id))),
    mention_roles: [...message.mentionRoles],
    mention_everyone: message.mentionsEveryone,
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.webhook ? { webhook_id: message.author.id } : {}),
    ...(message.origin === null ? {} : originPayload(world, message)),
    ...(message.reactions.size === 0 ? {} : { reactions: reactionPayload(world, message) }),
    ...(message.thread === null ? {} : { thread: channelPayload(world, message.thread) }),
    ...(reference === null
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: reference.messageId,
            channel_id: reference.channelId,
            ...(message.channel.guildId === null ? {} : { guild_id: message.channel.guildId }),
          },
        }),
    ...(message.type === MessageType.Reply
      ? {
          referenced_message:
            replied === undefined ? null : messagePayloadWithoutReply(world, replied, readable),
        }
      : {}),
  };
}

function messagePayloadWithoutReply(
  world: World,
  message: Message,
  readable: (message: Message) => boolean,
): object {
  const { referenced_message: _, ...rest } = messagePayload(world, message, readable);
  return rest;
}

function originPayload(world: World, message: Message) {
  const { origin } = message;
  if (origin === null) return {};
  return {
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: {
      id: origin.id,
      type: origin.type,
      ...(origin.name === null ? {} : { name: origin.name }),
      user: userPayload(origin.user),
      ...sourcePayload(origin),
      authorizing_integration_owners: { 0: message.channel.guildId ?? '0' },
    },
  };
}

/** A modal does not name the message itself, but the tap that opened it does. */
function sourcePayload({ id, type, user, sourceId = null }: MessageOrigin) {
  if (sourceId === null) return {};
  if (type === 3) return { interacted_message_id: sourceId };
  return {
    triggering_interaction_metadata: {
      id,
      type: 3,
      user: userPayload(user),
      interacted_message_id: sourceId,
      authorizing_integration_owners: {},
    },
  };
}

function reactionPayload(world: World, message: Message) {
  return [...message.reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me: users.has(world.bot.id),
    me_burst: false,
  }));
}

/** A file that stands on a message, or is given to a command. */
export function attachmentPayload(world: World, file: Attachment) {
  const url = `${world.cdnUrl}/attachments/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(file.description === null ? {} : { description: file.description }),
  };
}

function withoutNulls(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined),
  );
}
