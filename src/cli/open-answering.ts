/** Puts together what answers questions, from the configuration alone: for the commands of the terminal and for the bot. */
import type { ModelConfig } from '../config.ts';
import type { AnswerPorts, ModelPorts } from '../knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../knowledge/answering/extractive-generator.ts';
import type { ModelCheck } from '../knowledge/answering/model-check.ts';
import { loadArticle, shippedArticlePath } from '../knowledge/load-article.ts';
import type { EmbeddingStore } from '../knowledge/retrieval/embedder.ts';
import { createHybridRetriever } from '../knowledge/retrieval/hybrid-retriever.ts';
import { createLexicalRetriever } from '../knowledge/retrieval/lexical-retriever.ts';
import type { Retriever } from '../knowledge/retrieval/retriever.ts';
import type { Log } from '../log.ts';
import { createBreaker, guardGenerator, guardPlanner, guardVerifier } from '../openai/breaker.ts';
import { createChatModel } from '../openai/chat-model.ts';
import { createModelCheck } from '../openai/check-model.ts';
import { createOpenAiClient } from '../openai/client.ts';
import { createOpenAiEmbedder } from '../openai/embedder.ts';
import { createOpenAiGenerator } from '../openai/generator.ts';
import { createOpenAiQueryPlanner } from '../openai/query-planner.ts';
import { loadTokenCounter } from '../openai/token-counter.ts';
import { createOpenAiVerifier } from '../openai/verifier.ts';
import { openIndex } from './open-index.ts';

interface AnsweringSettings {
  readonly articlePath: string | null;
  readonly model: ModelConfig | null;
  /** Where the article's index is kept; null or absent: it is built at each start. */
  readonly indexPath?: string | null;
}

/** All that `answerQuestion` needs but the signal. */
export interface Answering extends Omit<AnswerPorts, 'signal'> {
  /** One for each model that the operator allows; empty where none is configured. */
  readonly byModel: ModelPorts;
  /** A look at the model, where there is one. */
  readonly checkModel?: ModelCheck;
}

/**
 * Loads the article and makes the retriever and the generators: the model's where one is configured, else the
 * extractive one. Where the passages' vectors are kept (`embeddings`), they are made in the background; a command of
 * the terminal keeps none and waits for them. Throws `UserError('article-invalid')`.
 */
export async function openAnswering(
  { articlePath, model, indexPath = null }: AnsweringSettings,
  log?: Log,
  embeddings: EmbeddingStore | null = null,
): Promise<Answering> {
  const article = await loadArticle(articlePath ?? shippedArticlePath);
  const fallback = createExtractiveGenerator(article);
  const lexical = createLexicalRetriever(
    article,
    indexPath === null ? {} : { index: await openIndex(article, indexPath, log) },
  );
  if (model === null)
    return { article, retriever: lexical, fallback, generator: fallback, planner: null, byModel: new Map() };
  // Begun now, so that it is there when the first question comes; the start does not wait for it.
  void loadTokenCounter();
  const client = createOpenAiClient(model);
  const retriever = await addEmbedder(lexical);
  // One for all: they stand behind one endpoint.
  const breaker = createBreaker({ now: () => performance.now(), ...(log && { log }) });
  const portsOf = (name: string) => {
    const chat = createChatModel({ client, model: name, ...(log && { log }) });
    return {
      generator: guardGenerator(createOpenAiGenerator({ chat }), breaker),
      planner: guardPlanner(createOpenAiQueryPlanner({ chat }), breaker),
      verifier: model.verifies ? guardVerifier(createOpenAiVerifier({ chat }), breaker) : null,
    };
  };
  const own = portsOf(model.name);
  return {
    ...{ article, retriever, fallback, loadTokenCounter },
    ...own,
    byModel: new Map(model.allowed.map(({ name }) => [name, name === model.name ? own : portsOf(name)])),
    checkModel: createModelCheck({ client, model: model.name }),
    onModelFailure: (error) => log?.warn('model-failed', { reason: error.reason }),
  };

  async function addEmbedder(lexical: Retriever): Promise<Retriever> {
    const name = model?.embeddingName ?? null;
    if (name === null) return lexical;
    const embedder = createOpenAiEmbedder({ client, model: name });
    const hybrid = createHybridRetriever({
      article,
      lexical,
      embedder,
      store: embeddings,
      ...(log && { log }),
    });
    if (embeddings === null) await hybrid.prepared;
    return hybrid;
  }
}
