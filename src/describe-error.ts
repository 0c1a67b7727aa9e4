/** What is told of an error outside the process: never a secret, nor a message that may repeat what somebody wrote. */
import { UserError } from './errors.ts';
import type { Redact } from './redact.ts';

export interface DescribedError {
  readonly name: string;
  readonly message?: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly frames?: readonly string[];
  readonly cause?: DescribedError;
}

/**
 * Errors whose message is made of fixed words and names. Every other message may repeat what it was given
 * (a JSON error quotes its input, a model's server the prompt), so only its name, code and stack frames are kept.
 */
const errorsWithSafeMessages =
  /^(UserError|UpstreamError|TypeError|RangeError|ReferenceError|AbortError|TimeoutError|AssertionError|SqliteError|DiscordAPIError\[.*|HTTPError\[.*|RateLimitError\[.*|DiscordjsError.*|Error \[.*)$/;

/** An error as fields of the log, with up to three of its causes. */
export function describeError(error: unknown, redact: Redact, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const name = bounded(redact(String(error.name)), 100);
  const code = property(error, 'code');
  const status = property(error, 'status');
  const fromSystem = typeof property(error, 'syscall') === 'string';
  return {
    name,
    ...(fromSystem || errorsWithSafeMessages.test(name)
      ? { message: bounded(redact(error.message), 300) }
      : {}),
    ...(typeof code === 'string'
      ? { code: bounded(redact(code), 100) }
      : typeof code === 'number'
        ? { code }
        : {}),
    ...(typeof status === 'number' ? { status } : {}),
    frames: redact(frames(error)).split('\n'),
    ...(error.cause instanceof Error && depth < 3
      ? { cause: describeError(error.cause, redact, depth + 1) }
      : {}),
  };
}

/** An error as an operator reads it in a terminal: one sentence where it is expected, else what the log would have. */
export function errorText(error: unknown, redact: Redact): string {
  return error instanceof UserError ? redact(error.message) : textOf(describeError(error, redact));
}

function textOf({ name, message, code, status, frames = [], cause }: DescribedError): string {
  const about = [code === undefined ? '' : `code ${code}`, status === undefined ? '' : `status ${status}`];
  const details = about.filter((part) => part !== '').join(', ');
  const first = `${name}${message === undefined ? '' : `: ${message}`}${details === '' ? '' : ` (${details})`}`;
  return [
    first,
    ...frames.map((frame) => `    ${frame}`),
    ...(cause === undefined ? [] : [`Cause: ${textOf(cause)}`]),
  ].join('\n');
}

/** Cuts a text that is too long for the log. */
export function bounded(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

function property(error: Error, name: string): unknown {
  return Object.getOwnPropertyDescriptor(error, name)?.value;
}

/** The stack without its first lines, which repeat the message. */
function frames(error: Error): string {
  const lines = String(error.stack ?? '')
    .replace(`${error.name}: ${error.message}`, '')
    .split('\n');
  return lines
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join('\n');
}
