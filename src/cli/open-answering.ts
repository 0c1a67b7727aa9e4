/** Puts together what answers questions, from the configuration alone: for the commands of the terminal and for the bot. */
import type { ModelConfig } from '../config.ts';
import type { AnswerPorts, Edition, ModelPorts } from '../knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../knowledge/answering/extractive-generator.ts';
import type { ModelCheck } from '../knowledge/answering/model-check.ts';
import type { Article } from '../knowledge/article.ts';
import { loadArticle, shippedArticlePath } from '../knowledge/load-article.ts';
import type { EmbeddingStore } from '../knowledge/retrieval/embedder.ts';
import { createHybridRetriever } from '../knowledge/retrieval/hybrid-retriever.ts';
import { createLexicalRetriever } from '../knowledge/retrieval/lexical-retriever.ts';
import type { Log } from '../log.ts';
import { loadInThread } from './load-in-thread.ts';
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
  /** Makes an edition of the article file as it is now, for the most part in another thread. Throws `UserError('article-invalid')`. */
  reopen(): Promise<Edition>;
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
  const path = articlePath ?? shippedArticlePath;
  const opened = model === null ? null : (await import('./open-model.ts')).openModel(model, log);
  const embedder = opened?.embedder ?? null;
  const openEdition = async (article: Article, waitsForVectors: boolean): Promise<Edition> => {
    const index = indexPath === null ? {} : { index: await openIndex(article, indexPath, log) };
    const lexical = createLexicalRetriever(article, index);
    const fallback = createExtractiveGenerator(article);
    if (embedder === null) return { article, retriever: lexical, fallback };
    const settings = { article, lexical, embedder, store: embeddings, ...(log && { log }) };
    const retriever = createHybridRetriever(settings);
    if (waitsForVectors) await retriever.prepared;
    return { article, retriever, fallback };
  };
  const edition = await openEdition(await loadArticle(path), embeddings === null);
  const reopen = async (): Promise<Edition> => openEdition(await loadInThread(path, indexPath), true);
  if (opened === null)
    return { ...edition, generator: edition.fallback, planner: null, byModel: new Map(), reopen };
  // Begun now, so that it is there when the first question comes; the start does not wait for it.
  void opened.ports.loadTokenCounter();
  return {
    ...{ ...edition, ...opened.ports, reopen },
    onModelFailure: (error) => log?.warn('model-failed', { reason: error.reason }),
  };
}
