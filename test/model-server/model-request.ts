import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const bodySchema = z.looseObject({
  model: z.string().min(1),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().positive().optional(),
  max_completion_tokens: z.int().positive().optional(),
  reasoning_effort: z.string().optional(),
  response_format: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('text') }),
      z.object({ type: z.literal('json_object') }),
      z.object({
        type: z.literal('json_schema'),
        json_schema: z.object({ name: z.string(), strict: z.boolean(), schema: z.unknown() }),
      }),
    ])
    .optional(),
});

export type ModelRequestBody = z.infer<typeof bodySchema>;

/** One request as the server took it. */
export interface ModelRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: ModelRequestBody;
  /** All system messages together, and all others. */
  readonly system: string;
  readonly user: string;
  /** How an answer's shape was asked for. */
  readonly format: 'json_schema' | 'json_object' | 'text';
}

/** Reads a request as strictly as the real API does; a string says what is wrong with it. */
export function readModelRequest(headers: IncomingHttpHeaders, json: string): ModelRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'We could not parse the JSON body of your request.';
  }
  const parsed = bodySchema.safeParse(value);
  if (!parsed.success) return z.prettifyError(parsed.error);
  const body = parsed.data;
  const format = body.response_format?.type ?? 'text';
  if (body.response_format?.type === 'json_schema') {
    const fault = strictnessFault(body.response_format.json_schema.schema, 'schema');
    if (fault !== null) return `Invalid schema for response_format: ${fault}`;
  }
  const system = body.messages.filter(({ role }) => role === 'system');
  const others = body.messages.filter(({ role }) => role !== 'system');
  const words = (messages: typeof body.messages) => messages.map(({ content }) => content).join('\n');
  if (format === 'json_object' && !/json/i.test(words(body.messages)))
    return "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
  return { headers, body, system: words(system), user: words(others), format };
}

const schemaSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
});

/** In strict mode every object names all its properties as required and takes no others. */
function strictnessFault(schema: unknown, path: string): string | null {
  const parsed = schemaSchema.safeParse(schema);
  if (!parsed.success) return `${path} is not a schema`;
  const { type, properties = {}, required = [], additionalProperties, items } = parsed.data;
  if (type === 'object') {
    if (additionalProperties !== false) return `${path}: 'additionalProperties' is required to be false`;
    const missing = Object.keys(properties).find((name) => !required.includes(name));
    if (missing !== undefined) return `${path}: 'required' is missing '${missing}'`;
  }
  for (const [name, property] of Object.entries(properties)) {
    const fault = strictnessFault(property, `${path}.${name}`);
    if (fault !== null) return fault;
  }
  return items === undefined ? null : strictnessFault(items, `${path}[]`);
}
