/** Puts together what answers questions, from the configuration alone: for the commands of the terminal and for the bot. */
import type { ModelConfig } from '../config.ts';
import type { AnswerPorts } from '../knowledge/answering/answer-question.ts';
import { createExtractiveGenerator } from '../knowledge/answering/extractive-generator.ts';
import { loadArticle, shippedArticlePath } from '../knowledge/load-article.ts';
import { createLexicalRetriever } from '../knowledge/retrieval/lexical-retriever.ts';
import type { Log } from '../log.ts';
import { createBreaker, guardGenerator, guardPlanner } from '../openai/breaker.ts';
import { createChatModel } from '../openai/chat-model.ts';
import { createOpenAiClient } from '../openai/client.ts';
import { createOpenAiGenerator } from '../openai/generator.ts';
import { createOpenAiQueryPlanner } from '../openai/query-planner.ts';

/** All that `answerQuestion` needs but the signal. */
export type Answering = Omit<AnswerPorts, 'signal'>;

/**
 * Loads the article and makes the retriever and the generators: the model's where one is configured, else the
 * extractive one. Throws `UserError('article-invalid')`.
 */
export async function openAnswering(
  { articlePath, model }: { readonly articlePath: string | null; readonly model: ModelConfig | null },
  log?: Log,
): Promise<Answering> {
  const article = await loadArticle(articlePath ?? shippedArticlePath);
  const fallback = createExtractiveGenerator(article);
  const shared = { article, retriever: createLexicalRetriever(article), fallback };
  if (model === null) return { ...shared, generator: fallback, planner: null };
  const chat = createChatModel({ client: createOpenAiClient(model), model: model.name, ...(log && { log }) });
  const breaker = createBreaker({ now: () => performance.now(), ...(log && { log }) });
  return {
    ...shared,
    generator: guardGenerator(createOpenAiGenerator({ chat }), breaker),
    planner: guardPlanner(createOpenAiQueryPlanner({ chat }), breaker),
    onModelFailure: (error) => log?.warn('model-failed', { reason: error.reason }),
  };
}
