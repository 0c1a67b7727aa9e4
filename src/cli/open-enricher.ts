import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Enricher } from '../knowledge/preparing/enricher.ts';
import { createChatModel } from '../openai/chat-model.ts';
import { createOpenAiClient } from '../openai/client.ts';
import { createOpenAiEnricher } from '../openai/enricher.ts';

/** The enricher of the configured model. Throws `UserError('config-invalid')` when there is none. */
export function openEnricher(): Enricher {
  const { model } = loadConfig(readEnvironment());
  if (model === null) {
    throw new UserError(
      'config-invalid',
      '--enrich needs a model: set OPENAI_API_KEY or OPENAI_BASE_URL in .env.',
    );
  }
  const chat = createChatModel({ client: createOpenAiClient(model), model: model.name });
  return createOpenAiEnricher({ chat });
}
