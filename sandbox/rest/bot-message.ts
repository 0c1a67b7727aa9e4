// A message that the bot sends or edits, whichever way it comes: channel, interaction or thread.
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { NewMessage } from '../forms/message-schema.ts';
import { findPings, postMessage } from '../messages.ts';
import type { Channel } from '../world/entities.ts';
import type { Attachment, Message, MessageOrigin } from '../world/message.ts';
import type { UploadedFile } from './request-body.ts';

const settableFlags =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Posts a message whose form was read, as the bot. */
export function postAsBot(
  core: Core,
  channel: Channel,
  form: NewMessage,
  files: readonly UploadedFile[],
  given: { origin?: MessageOrigin; visibleTo?: string | null; reference?: Message; loading?: boolean } = {},
): Message {
  const { world } = core;
  const ephemeral = given.visibleTo !== undefined && given.visibleTo !== null;
  const repliedTo = given.reference?.author ?? null;
  const attachments = storeFiles(core, files, form.attachments ?? []);
  const draft = {
    channel,
    author: world.bot,
    type: messageType(given),
    content: form.content ?? '',
    embeds: form.embeds ?? [],
    components: form.components ?? [],
    attachments,
    flags:
      ((form.flags ?? 0) & settableFlags) |
      (ephemeral ? MessageFlags.Ephemeral : 0) |
      (given.loading ? MessageFlags.Loading : 0),
    nonce: form.nonce ?? null,
    origin: given.origin ?? null,
    visibleTo: given.visibleTo ?? null,
    reference:
      given.reference === undefined
        ? null
        : { channelId: given.reference.channel.id, messageId: given.reference.id },
  };
  const words = [draft.content, ...draft.components.map((component) => JSON.stringify(component))].join('\n');
  const pings = findPings(core, channel, words, form.allowed_mentions ?? null, repliedTo);
  return postMessage(core, {
    ...draft,
    mentions: pings.users,
    mentionRoles: pings.roles,
    mentionsEveryone: pings.everyone,
  });
}

function messageType(given: { origin?: MessageOrigin; reference?: Message }): MessageType {
  if (given.origin?.name) return MessageType.ChatInputCommand;
  return given.reference === undefined ? MessageType.Default : MessageType.Reply;
}

/** Stores uploaded files as attachments, with the descriptions that the body gives them. */
export function storeFiles(
  core: Core,
  files: readonly UploadedFile[],
  described: readonly { id: string | number; description?: string | null | undefined }[],
): Attachment[] {
  return files.map((file) =>
    core.world.addFile({
      name: file.name,
      description: described.find((entry) => String(entry.id) === String(file.index))?.description ?? null,
      contentType: file.contentType,
      bytes: file.bytes,
    }),
  );
}
