import { afterEach, describe, expect, it } from 'vitest';
import { openAnswering } from '../../src/cli/open-answering.ts';
import type { ModelConfig } from '../../src/config.ts';
import type { EmbeddingStore } from '../../src/knowledge/retrieval/embedder.ts';
import type { Log, LogFields } from '../../src/log.ts';
import { createEmbeddingStore } from '../../src/storage/embedding-store.ts';
import { embeds, fails } from '../model-server/embeddings.ts';
import { readMeanings } from '../model-server/meaning.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { newPath, open } from '../storage/fixture.ts';

const servers: ModelServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startServer(): Promise<ModelServer> {
  const server = await startModelServer({ behaviour: 'well-behaved' });
  servers.push(server);
  server.embedWith(embeds(readMeanings([['帮扶资金', 'funds'], ['支教', 'teachers'], ['脱贫']])));
  return server;
}

function configure(server: ModelServer, embeddingName: string | null): ModelConfig {
  return {
    apiKey: null,
    baseUrl: server.url,
    name: 'loopback',
    prices: null,
    allowed: [{ name: 'loopback', prices: null }],
    nameIsDefault: false,
    embeddingName,
    verifies: false,
  };
}

function openBot(server: ModelServer, embeddingName: string | null, store: EmbeddingStore | null = null) {
  const logged: [string, LogFields | undefined][] = [];
  const note = (event: string, fields?: LogFields) => logged.push([event, fields]);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const config = { articlePath: null, model: configure(server, embeddingName) };
  return openAnswering(config, log, store).then((answering) => ({ ...answering, logged }));
}

describe('putting together what answers', () => {
  it('searches by meaning when an embedding model is named', async () => {
    const server = await startServer();
    const { retriever } = await openBot(server, 'meaning-1');
    expect(await retriever.retrieve('帮扶资金有多少？', { limit: 3 })).toHaveLength(3);
    expect(server.embeddingRequests.map(({ input }) => input.length).at(-1)).toBe(1);
    expect(server.embeddingRequests.at(-1)?.model).toBe('meaning-1');
  });

  it('looks whether the model is there, where there is one', async () => {
    const { checkModel } = await openBot(await startServer(), null);
    expect(await checkModel?.()).toBe('unlisted');
    expect((await openAnswering({ articlePath: null, model: null })).checkModel).toBeUndefined();
  });

  it('asks for no vector when none is named', async () => {
    const server = await startServer();
    const { retriever } = await openBot(server, null);
    expect(await retriever.retrieve('帮扶资金有多少？', { limit: 3 })).toHaveLength(3);
    expect(server.embeddingRequests).toEqual([]);
  });

  it('counts tokens only where a model is configured', async () => {
    const { loadTokenCounter } = await openBot(await startServer(), null);
    const countTokens = await loadTokenCounter?.();
    expect(countTokens?.('hello world')).toBe(2);
    expect(await openAnswering({ articlePath: null, model: null })).not.toHaveProperty('loadTokenCounter');
  });

  it('embeds the passages once for a database, over restarts', async () => {
    const server = await startServer();
    const path = newPath();
    const embedded = () => server.embeddingRequests.flatMap(({ input }) => input).length;
    const first = await openBot(server, 'meaning-1', createEmbeddingStore(await open(path)));
    await expect.poll(embedded).toBeGreaterThanOrEqual(first.article.passages.length);
    const query = '帮扶资金有多少？';
    await expect
      .poll(async () => {
        await first.retriever.retrieve(query, { limit: 1 });
        return server.embeddingRequests.at(-1)?.input;
      })
      .toEqual([query]);
    const before = embedded();
    const second = await openBot(server, 'meaning-1', createEmbeddingStore(await open(path)));
    await expect
      .poll(async () => {
        await second.retriever.retrieve(query, { limit: 1 });
        return embedded() - before;
      })
      .toBeGreaterThan(0);
    expect(server.embeddingRequests.slice(-1).map(({ input }) => input)).toEqual([[query]]);
    expect(embedded() - before).toBeLessThan(second.article.passages.length);
  });

  it('starts and finds by words when the endpoint is down, and says so once', async () => {
    const server = await startServer();
    server.embedWith(fails(404));
    const { retriever, logged } = await openBot(server, 'no-such-model');
    await retriever.retrieve('帮扶资金有多少？', { limit: 3 });
    expect(await retriever.retrieve('帮扶资金有多少？', { limit: 3 })).toHaveLength(3);
    expect(logged.map(([event, fields]) => [event, fields?.reason])).toEqual([
      ['embeddings-unavailable', 'http-404'],
    ]);
  });
});
