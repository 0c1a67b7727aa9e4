/**
 * A loopback model: an OpenAI-compatible `/v1/chat/completions` and `/v1/embeddings`, for tests of the adapters and for
 * end-to-end tests that start the bot as its own process.
 *
 *     const model = await startModelServer({ behaviour: 'well-behaved' });
 *     // the bot's environment: OPENAI_BASE_URL: model.url, OPENAI_API_KEY: any, OPENAI_MODEL: any
 *     model.behave('silent-mid-stream');     // from the next request on
 *     model.requests.at(-1)?.user            // what the model was shown; `.system` holds the instructions alone
 *     model.embedWith(embeds(readMeanings(table)));   // vectors with a meaning (embeddings.ts, meaning.ts)
 *     await model.close();
 *
 * `well-behaved` is an oracle: it reads the numbered passages and the question of a request and answers with true
 * quotes. The other names are one fault each: of time and the wire (wire-behaviours.ts), of the server
 * (server-behaviours.ts), of the text and of what it says (text-behaviours.ts, drafts.ts). A behaviour of one's own is a
 * function that answers an `Exchange`; `says(text)` makes one that says just that.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Behaviour } from './behaviour.ts';
import { type BehaviourName, behaviours } from './behaviours.ts';
import { sendError } from './delivery.ts';
import { type EmbeddingBehaviour, type EmbeddingRequest, readEmbeddingRequest } from './embeddings.ts';
import { type ModelRequest, readModelRequest } from './model-request.ts';

export interface ModelServer {
  /** The base URL, `/v1` included. */
  readonly url: string;
  /** Every request that was well formed, oldest first. */
  readonly requests: readonly ModelRequest[];
  /** Every request for vectors that was well formed, oldest first. */
  readonly embeddingRequests: readonly EmbeddingRequest[];
  /** Requests whose client went away before they were answered. */
  abandoned(): number;
  /** Chooses what the server does from the next request on, and counts attempts anew. */
  behave(behaviour: BehaviourName | Behaviour): void;
  /** Chooses what `/embeddings` does from the next request on; until then it is not there. */
  embedWith(behaviour: EmbeddingBehaviour): void;
  close(): Promise<void>;
}

interface ModelServerSettings {
  readonly behaviour: BehaviourName | Behaviour;
  /** Milliseconds between two events of a stream; default 0. */
  readonly pace?: number;
  /** Milliseconds that a slow behaviour waits; default 300. */
  readonly slowness?: number;
  /** Default: any free port. */
  readonly port?: number;
}

/** Starts the server on the loopback interface. */
export async function startModelServer(settings: ModelServerSettings): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const closing = new AbortController();
  const { pace = 0, slowness = 300 } = settings;
  let behaviour = toBehaviour(settings.behaviour);
  const embeddingRequests: EmbeddingRequest[] = [];
  let embedding: EmbeddingBehaviour | null = null;
  let attempt = 0;
  let abandoned = 0;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const client = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished && !response.errored) abandoned += 1;
      client.abort();
    });
    const path = incoming.method === 'POST' ? incoming.url : undefined;
    const embed = path === '/v1/embeddings' ? embedding : null;
    if (path !== '/v1/chat/completions' && embed === null)
      return sendError(response, 404, { message: `Unknown request URL: ${incoming.method} ${incoming.url}` });
    if (!incoming.headers.authorization?.startsWith('Bearer '))
      return sendError(response, 401, { message: 'You did not provide an API key.' });
    const gone = AbortSignal.any([client.signal, closing.signal]);
    if (embed !== null) {
      const request = readEmbeddingRequest(await text(incoming));
      if (typeof request === 'string') return sendError(response, 400, { message: request });
      embeddingRequests.push(request);
      return embed({ request, response, gone });
    }
    const request = readModelRequest(incoming.headers, await text(incoming));
    if (typeof request === 'string') return sendError(response, 400, { message: request });
    requests.push(request);
    attempt += 1;
    await behaviour({ request, attempt, response, gone, pace, slowness });
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AbortError'))
        response.destroy(new Error('fault', { cause: error }));
    });
  });
  await new Promise<void>((resolve) => server.listen(settings.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model server has no port');

  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    embeddingRequests,
    abandoned: () => abandoned,
    behave(next) {
      behaviour = toBehaviour(next);
      attempt = 0;
    },
    embedWith(next) {
      embedding = next;
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function toBehaviour(behaviour: BehaviourName | Behaviour): Behaviour {
  return typeof behaviour === 'function' ? behaviour : behaviours[behaviour];
}
