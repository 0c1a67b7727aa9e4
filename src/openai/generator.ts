import { draftSchema } from '../knowledge/answering/draft.ts';
import type { Generator } from '../knowledge/answering/generator.ts';
import { buildPrompt } from '../knowledge/answering/prompt.ts';
import type { ChatModel } from './chat-model.ts';
import { createDraftReader } from './draft-reader.ts';
import type { Limits } from './watch.ts';

/** Room for the longest answer with its quotes, and for the thoughts of a model that has them. */
const maxTokens = 4096;

/**
 * Drafts answers through a model. Each statement is given as soon as its JSON is complete; a fault after that throws
 * an `UpstreamError`, and what was given before it stands. An abort throws the signal's reason.
 */
export function createOpenAiGenerator(settings: { chat: ChatModel } & Partial<Limits>): Generator {
  const { chat, idleTimeout = 15_000, deadline = 60_000 } = settings;
  return {
    name: 'openai',
    async *generate(request, signal) {
      const reader = createDraftReader();
      const prompt = { ...buildPrompt(request), name: 'draft', schema: draftSchema, maxTokens };
      for await (const event of chat.stream(prompt, { idleTimeout, deadline }, signal)) {
        if (event.type === 'text') yield* reader.read(event.text);
        else yield event;
      }
      reader.end();
    },
  };
}
