/** The one place that makes the client: where it calls, with which key, how long it waits and how often it tries again. */
import OpenAI from 'openai';
import { boundedFetch } from './bounded-fetch.ts';

interface ModelAccess {
  /** Null for a server that wants none. */
  readonly apiKey: string | null;
  /** An OpenAI-compatible endpoint, `http://localhost:11434/v1` for instance. Null or empty: OpenAI's own. */
  readonly baseUrl: string | null;
  /** Milliseconds that one attempt may take to the response's headers. */
  readonly timeout?: number;
  /** How often a call is tried again after a lost connection, a 408, 409, 429 or 5xx. */
  readonly retries?: number;
  /** The longest `retry-after`, in milliseconds, that is waited for. A longer one fails the call at once. */
  readonly longestWait?: number;
}

/** OpenAI's own endpoint. */
export const openAiUrl = 'https://api.openai.com/v1';

/** Local servers want no key, but the client does. */
const noKey = 'none';

/**
 * Makes the client. Everything that the library would otherwise take from the environment is given here, and it logs
 * nothing: its log lines could hold what members wrote.
 */
export function createOpenAiClient(access: ModelAccess): OpenAI {
  return new OpenAI({
    apiKey: access.apiKey || noKey,
    baseURL: access.baseUrl || openAiUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    timeout: access.timeout ?? 20_000,
    maxRetries: access.retries ?? 1,
    logLevel: 'off',
    fetch: boundedFetch({ longestWait: access.longestWait ?? 5_000, maxBytes: 16 * 1024 * 1024 }),
  });
}
