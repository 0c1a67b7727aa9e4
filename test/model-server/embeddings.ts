/** What the loopback model's `/embeddings` does. */
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { sendError } from './delivery.ts';

/** As strict as the real API: no empty text, at most 2,048 at once, the numbers as numbers. */
const requestSchema = z.object({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2_048),
  encoding_format: z.literal('float'),
});

export type EmbeddingRequest = z.infer<typeof requestSchema>;

interface EmbeddingExchange {
  readonly request: EmbeddingRequest;
  readonly response: ServerResponse;
  /** Aborts when the client is gone or the server closes. */
  readonly gone: AbortSignal;
}

export type EmbeddingBehaviour = (exchange: EmbeddingExchange) => void | Promise<void>;

/** Reads a request; a string says what is wrong with it. */
export function readEmbeddingRequest(json: string): EmbeddingRequest | string {
  try {
    const parsed = requestSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : z.prettifyError(parsed.error);
  } catch {
    return 'We could not parse the JSON body of your request.';
  }
}

/** Answers with a vector a text. */
export function embeds(embed: (text: string) => readonly number[]): EmbeddingBehaviour {
  return sends(({ input }) => input.map((text, index) => ({ index, embedding: embed(text) })));
}

/** Answers with a list of one's own. */
export function sends(list: (request: EmbeddingRequest) => readonly object[]): EmbeddingBehaviour {
  return ({ request, response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', model: request.model, data: list(request) }));
  };
}

export function fails(status: number): EmbeddingBehaviour {
  return ({ response }) => sendError(response, status, { message: 'The server had an error.' });
}

export function sendsBody(type: string, body: string): EmbeddingBehaviour {
  return ({ response }) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };
}

export const hangs: EmbeddingBehaviour = async ({ gone }) => {
  await wait(600_000, undefined, { signal: gone });
};
