// Holds the bodies that a bot sends against Discord's own description of its API.
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import type { RequestRecord } from '../../sandbox/records.ts';

const callback = z.union([
  CreateMessageInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
]);
// The description calls permissions a number; Discord's documentation, and Discord, take the digits as a text.
const commands = z.array(z.preprocess(readPermissions, ApplicationCommandUpdateRequestSchema));

const schemas: Readonly<Record<string, z.ZodType>> = {
  'POST /channels/:channel/messages': MessageCreateRequestSchema,
  'PATCH /channels/:channel/messages/:message': MessageEditRequestPartialSchema,
  'POST /channels/:channel/messages/:message/threads': CreateTextThreadWithMessageRequestSchema,
  'POST /users/@me/channels': CreatePrivateChannelRequestSchema,
  'POST /interactions/:interaction/:token/callback': callback,
  'POST /webhooks/:application/:token': IncomingWebhookRequestPartialSchema,
  'PATCH /webhooks/:application/:token/messages/@original':
    IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  'PATCH /webhooks/:application/:token/messages/:message':
    IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  'PUT /applications/:application/commands': commands,
  'PUT /applications/:application/guilds/:guild/commands': commands,
};

/** What the official schemas say against a body; for `startSandbox({ validate: findOfficialViolations })`. */
export function findOfficialViolations(request: RequestRecord): string[] {
  const schema = schemas[`${request.method} ${request.route}`];
  const issues = schema?.safeParse(request.body).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

function readPermissions(command: unknown): unknown {
  if (typeof command !== 'object' || command === null) return command;
  const permissions = 'default_member_permissions' in command ? command.default_member_permissions : null;
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...command, default_member_permissions: Number(permissions) }
    : command;
}
