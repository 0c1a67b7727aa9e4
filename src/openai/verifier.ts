import type { Verifier } from '../knowledge/answering/verifier.ts';
import { buildVerifierPrompt, verdictsSchema } from '../knowledge/answering/verifier-prompt.ts';
import type { ChatModel } from './chat-model.ts';

/** Room for a verdict on each of the most statements, and for the thoughts of a model that has them. */
const maxTokens = 2048;

/**
 * Judges statements through a model, all in one call; one that gets no verdict counts as supported. An abort throws the
 * signal's reason; `deadline` is in milliseconds.
 */
export function createOpenAiVerifier(settings: { chat: ChatModel; deadline?: number }): Verifier {
  const { chat, deadline = 15_000 } = settings;
  return {
    async verify(request, signal) {
      const prompt = { ...buildVerifierPrompt(request), name: 'verdicts', schema: verdictsSchema, maxTokens };
      const { value, usage } = await chat.complete(prompt, deadline, signal);
      const byNumber = new Map(value.verdicts.map(({ statement, verdict }) => [statement, verdict]));
      return {
        verdicts: request.statements.map((_, index) => byNumber.get(index + 1) ?? 'supported'),
        usage,
      };
    },
  };
}
