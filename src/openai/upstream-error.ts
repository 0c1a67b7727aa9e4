/** Translates what the client throws into `UpstreamError`s with stable reasons. */
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { UpstreamError } from '../errors.ts';

/** What a server said when it refused a request, as one lower-case text to look for words in. */
export function refusalWords(error: APIError): string {
  return [error.param, error.code, error.type, error.message].join(' ').toLowerCase();
}

/**
 * Names the failure: `timeout` (no headers in time), `unreachable`, `http-<status>`, `context-too-long`,
 * `content-filter`, `error-event` (an error inside a 200), `bad-body` (not what the protocol says), `cut`.
 * The cause keeps the class, status and code only: a server's message may repeat the key or what a member wrote.
 */
export function toUpstreamError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  return new UpstreamError('model', reasonOf(error), withoutWords(error));
}

function reasonOf(error: unknown): string {
  if (error instanceof APIConnectionTimeoutError) return 'timeout';
  if (error instanceof APIConnectionError) return 'unreachable';
  if (error instanceof APIError) return reasonOfStatus(error);
  if (error instanceof SyntaxError) return 'bad-body';
  return 'cut';
}

function reasonOfStatus(error: APIError): string {
  if (isContextTooLong(error)) return 'context-too-long';
  if (isContentFilter(error)) return 'content-filter';
  return error.status === undefined ? 'error-event' : `http-${error.status}`;
}

/** True when the server says that the prompt does not fit its model. */
export function isContextTooLong(error: APIError): boolean {
  return /context[ _-]?(length|window|size)|maximum context|prompt is too long|too many tokens/.test(
    refusalWords(error),
  );
}

/** True when a filter before the model refused the prompt. */
export function isContentFilter(error: APIError): boolean {
  return error.code === 'content_filter';
}

/** An error with the class, status and code of another, and none of its words. */
function withoutWords(error: unknown): Error {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  const status = error instanceof APIError ? error.status : undefined;
  return Object.assign(new Error(name), { name, status, code: codeOf(error) });
}

/** The first code in the chain of causes that is a plain word: `ECONNREFUSED`, `invalid_api_key`. */
function codeOf(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && /^\w{1,40}$/.test(cause.code)) return cause.code;
  }
  return undefined;
}
