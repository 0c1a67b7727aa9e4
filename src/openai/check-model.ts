import type OpenAI from 'openai';
import { APIError } from 'openai';
import { UpstreamError } from '../errors.ts';
import type { ModelCheck } from '../knowledge/answering/model-check.ts';
import { toUpstreamError } from './upstream-error.ts';

/** Milliseconds for the whole check, the list read to its end included. */
const checkTimeout = 4_000;

/** Looks for a model in the list of its server's models. A server without such a list names none. */
export function createModelCheck(settings: {
  readonly client: OpenAI;
  readonly model: string;
  readonly timeout?: number;
}): ModelCheck {
  const { client, model, timeout = checkTimeout } = settings;
  return async () => {
    const signal = AbortSignal.timeout(timeout);
    try {
      const { data } = await client.models.list({ maxRetries: 0, signal });
      // Local servers add a tag to a name without one.
      return data.some(({ id }) => id === model || id === `${model}:latest`) ? 'fine' : 'unlisted';
    } catch (error) {
      if (signal.aborted) throw new UpstreamError('model', 'timeout');
      if (error instanceof APIError && (error.status === 404 || error.status === 405)) return 'unlisted';
      throw toUpstreamError(error);
    }
  };
}
