import { UpstreamError } from '../errors.ts';
import { buildPlannerPrompt, planSchema } from '../knowledge/answering/planner-prompt.ts';
import type { QueryPlanner } from '../knowledge/answering/query-planner.ts';
import type { ChatModel } from './chat-model.ts';

/** Room for one line, and for the thoughts of a model that has them. */
const maxTokens = 1024;
/** Characters of a query that are kept: a longer one is no longer a question. */
const maxQuery = 500;

/** Plans queries through a model, in one short call. An abort throws the signal's reason; `deadline` is in milliseconds. */
export function createOpenAiQueryPlanner(settings: { chat: ChatModel; deadline?: number }): QueryPlanner {
  const { chat, deadline = 8_000 } = settings;
  return {
    async plan(request, signal) {
      const prompt = { ...buildPlannerPrompt(request), name: 'plan', schema: planSchema, maxTokens };
      const { value, usage } = await chat.complete(prompt, deadline, signal);
      const query = value.query.replace(/\s+/g, ' ').trim().slice(0, maxQuery);
      if (query === '') throw new UpstreamError('model', 'empty');
      return { query, usage };
    },
  };
}
