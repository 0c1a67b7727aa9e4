/** How an answer goes over the wire: as events or as one body, as the request asks. */
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { ModelRequest } from './model-request.ts';

/** One request being answered. */
export interface Exchange {
  readonly request: ModelRequest;
  /** 1 for the first request since the behaviour was chosen, 2 for the second, ... */
  readonly attempt: number;
  readonly response: ServerResponse;
  /** Aborts when the client is gone or the server closes. */
  readonly gone: AbortSignal;
  /** Milliseconds between two events, and that a slow behaviour is slow. */
  readonly pace: number;
  readonly slowness: number;
}

interface TokenCounts {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

interface Delivery {
  /** What the model says, and what it thinks before that. */
  readonly text: string;
  readonly thought?: string;
  /** Null: the stream just ends. */
  readonly finishReason?: string | null;
  readonly model?: string;
  /** Counts to report in place of the usual ones; false: none. */
  readonly usage?: false | TokenCounts;
  readonly done?: boolean;
  readonly lineEnd?: string;
  /** A comment before each event. */
  readonly comments?: boolean;
  /** Code points an event. */
  readonly pieceLength?: number;
  /** Bytes a write; 0 writes whole events. */
  readonly writeLength?: number;
}

const usage = {
  prompt_tokens: 1200,
  completion_tokens: 80,
  total_tokens: 1280,
  prompt_tokens_details: { cached_tokens: 1024 },
};

/** Answers with what the model says, streamed when the request asks for that. */
export async function deliver(exchange: Exchange, delivery: Delivery): Promise<void> {
  if (!exchange.request.body.stream) return sendBody(exchange, delivery);
  startStream(exchange);
  await sendWords(exchange, delivery);
  await endStream(exchange, delivery);
}

/** One JSON body, whatever the request asks for. */
export function sendBody({ request, response }: Exchange, delivery: Delivery): void {
  const message = { role: 'assistant', content: delivery.text, refusal: null };
  sendJson(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: delivery.model ?? request.body.model,
    choices: [
      {
        index: 0,
        message,
        finish_reason: delivery.finishReason === undefined ? 'stop' : delivery.finishReason,
      },
    ],
    ...(delivery.usage !== false && { usage: delivery.usage ?? usage }),
  });
}

/** Sends the headers of a stream, unless they have been sent. */
export function startStream({ response }: Exchange): void {
  if (response.headersSent) return;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
}

/** The thought and the words, piece by piece; leaves the stream open. */
export async function sendWords(exchange: Exchange, delivery: Delivery): Promise<void> {
  await sendChoice(exchange, { delta: { role: 'assistant', content: '' } }, delivery);
  for (const piece of pieces(delivery.thought ?? '', 40))
    await sendChoice(exchange, { delta: { reasoning_content: piece } }, delivery);
  for (const piece of pieces(delivery.text, delivery.pieceLength ?? 6))
    await sendChoice(exchange, { delta: { content: piece } }, delivery);
}

/** The finish reason, the token counts and `[DONE]`, and the end of the response. */
export async function endStream(exchange: Exchange, delivery: Omit<Delivery, 'text'> = {}): Promise<void> {
  const { finishReason = 'stop' } = delivery;
  if (finishReason !== null) await sendChoice(exchange, { delta: {}, finish_reason: finishReason }, delivery);
  const asked = exchange.request.body.stream_options?.include_usage === true;
  if (asked && delivery.usage !== false)
    await sendEvent(
      exchange,
      { ...frame(exchange, delivery), choices: [], usage: delivery.usage ?? usage },
      delivery,
    );
  if (delivery.done !== false) await sendEvent(exchange, '[DONE]', delivery);
  exchange.response.end();
}

/** One event with one choice. */
export async function sendChoice(
  exchange: Exchange,
  choice: object,
  delivery: Partial<Delivery> = {},
): Promise<void> {
  const choices = [{ index: 0, finish_reason: null, ...choice }];
  await sendEvent(exchange, { ...frame(exchange, delivery), choices, usage: null }, delivery);
}

export async function sendEvent(
  exchange: Exchange,
  data: object | string,
  delivery: Partial<Delivery> = {},
): Promise<void> {
  const { lineEnd = '\n', comments = false, writeLength = 0 } = delivery;
  const lines = [
    ...(comments ? [': keep-alive', ''] : []),
    `data: ${typeof data === 'string' ? data : JSON.stringify(data)}`,
  ];
  const bytes = Buffer.from(`${lines.join(lineEnd)}${lineEnd}${lineEnd}`);
  if (writeLength === 0) exchange.response.write(bytes);
  for (let at = 0; writeLength > 0 && at < bytes.length; at += writeLength) {
    exchange.response.write(bytes.subarray(at, at + writeLength));
    await pause(exchange, 0);
  }
  await pause(exchange, exchange.pace);
}

/** Waits until the time is over or the client is gone; throws when it is gone. */
export async function pause({ gone }: Exchange, milliseconds: number): Promise<void> {
  if (milliseconds === 0) await nextTurn(undefined, { signal: gone });
  else await wait(milliseconds, undefined, { signal: gone });
}

/** An error as the API words it. */
export function sendError(
  response: ServerResponse,
  status: number,
  error: { message: string; type?: string; param?: string; code?: string },
  headers: Record<string, string> = {},
): void {
  sendJson(
    response,
    status,
    { error: { type: 'invalid_request_error', param: null, code: null, ...error } },
    headers,
  );
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function frame({ request }: Exchange, delivery: Partial<Delivery>): object {
  return { id: 'chatcmpl-1', object: 'chat.completion.chunk', model: delivery.model ?? request.body.model };
}

function pieces(text: string, length: number): string[] {
  const points = [...text];
  return Array.from({ length: Math.ceil(points.length / length) }, (_, index) =>
    points.slice(index * length, (index + 1) * length).join(''),
  );
}
