// What a message's body must be, for creating and for editing it.
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { type FieldError, invalidForm, refusals } from '../discord-error.ts';
import { type MessageComponent, messageComponent } from './component-schema.ts';
import { findDuplicateCustomIds, findOversize } from './component-tree.ts';
import { type Embed, embed, embedLength, isEmptyEmbed } from './embed-schema.ts';
import { list, readForm, snowflake, text } from './fields.ts';

const allowedMentions = z.object({
  parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
  users: list(snowflake, 0, 100).nullish(),
  roles: list(snowflake, 0, 100).nullish(),
  replied_user: z.boolean().nullish(),
});

const content = z.string().nullish();
const attachment = z.object({
  id: z.union([z.string(), z.number()]),
  filename: z.string().nullish(),
  description: text(0, 1024).nullish(),
});

const shared = {
  content,
  embeds: list(embed, 0, 10).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  components: list(messageComponent, 0, 40).nullish(),
  attachments: list(attachment, 0, 10).nullish(),
  flags: z.number().int().nullish(),
};

const newMessage = z.object({
  ...shared,
  tts: z.boolean().nullish(),
  nonce: z.union([text(0, 25), z.number().int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      guild_id: snowflake.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
      type: z.number().int().nullish(),
    })
    .nullish(),
  sticker_ids: list(snowflake, 0, 3).nullish(),
  poll: z.unknown().nullish(),
});

const editedMessage = z.object(shared);

export type NewMessage = z.infer<typeof newMessage>;
export type EditedMessage = z.infer<typeof editedMessage>;
export type AllowedMentions = z.infer<typeof allowedMentions>;

/** What a message shows, whether stored or about to be. */
interface Shown {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly MessageComponent[];
  readonly flags: number;
  readonly fileCount: number;
}

/** Reads the body of a new message; `prefix` is `['data']` inside an interaction's answer. */
export function readNewMessage(body: unknown, fileCount: number, prefix: readonly string[] = []): NewMessage {
  const form = readForm(newMessage, body, prefix);
  const embeds = (form.embeds ?? []).filter((value) => !isEmptyEmbed(value));
  const shown: Shown = {
    content: trimContent(form.content ?? ''),
    embeds,
    components: form.components ?? [],
    flags: form.flags ?? 0,
    fileCount,
  };
  check(shown, form.allowed_mentions ?? null, form, prefix);
  if (isEmpty(shown) && !form.poll && (form.sticker_ids ?? []).length === 0) throw refusals.emptyMessage();
  return { ...form, content: shown.content, embeds };
}

/** Reads the body of an edit against what the message shows now; a field left out stays as it is. */
export function readEditedMessage(
  body: unknown,
  before: Shown,
  newFileCount: number,
  prefix: readonly string[] = [],
): EditedMessage {
  const form = readForm(editedMessage, body, prefix);
  const keptFiles = form.attachments ? form.attachments.length : before.fileCount + newFileCount;
  const after: Shown = {
    content: form.content === undefined ? before.content : trimContent(form.content ?? ''),
    embeds: form.embeds === undefined ? before.embeds : (form.embeds ?? []),
    components: form.components === undefined ? before.components : (form.components ?? []),
    flags: (before.flags & MessageFlags.IsComponentsV2) | (form.flags ?? before.flags),
    fileCount: keptFiles,
  };
  check(after, form.allowed_mentions ?? null, {}, prefix);
  if (isEmpty(after)) throw refusals.emptyMessage();
  return { ...form, ...(form.content === undefined ? {} : { content: after.content }) };
}

/** White space at both ends is cut before anything else is looked at. */
function trimContent(value: string): string {
  return value.trim();
}

function isEmpty(shown: Shown): boolean {
  const v2 = (shown.flags & MessageFlags.IsComponentsV2) !== 0;
  if (v2) return shown.components.length === 0;
  return (
    shown.content === '' &&
    shown.embeds.length === 0 &&
    shown.fileCount === 0 &&
    shown.components.length === 0
  );
}

function check(
  shown: Shown,
  mentions: AllowedMentions | null,
  form: { poll?: unknown; sticker_ids?: readonly string[] | null },
  prefix: readonly string[],
): void {
  const v2 = (shown.flags & MessageFlags.IsComponentsV2) !== 0;
  const errors = [
    ...(v2 ? legacyFields(shown, form) : classicLimits(shown)),
    ...findDuplicateCustomIds(shown.components),
    ...(v2 ? findOversize(shown.components) : []),
    ...(mentions === null ? [] : contradictions(mentions)),
  ];
  if (errors.length > 0) {
    throw invalidForm(errors.map((error) => ({ ...error, path: [...prefix, ...error.path] })));
  }
}

function legacyFields(
  shown: Shown,
  form: { poll?: unknown; sticker_ids?: readonly string[] | null },
): FieldError[] {
  const used = {
    content: shown.content !== '',
    embeds: shown.embeds.length > 0,
    poll: form.poll !== undefined && form.poll !== null,
    sticker_ids: (form.sticker_ids ?? []).length > 0,
  };
  return Object.entries(used).flatMap(([field, present]) =>
    present
      ? [
          {
            path: [field],
            code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          },
        ]
      : [],
  );
}

function classicLimits(shown: Shown): FieldError[] {
  const errors: FieldError[] = [];
  const long = text(0, 2000).safeParse(shown.content).error?.issues[0];
  if (long !== undefined) {
    errors.push({ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message: long.message });
  }
  if (shown.components.length > 5) {
    errors.push({
      path: ['components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 1 and 5 in length.',
    });
  }
  shown.components.forEach((component, index) => {
    if (component.type !== ComponentType.ActionRow) {
      errors.push({
        path: ['components', index, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" must be one of (1,).',
      });
    } else if (component.components.some((child) => child.type === ComponentType.TextInput)) {
      errors.push({
        path: ['components', index],
        code: 'COMPONENT_TYPE_INVALID',
        message: 'The specified component type is invalid in this context',
      });
    }
  });
  if (shown.embeds.reduce((sum, value) => sum + embedLength(value), 0) > 6000) {
    errors.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: 'Embed size exceeds maximum size of 6000',
    });
  }
  return errors;
}

function contradictions(mentions: AllowedMentions): FieldError[] {
  const kinds = ['users', 'roles'] as const;
  return kinds.flatMap((kind) =>
    mentions.parse?.includes(kind) && (mentions[kind] ?? []).length > 0
      ? [
          {
            path: ['allowed_mentions'],
            code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          },
        ]
      : [],
  );
}
