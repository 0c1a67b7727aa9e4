/**
 * Servers that speak the same protocol differ in what they accept. A dialect is what is asked of one; it starts with
 * everything that helps and gives up one thing at a time, as the server refuses it.
 */
import type { APIError } from 'openai';
import { openAiUrl } from './client.ts';
import { isContentFilter, isContextTooLong, refusalWords } from './upstream-error.ts';

export interface Dialect {
  /** How the shape of the answer is asked for; `text`: by the prompt's words alone. */
  readonly format: 'json_schema' | 'json_object' | 'text';
  readonly outputLimit: 'max_completion_tokens' | 'max_tokens' | 'none';
  readonly temperature: boolean;
  /** Reasoning models think less when asked to; finding a sentence in a page needs little thought. */
  readonly reasoningEffort: boolean;
  /** Whether a stream is asked to end with the token counts. */
  readonly usage: boolean;
}

/** What to try first. OpenAI's own endpoint no longer takes `max_tokens`, and some local servers know no other. */
export function firstDialect(baseUrl: string, model: string): Dialect {
  const own = baseUrl.startsWith(openAiUrl);
  const reasons = own && /^(o\d|gpt-5)/.test(model);
  return {
    format: 'json_schema',
    outputLimit: own ? 'max_completion_tokens' : 'max_tokens',
    temperature: !reasons,
    reasoningEffort: reasons,
    usage: true,
  };
}

/** These say nothing about the shape of a request. */
const unrelatedStatuses = new Set([401, 402, 403, 404, 408, 409, 429]);

/**
 * The next dialect after a refusal, or null when asking differently would not help. Each step gives something up for
 * good, so that the steps end. A 400 that does not say what it refuses is taken to mean the format, but not by a
 * server that has accepted this dialect before (`proven`).
 */
export function adaptDialect(dialect: Dialect, error: APIError, proven: boolean): Dialect | null {
  const { status } = error;
  if (status === undefined || unrelatedStatuses.has(status)) return null;
  const words = refusalWords(error);
  if (dialect.temperature && words.includes('temperature')) return { ...dialect, temperature: false };
  if (dialect.reasoningEffort && words.includes('reasoning_effort'))
    return { ...dialect, reasoningEffort: false };
  if (dialect.usage && /stream_options|include_usage/.test(words)) return { ...dialect, usage: false };
  if (dialect.outputLimit !== 'none' && /max_(completion_)?tokens/.test(words))
    return withNextLimit(dialect, words);
  if (isContextTooLong(error) || isContentFilter(error)) return null;

  const saysFormat =
    /response_format|json_schema|json_object|json mode|structured output|schema|grammar|guided/.test(words);
  const mayBeFormat = !proven && (status === 400 || status === 422);
  if (dialect.format !== 'text' && (saysFormat || mayBeFormat)) return withNextFormat(dialect);
  return null;
}

/** What is asked for, in words for the log. */
export function describeDialect({ format, outputLimit, ...extras }: Dialect): string[] {
  const names = Object.entries(extras).flatMap(([name, wanted]) => (wanted ? [name] : []));
  return [format, ...(outputLimit === 'none' ? [] : [outputLimit]), ...names];
}

function withNextFormat(dialect: Dialect): Dialect {
  return { ...dialect, format: dialect.format === 'json_schema' ? 'json_object' : 'text' };
}

/** From the limit that was refused to the other when the server names it, else to none. */
function withNextLimit(dialect: Dialect, words: string): Dialect {
  const other = dialect.outputLimit === 'max_tokens' ? 'max_completion_tokens' : 'none';
  const named = other !== 'none' && words.includes(other);
  return { ...dialect, outputLimit: named ? other : 'none' };
}
