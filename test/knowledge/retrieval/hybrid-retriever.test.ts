/** On a loopback server whose vectors carry meaning: they are made from the article's glosses and aliases. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readQuestions } from '../../../src/cli/read-questions.ts';
import { UpstreamError } from '../../../src/errors.ts';
import type { Article } from '../../../src/knowledge/article.ts';
import { loadArticle, shippedArticlePath } from '../../../src/knowledge/load-article.ts';
import type { Embedder, EmbeddingStore } from '../../../src/knowledge/retrieval/embedder.ts';
import { createHybridRetriever } from '../../../src/knowledge/retrieval/hybrid-retriever.ts';
import {
  createLexicalRetriever,
  rankParagraphs,
} from '../../../src/knowledge/retrieval/lexical-retriever.ts';
import type { Retriever } from '../../../src/knowledge/retrieval/retriever.ts';
import type { Log, LogFields } from '../../../src/log.ts';
import { createOpenAiClient } from '../../../src/openai/client.ts';
import { createOpenAiEmbedder } from '../../../src/openai/embedder.ts';
import { embeds, fails } from '../../model-server/embeddings.ts';
import { readMeanings } from '../../model-server/meaning.ts';
import { type ModelServer, startModelServer } from '../../model-server/model-server.ts';
import { describeRetriever } from './retriever-contract.ts';

const enriched = await loadArticle(shippedArticlePath);
/** Words alone find nothing in it for a question in English. */
const plain: Article = { ...enriched, enrichment: [] };
const beside = new Map(enriched.enrichment.map((entry) => [entry.passage, entry]));
const meaning = readMeanings(
  enriched.passages.map(({ id, text }) => {
    const entry = beside.get(id);
    return [text, entry?.gloss ?? '', ...(entry?.aliases ?? [])];
  }),
);
const question = 'How many people were lifted out of poverty?';

const servers: ModelServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startServer(): Promise<ModelServer> {
  const server = await startModelServer({ behaviour: 'well-behaved' });
  servers.push(server);
  server.embedWith(embeds(meaning));
  return server;
}

interface Settings {
  readonly article?: Article;
  readonly embedder?: Embedder;
  readonly store?: EmbeddingStore;
  readonly pause?: number;
}

function openEmbedder(server: ModelServer, model = 'meaning-1'): Embedder {
  const client = createOpenAiClient({ apiKey: null, baseUrl: server.url, timeout: 2_000, retries: 0 });
  return createOpenAiEmbedder({ client, model });
}

function openRetriever({ article = plain, embedder = unused, store, pause = 0 }: Settings) {
  const events: [string, LogFields | undefined][] = [];
  const note = (event: string, fields?: LogFields) => events.push([event, fields]);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const lexical = createLexicalRetriever(article);
  const waits = { query: 500, passages: 5_000, pause };
  const retriever = createHybridRetriever({ article, lexical, embedder, store: store ?? null, log, waits });
  return { retriever, lexical, events, eventNames: () => events.map(([event]) => event) };
}

const unused: Embedder = {
  model: 'none',
  embed: () => Promise.reject(new UpstreamError('model', 'http-500')),
};

function keepInMemory(): EmbeddingStore {
  const kept = new Map<string, Float32Array>();
  return {
    load: async (model, hashes) =>
      new Map(
        hashes.flatMap((hash) => {
          const vector = kept.get(`${model} ${hash}`);
          return vector === undefined ? [] : [[hash, vector]];
        }),
      ),
    save: async (model, vectors) => {
      for (const [hash, vector] of vectors) kept.set(`${model} ${hash}`, vector);
    },
  };
}

async function recallAt1(retriever: Retriever, group: RegExp): Promise<number> {
  const questions = (await readQuestions('eval/questions.jsonl')).filter(
    (asked) => group.test(asked.group ?? '') && asked.paragraphs?.some((paragraph) => paragraph > 0),
  );
  let found = 0;
  for (const asked of questions) {
    const [first] = rankParagraphs(await retriever.retrieve(asked.question, { limit: 12 }));
    if (first !== undefined && asked.paragraphs?.includes(first)) found += 1;
  }
  return found / questions.length;
}

describe('finding by words and by meaning', () => {
  it('finds what words alone do not: questions in another language', async () => {
    const { retriever, lexical } = openRetriever({ embedder: openEmbedder(await startServer()) });
    await retriever.prepared;
    const before = await recallAt1(lexical, /english|other-language/);
    const after = await recallAt1(retriever, /english|other-language/);
    expect(before).toBeLessThan(0.2);
    expect(after).toBeGreaterThan(0.7);
  });

  it('finds more of the paraphrases', async () => {
    const { retriever, lexical } = openRetriever({ embedder: openEmbedder(await startServer()) });
    await retriever.prepared;
    const before = await recallAt1(lexical, /paraphrase/);
    expect(await recallAt1(retriever, /paraphrase/)).toBeGreaterThan(before);
  });

  it('keeps to the limit, best first, each passage once', async () => {
    const { retriever } = openRetriever({ article: enriched, embedder: openEmbedder(await startServer()) });
    await retriever.prepared;
    const hits = await retriever.retrieve(question, { limit: 4 });
    expect(hits).toHaveLength(4);
    expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(4);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('says what meaning added: the parts of a hit add up to its score', async () => {
    const { retriever } = openRetriever({ article: enriched, embedder: openEmbedder(await startServer()) });
    await retriever.prepared;
    const hits = await retriever.retrieve(question, { limit: 5 });
    for (const { score, parts = [] } of hits) {
      expect(parts.map(({ name }) => name)).toContain('meaning');
      expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 3);
    }
  });

  it.each(['', '   ', '?!…', '\ud800', '\u{0}'])('asks for no vector for %j', async (query) => {
    const server = await startServer();
    const { retriever, lexical } = openRetriever({ embedder: openEmbedder(server) });
    await retriever.prepared;
    const asked = server.embeddingRequests.length;
    const hits = await retriever.retrieve(query, { limit: 5 });
    expect(hits).toEqual(await lexical.retrieve(query, { limit: 5 }));
    expect(server.embeddingRequests).toHaveLength(asked);
  });

  it('outlives a query of 100,000 characters', async () => {
    const { retriever } = openRetriever({ embedder: openEmbedder(await startServer()) });
    await retriever.prepared;
    const hits = await retriever.retrieve('扶贫poverty '.repeat(10_000), { limit: 3 });
    expect(hits).toHaveLength(3);
  });
});

describe('the vectors of passages', () => {
  it('are made once for a store, whichever retriever asks', async () => {
    const server = await startServer();
    const store = keepInMemory();
    await openRetriever({ embedder: openEmbedder(server), store }).retriever.prepared;
    const made = server.embeddingRequests.flatMap(({ input }) => input).length;
    expect(made).toBe(plain.passages.length);
    await openRetriever({ embedder: openEmbedder(server), store }).retriever.prepared;
    expect(server.embeddingRequests.flatMap(({ input }) => input)).toHaveLength(made);
  });

  it('are made anew for another model, and for a text that changed', async () => {
    const server = await startServer();
    const store = keepInMemory();
    await openRetriever({ embedder: openEmbedder(server), store }).retriever.prepared;
    const changed = {
      ...plain,
      passages: plain.passages.map((passage, number) =>
        number === 3 ? { ...passage, text: `${passage.text}。` } : passage,
      ),
    };
    await openRetriever({ article: changed, embedder: openEmbedder(server), store }).retriever.prepared;
    expect(server.embeddingRequests.at(-1)?.input).toHaveLength(1);
    await openRetriever({ embedder: openEmbedder(server, 'meaning-2'), store }).retriever.prepared;
    expect(server.embeddingRequests.at(-1)?.input.length).toBeGreaterThan(1);
  });

  it('are made anew when another model hides behind the same name', async () => {
    const server = await startServer();
    const store = keepInMemory();
    await openRetriever({ embedder: openEmbedder(server), store }).retriever.prepared;
    server.embedWith(embeds((text) => [...meaning(text), 1]));
    const changed = { ...plain, passages: plain.passages.map((passage) => ({ ...passage })) };
    const [first] = changed.passages;
    if (first !== undefined) changed.passages[0] = { ...first, text: `${first.text}!` };
    const { retriever, events } = openRetriever({ article: changed, embedder: openEmbedder(server), store });
    await retriever.prepared;
    expect(await retriever.retrieve(question, { limit: 1 })).toHaveLength(1);
    expect(events).toEqual([]);
  });

  it('are made without the store when it fails', async () => {
    const away = () => Promise.reject(new UpstreamError('database', 'full'));
    const { retriever, events } = openRetriever({
      embedder: openEmbedder(await startServer()),
      store: { load: away, save: away },
    });
    await retriever.prepared;
    expect(await retriever.retrieve(question, { limit: 1 })).toHaveLength(1);
    expect(events).toEqual([]);
  });
});

describe('an embedder that is away', () => {
  it('leaves what the words find, and is said once', async () => {
    const server = await startServer();
    const { retriever, lexical, events } = openRetriever({ embedder: openEmbedder(server) });
    await retriever.prepared;
    server.embedWith(fails(503));
    for (const query of ['帮扶资金有多少？', '多少人脱贫？', question]) {
      expect(await retriever.retrieve(query, { limit: 5 })).toEqual(
        await lexical.retrieve(query, { limit: 5 }),
      );
    }
    expect(events.map(([event, fields]) => [event, fields?.reason])).toEqual([
      ['embeddings-unavailable', 'http-503'],
    ]);
  });

  it('is used again when it is back, also when it was away at the start', async () => {
    const server = await startServer();
    server.embedWith(fails(503));
    const { retriever, eventNames } = openRetriever({ embedder: openEmbedder(server) });
    await retriever.prepared;
    expect(await retriever.retrieve(question, { limit: 5 })).toEqual([]);
    server.embedWith(embeds(meaning));
    await expect.poll(() => retriever.retrieve(question, { limit: 5 })).toHaveLength(5);
    expect(eventNames()).toEqual(['embeddings-unavailable', 'embeddings-available']);
  });

  it('is left alone for a while after a failure', async () => {
    const server = await startServer();
    server.embedWith(fails(500));
    const { retriever } = openRetriever({ embedder: openEmbedder(server), pause: 60_000 });
    await retriever.prepared;
    await retriever.retrieve(question, { limit: 5 });
    await retriever.retrieve(question, { limit: 5 });
    expect(server.embeddingRequests).toHaveLength(1);
  });

  it('keeps a member waiting no longer than its time, even if it heeds no signal', async () => {
    let stuck = false;
    const embedder: Embedder = {
      model: 'stuck',
      embed: (texts) =>
        stuck
          ? new Promise(() => {})
          : Promise.resolve(texts.map((text) => Float32Array.from(meaning(text)))),
    };
    const { retriever, lexical, events } = openRetriever({ embedder });
    await retriever.prepared;
    stuck = true;
    const hits = await Promise.race([retriever.retrieve('帮扶资金', { limit: 3 }), wait(3_000)]);
    expect(hits).toEqual(await lexical.retrieve('帮扶资金', { limit: 3 }));
    expect(events[0]?.[1]?.reason).toBe('deadline');
  });

  it.each<[string, Embedder['embed']]>([
    ['throws what it must not', () => Promise.reject(new TypeError('oops'))],
    ['gives no vectors', async () => []],
    ['gives vectors of zeros', async (texts) => texts.map(() => new Float32Array(3))],
    [
      'gives other dimensions each time',
      async (texts) => texts.map((_, index) => new Float32Array(index + 1).fill(1)),
    ],
  ])('costs nothing but meaning when it %s', async (_, embed) => {
    const { retriever, lexical, eventNames } = openRetriever({ embedder: { model: 'odd', embed } });
    await retriever.prepared;
    const hits = await retriever.retrieve('帮扶资金', { limit: 3 });
    expect(hits).toEqual(await lexical.retrieve('帮扶资金', { limit: 3 }));
    expect(eventNames()).toEqual(['embeddings-unavailable']);
  });

  it('is not waited for at the start: words find while passages are embedded', async () => {
    const never: Embedder = { model: 'slow', embed: () => new Promise(() => {}) };
    const { retriever, lexical } = openRetriever({ embedder: never });
    expect(await retriever.retrieve('帮扶资金', { limit: 3 })).toEqual(
      await lexical.retrieve('帮扶资金', { limit: 3 }),
    );
  });
});

const contracted = await startModelServer({ behaviour: 'well-behaved' });
contracted.embedWith(embeds(meaning));
afterAll(() => contracted.close());

describeRetriever(
  'createHybridRetriever',
  async (article) => openRetriever({ article, embedder: openEmbedder(contracted) }).retriever,
);
