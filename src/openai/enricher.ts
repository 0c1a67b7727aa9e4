import {
  buildEnrichmentPrompt,
  type Enricher,
  enrichmentDraftSchema,
} from '../knowledge/preparing/enricher.ts';
import type { ChatModel } from './chat-model.ts';

/** Room for a long passage's translation and questions in five languages. */
const maxTokens = 4096;

/** Enriches passages through a model, one call each. `deadline` is in milliseconds, for one passage. */
export function createOpenAiEnricher(settings: { chat: ChatModel; deadline?: number }): Enricher {
  const { chat, deadline = 60_000 } = settings;
  return {
    async enrich(request, signal) {
      const prompt = {
        ...buildEnrichmentPrompt(request),
        name: 'enrichment',
        schema: enrichmentDraftSchema,
        maxTokens,
      };
      return (await chat.complete(prompt, deadline, signal)).value;
    },
  };
}
