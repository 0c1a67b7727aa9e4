/** What comes back on the wire, read with as little trust as the words in it. */
import type OpenAI from 'openai';
import { Stream } from 'openai/streaming';
import { z } from 'zod';
import { UpstreamError } from '../errors.ts';
import type { Usage } from '../knowledge/answering/usage.ts';

const messageSchema = z.object({
  content: z.string().nullish(),
  refusal: z.string().nullish(),
  tool_calls: z.array(z.unknown()).nullish(),
  function_call: z.unknown().optional(),
  /** Thoughts, under the two names in use. */
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
});

const tokens = z.int().nonnegative();

/** A count that makes no sense is none; more cannot have been cached than were sent. */
const usageSchema = z
  .object({
    prompt_tokens: tokens,
    completion_tokens: tokens,
    prompt_tokens_details: z.object({ cached_tokens: tokens.nullish() }).nullish().catch(null),
  })
  .transform(
    ({ prompt_tokens, completion_tokens, prompt_tokens_details }): Usage => ({
      tokensIn: prompt_tokens,
      tokensOut: completion_tokens,
      tokensCached: Math.min(prompt_tokens_details?.cached_tokens ?? 0, prompt_tokens),
    }),
  );

/** One event of a stream, or a whole body: there the words are in `message`, not `delta`. */
const eventSchema = z.object({
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: messageSchema.nullish(),
        message: messageSchema.nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish().catch(null),
  error: z.unknown().optional(),
});

/** What one event adds. Absent parts are empty or null. */
export interface Piece {
  readonly text: string;
  readonly thought: string;
  readonly refused: boolean;
  readonly callsTool: boolean;
  readonly finishReason: string | null;
  readonly usage: Usage | null;
}

/**
 * Reads a response as the pieces of the first choice. A server that ignores `stream` and sends one JSON body gives one
 * piece. Throws `bad-body` for what is neither, `empty` for nothing at all, `error-event` for an error inside a 200.
 */
export async function* readPieces(response: Response, client: OpenAI): AsyncGenerator<Piece> {
  const type = response.headers.get('content-type')?.toLowerCase() ?? '';
  if (type.includes('html')) throw new UpstreamError('model', 'bad-body');
  let empty = true;
  for await (const event of type.includes('json') ? readBody(response) : readStream(response, client)) {
    empty = false;
    yield toPiece(event);
  }
  if (empty) throw new UpstreamError('model', 'empty');
}

async function* readBody(response: Response): AsyncGenerator<unknown> {
  const body = await response.text();
  if (body.trim() !== '') yield JSON.parse(body);
}

function readStream(response: Response, client: OpenAI): AsyncIterable<unknown> {
  return Stream.fromSSEResponse<unknown>(response, new AbortController(), client);
}

function toPiece(event: unknown): Piece {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) throw new UpstreamError('model', 'bad-body');
  if (parsed.data.error != null) throw new UpstreamError('model', 'error-event');
  const { choices, usage } = parsed.data;
  const choice = choices?.find(({ index }) => (index ?? 0) === 0);
  const said = choice?.delta ?? choice?.message;
  return {
    text: said?.content ?? '',
    thought: said?.reasoning_content ?? said?.reasoning ?? '',
    refused: Boolean(said?.refusal),
    callsTool: Boolean(said?.tool_calls?.length) || said?.function_call != null,
    finishReason: choice?.finish_reason || null,
    usage: usage ?? null,
  };
}
