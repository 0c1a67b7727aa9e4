/** What a server may refuse or fail at before the model says a word. */
import { answersTruly, type Behaviour } from './behaviour.ts';
import { deliver, sendError } from './delivery.ts';
import { trueReply } from './oracle.ts';

const refuses =
  (status: number, error: Parameters<typeof sendError>[2], headers: Record<string, string> = {}): Behaviour =>
  async ({ response }) =>
    sendError(response, status, error, headers);

/** Does it once, then behaves well. */
const once =
  (behaviour: Behaviour): Behaviour =>
  (exchange) =>
    exchange.attempt === 1 ? behaviour(exchange) : answersTruly(exchange);

/** Refuses requests with a property that an older server does not know, then behaves well. */
const refusesProperty =
  (name: string, message: string): Behaviour =>
  async (exchange) => {
    if (name in exchange.request.body) return sendError(exchange.response, 400, { message, param: name });
    await answersTruly(exchange);
  };

const refusesFormats =
  (...formats: string[]): Behaviour =>
  async (exchange) => {
    if (formats.includes(exchange.request.format))
      return sendError(exchange.response, 400, {
        message: `response_format of type ${exchange.request.format} is not supported`,
        param: 'response_format',
      });
    const text = trueReply(exchange.request);
    await deliver(exchange, {
      text: formats.length > 1 ? `Here is the answer:\n\`\`\`json\n${text}\n\`\`\`\nDone.` : text,
    });
  };

const rateLimit = { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' };
const serverError = { message: 'The server had an error', type: 'server_error' };

export const serverBehaviours = {
  'refuses-json-schema': refusesFormats('json_schema'),
  'refuses-json-formats': refusesFormats('json_schema', 'json_object'),
  /** A 400 that does not say what it refuses. */
  'refuses-vaguely': async (exchange) => {
    if (exchange.request.format !== 'text')
      return sendError(exchange.response, 400, { message: 'Bad Request' });
    await answersTruly(exchange);
  },
  'refuses-everything': refuses(400, { message: 'Bad Request' }),
  'refuses-temperature': refusesProperty(
    'temperature',
    "Unsupported value: 'temperature' does not support 0.2 with this model.",
  ),
  'refuses-max-tokens': refusesProperty(
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
  ),
  'refuses-output-limits': async (exchange) => {
    const name = ['max_tokens', 'max_completion_tokens'].find((limit) => limit in exchange.request.body);
    if (name !== undefined)
      return sendError(exchange.response, 422, { message: `${name}: extra inputs are not permitted` });
    await answersTruly(exchange);
  },
  'refuses-stream-options': refusesProperty(
    'stream_options',
    'Unrecognized request argument supplied: stream_options',
  ),
  'unauthorized-401': refuses(401, {
    message: 'Incorrect API key provided: sk-wrong.',
    code: 'invalid_api_key',
  }),
  'payment-402': refuses(402, { message: 'Insufficient Balance' }),
  'forbidden-403': refuses(403, { message: 'Country, region, or territory not supported' }),
  'no-model-404': refuses(404, { message: 'The model does not exist', code: 'model_not_found' }),
  'rate-limited-briefly': once(refuses(429, rateLimit, { 'retry-after-ms': '20' })),
  'rate-limited-long': refuses(429, rateLimit, { 'retry-after': '50' }),
  'rate-limited-for-an-hour': refuses(429, rateLimit, { 'retry-after': '3600' }),
  'fails-once-500': once(refuses(500, serverError, { 'retry-after-ms': '20' })),
  'fails-always-500': refuses(500, serverError, { 'retry-after-ms': '20' }),
  'unavailable-503': refuses(
    503,
    { message: 'Loading model', type: 'unavailable_error' },
    { 'retry-after-ms': '20' },
  ),
  'context-too-long': refuses(400, {
    message: "This model's maximum context length is 8192 tokens. Please reduce the length of the messages.",
    code: 'context_length_exceeded',
  }),
  'prompt-filtered': refuses(400, { message: 'The response was filtered', code: 'content_filter' }),
} satisfies Record<string, Behaviour>;
