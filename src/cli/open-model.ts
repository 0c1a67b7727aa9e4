/** Puts together what asks the model. Imported only where one is configured: without it the client's 280 files cost 6 MB. */
import type { ModelConfig } from '../config.ts';
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

/** The model's ports, and its embedder where an embedding model is configured. */
export function openModel(model: ModelConfig, log?: Log) {
  const client = createOpenAiClient(model);
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
  const { embeddingName } = model;
  return {
    embedder: embeddingName === null ? null : createOpenAiEmbedder({ client, model: embeddingName }),
    ports: {
      ...own,
      loadTokenCounter,
      byModel: new Map(model.allowed.map(({ name }) => [name, name === model.name ? own : portsOf(name)])),
      checkModel: createModelCheck({ client, model: model.name }),
    },
  };
}
