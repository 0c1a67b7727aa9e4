import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiClient } from '../../src/openai/client.ts';
import { createOpenAiEmbedder } from '../../src/openai/embedder.ts';
import { describeEmbedder } from '../knowledge/retrieval/embedder-contract.ts';
import {
  type EmbeddingBehaviour,
  embeds,
  fails,
  hangs,
  sends,
  sendsBody,
} from '../model-server/embeddings.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';

const servers: ModelServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function openEmbedder(behaviour: EmbeddingBehaviour, deadline = 2_000) {
  const server = await startModelServer({ behaviour: 'well-behaved' });
  servers.push(server);
  server.embedWith(behaviour);
  const client = createOpenAiClient({ apiKey: 'sk-loopback', baseUrl: server.url, timeout: 500, retries: 0 });
  return { server, embedder: createOpenAiEmbedder({ client, model: 'meaning-1', deadline }) };
}

/** A vector that depends on the text alone. */
const lengths = embeds((text) => [text.length, text.codePointAt(0) ?? 0, 1]);

describeEmbedder('the OpenAI-compatible endpoint', async () => (await openEmbedder(lengths)).embedder);

describe('the OpenAI-compatible embedder', () => {
  const signal = new AbortController().signal;

  it('asks for at most 64 texts, and 24,000 characters, at once', async () => {
    const { server, embedder } = await openEmbedder(lengths);
    await embedder.embed(
      Array.from({ length: 130 }, () => 'short'),
      signal,
    );
    await embedder.embed(
      Array.from({ length: 10 }, () => '長'.repeat(5_000)),
      signal,
    );
    expect(server.embeddingRequests.map(({ input }) => input.length)).toEqual([64, 64, 2, 4, 4, 2]);
    expect(server.embeddingRequests[0]?.model).toBe('meaning-1');
  });

  it('puts vectors in the order of their texts', async () => {
    const { embedder } = await openEmbedder(
      sends(({ input }) => input.map((_, index) => ({ index, embedding: [index + 1] })).toReversed()),
    );
    const vectors = await embedder.embed(['a', 'b', 'c'], signal);
    expect(vectors.map(([value]) => value)).toEqual([1, 2, 3]);
  });

  it.each<[string, EmbeddingBehaviour, string]>([
    ['an error of the server', fails(500), 'http-500'],
    ['an unknown model', fails(404), 'http-404'],
    ['a wrong key', fails(401), 'http-401'],
    ['no answer', hangs, 'timeout'],
    ['a page in place of JSON', sendsBody('text/html', '<!doctype html><title>Sign in</title>'), 'bad-body'],
    ['half a body', sendsBody('application/json', '{"data":[{"embedding":[0.1'), 'bad-body'],
    ['an empty body', sendsBody('application/json', ''), 'bad-body'],
    ['too few vectors', sends(({ input }) => input.slice(1).map(() => ({ embedding: [1] }))), 'bad-body'],
    ['one vector twice', sends(({ input }) => input.map(() => ({ index: 0, embedding: [1] }))), 'bad-body'],
    ['an empty vector', sends(({ input }) => input.map(() => ({ embedding: [] }))), 'bad-body'],
    ['words in a vector', sends(({ input }) => input.map(() => ({ embedding: ['1'] }))), 'bad-body'],
    ['numbers beyond 32 bits', sends(({ input }) => input.map(() => ({ embedding: [1e300] }))), 'bad-body'],
    [
      'vectors of two lengths',
      sends(({ input }) => input.map((_, index) => ({ embedding: index === 0 ? [1] : [1, 2] }))),
      'bad-body',
    ],
  ])('fails with a reason on %s', async (_, behaviour, reason) => {
    const { embedder } = await openEmbedder(behaviour);
    await expect(embedder.embed(['a', 'b'], signal)).rejects.toMatchObject({
      name: 'UpstreamError',
      upstream: 'model',
      reason,
    });
  });

  it('gives up on a body that does not end', async () => {
    const { embedder } = await openEmbedder(async (exchange) => {
      exchange.response.writeHead(200, { 'content-type': 'application/json' });
      exchange.response.write('{"data":[');
      await hangs(exchange);
    }, 300);
    await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({ reason: 'deadline' });
  });

  it('fails when nobody listens', async () => {
    const { server, embedder } = await openEmbedder(lengths);
    await server.close();
    await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({ reason: 'unreachable' });
  });
});
