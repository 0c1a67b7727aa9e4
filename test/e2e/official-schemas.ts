/** Checks what the bot sends against Discord's own description of its API. */
import * as schemas from 'discord-api-spec/zod';
import type { RequestRecord } from '../../sandbox/records.ts';

type Schema = typeof schemas.MessageCreateRequestSchema;

const byRoute: readonly (readonly [RegExp, Schema])[] = [
  [/^POST \/channels\/:[^/]+\/messages$/, schemas.MessageCreateRequestSchema],
  [/^PATCH \/channels\/:[^/]+\/messages\/:[^/]+$/, schemas.MessageEditRequestPartialSchema],
  [/^POST \/webhooks\/:[^/]+\/:[^/]+$/, schemas.IncomingWebhookInteractionRequestSchema],
  [
    /^PATCH \/webhooks\/:[^/]+\/:[^/]+\/messages\//,
    schemas.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  ],
];

/** By the type of the response. */
const callbacks = new Map<unknown, Schema>([
  [4, schemas.CreateMessageInteractionCallbackRequestSchema],
  [5, schemas.CreateMessageInteractionCallbackRequestSchema],
  [6, schemas.UpdateMessageInteractionCallbackRequestSchema],
  [7, schemas.UpdateMessageInteractionCallbackRequestSchema],
  [8, schemas.ApplicationCommandAutocompleteCallbackRequestSchema],
  [9, schemas.ModalInteractionCallbackRequestSchema],
]);

/** What is wrong with a request's body, in words; for `startSandbox({ validate })`. Counts what it checked. */
export function createValidator() {
  const checked = new Map<string, number>();
  const validate = ({ method, route, body }: RequestRecord): string[] => {
    const name = `${method} ${route}`;
    const given = bodiesOf(name, body);
    if (given.length > 0) checked.set(name, (checked.get(name) ?? 0) + 1);
    return given.flatMap(([schema, value]) => problemsOf(schema, value));
  };
  return { validate, checked };
}

function bodiesOf(name: string, body: unknown): readonly (readonly [Schema, unknown])[] {
  if (name.startsWith('PUT ') && name.endsWith('/commands') && Array.isArray(body))
    return body.map((command) => [schemas.ApplicationCommandUpdateRequestSchema, command]);
  if (name.endsWith('/callback') && typeof body === 'object' && body !== null && 'type' in body) {
    const schema = callbacks.get(body.type);
    return schema === undefined ? [] : [[schema, body]];
  }
  const found = byRoute.find(([pattern]) => pattern.test(name));
  return found === undefined ? [] : [[found[1], body]];
}

function problemsOf(schema: Schema, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
