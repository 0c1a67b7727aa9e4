/** One model behind one endpoint: asks it in a dialect that its server accepts, and watches what it says. */
import type OpenAI from 'openai';
import { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import type { ResponseFormatJSONSchema } from 'openai/resources/shared';
import type { z } from 'zod';
import { UpstreamError } from '../errors.ts';
import { addUsage, noUsage, type Usage } from '../knowledge/answering/usage.ts';
import type { Log } from '../log.ts';
import { adaptDialect, type Dialect, describeDialect, firstDialect } from './dialect.ts';
import { readJson } from './json-reader.ts';
import { toUpstreamError } from './upstream-error.ts';
import { type Limits, startWatch, type Watch } from './watch.ts';
import { type Piece, readPieces } from './wire.ts';

export interface ChatRequest {
  /** Fixed instructions; never holds anything that others wrote. */
  readonly system: string;
  readonly user: string;
  /** The name and shape of the object to be answered with. */
  readonly name: string;
  readonly schema: z.ZodType;
  /** Tokens that the answer, thoughts included, may have. */
  readonly maxTokens: number;
}

export type ChatEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'usage'; readonly usage: Usage };

export interface ChatModel {
  /** The words as they come, then the token counts where the server gives them. Throws `UpstreamError`, or the signal's reason. */
  stream(request: ChatRequest, limits: Limits, signal: AbortSignal): AsyncIterable<ChatEvent>;
  /** The whole object in one piece, checked against its schema, with what it took. `deadline` is in milliseconds. */
  complete<Shape extends z.ZodType>(
    request: ChatRequest & { readonly schema: Shape },
    deadline: number,
    signal: AbortSignal,
  ): Promise<{ readonly value: z.output<Shape>; readonly usage: Usage }>;
}

/** Characters of text that are read of one answer. */
const maxText = 64 * 1024;
/** Milliseconds that the token counts may come after the answer is complete. */
const usageWait = 1_000;

/** Makes the model's front door. What its server refuses is learnt once and remembered as long as this object lives. */
export function createChatModel(settings: { client: OpenAI; model: string; log?: Log }): ChatModel {
  const { client, model, log } = settings;
  let known = firstDialect(client.baseURL, model);
  let proven = false;

  /** Asks, and asks again more simply as often as the server refuses the way it was asked. */
  async function ask(request: ChatRequest, stream: boolean, signal: AbortSignal): Promise<Response> {
    for (let dialect = known; ; ) {
      try {
        const body = toBody(request, dialect, model, stream);
        const response = await client.chat.completions.create(body, { signal }).asResponse();
        if (dialect !== known) log?.info('model-dialect-changed', { model, state: describeDialect(dialect) });
        known = dialect;
        proven = true;
        return response;
      } catch (error) {
        const next =
          error instanceof APIError ? adaptDialect(dialect, error, proven && dialect === known) : null;
        if (next === null) throw error;
        dialect = next;
      }
    }
  }

  async function* listen(request: ChatRequest, stream: boolean, watch: Watch): AsyncGenerator<ChatEvent> {
    let length = 0;
    let done = false;
    /** The last counts: some servers send them with every event, and they grow. */
    let usage: Usage | null = null;
    try {
      const response = await ask(request, stream, watch.signal);
      if (stream) watch.alive();
      for await (const piece of readPieces(response, client)) {
        watch.signal.throwIfAborted();
        if (piece.refused) throw new UpstreamError('model', 'refused');
        if (piece.callsTool) throw new UpstreamError('model', 'tool-calls');
        length += piece.text.length;
        if (length > maxText) throw new UpstreamError('model', 'too-long');
        if (stream && !done && saysSomething(piece)) watch.alive();
        if (piece.text !== '') yield { type: 'text', text: piece.text };
        usage = piece.usage ?? usage;
        if (piece.finishReason !== null && !done) {
          failUnlessDone(piece.finishReason);
          done = true;
          watch.alive(usageWait);
        }
      }
    } catch (error) {
      // The words are complete once the server has said why they end; what is lost after that is not missed.
      if (!done) throw error;
    }
    if (!done) throw new UpstreamError('model', 'cut');
    if (usage !== null) yield { type: 'usage', usage };
  }

  async function* watched(request: ChatRequest, stream: boolean, limits: Limits, signal: AbortSignal) {
    const watch = startWatch(signal, limits);
    try {
      yield* listen(request, stream, watch);
    } catch (error) {
      signal.throwIfAborted();
      throw toUpstreamError(watch.signal.aborted ? watch.signal.reason : error);
    } finally {
      watch.stop();
    }
  }

  return {
    stream: (request, limits, signal) => watched(request, true, limits, signal),
    async complete(request, deadline, signal) {
      let text = '';
      let usage = noUsage;
      for await (const event of watched(request, false, { deadline, idleTimeout: deadline }, signal)) {
        if (event.type === 'text') text += event.text;
        else usage = addUsage(usage, event.usage);
      }
      const parsed = request.schema.safeParse(readJson(text));
      if (!parsed.success) throw new UpstreamError('model', 'malformed');
      return { value: parsed.data, usage };
    },
  };
}

function toBody(
  request: ChatRequest,
  dialect: Dialect,
  model: string,
  stream: boolean,
): ChatCompletionCreateParams {
  return {
    model,
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.user },
    ],
    stream,
    ...(stream && dialect.usage && { stream_options: { include_usage: true } }),
    ...(dialect.format === 'json_schema' && {
      response_format: toResponseFormat(request),
    }),
    ...(dialect.format === 'json_object' && { response_format: { type: 'json_object' } }),
    ...(dialect.outputLimit !== 'none' && { [dialect.outputLimit]: request.maxTokens }),
    ...(dialect.temperature && { temperature: 0.2 }),
    ...(dialect.reasoningEffort && { reasoning_effort: 'low' }),
  };
}

/** Without the name of the schema's own language, which every server knows and each call would pay for. */
function toResponseFormat({ schema, name }: ChatRequest): ResponseFormatJSONSchema {
  const { type, json_schema } = zodResponseFormat(schema, name);
  const { $schema: _, ...bare } = json_schema.schema ?? {};
  return { type, json_schema: { ...json_schema, schema: bare } };
}

/**
 * Thoughts count as life: they are the model's own tokens, unlike the comments with which a proxy keeps a dead
 * connection open, and the deadline bounds them all the same.
 */
function saysSomething(piece: Piece): boolean {
  return piece.text.trim() !== '' || piece.thought !== '';
}

const failedFinishes = new Map([
  ['length', 'length'],
  ['content_filter', 'content-filter'],
  ['tool_calls', 'tool-calls'],
  ['function_call', 'tool-calls'],
]);

function failUnlessDone(finishReason: string): void {
  const reason = failedFinishes.get(finishReason);
  if (reason !== undefined) throw new UpstreamError('model', reason);
}
