/** The log: an event and fields that are allowed by name, with secrets taken out. It never gets a question's text. */
import { pino } from 'pino';

/** Every field that may be logged. What is not named here is dropped, so that no object slips in whole. */
const fieldNames = [
  ...[
    'guildId',
    'channelId',
    'threadId',
    'memberId',
    'messageId',
    'interactionId',
    'answerId',
    'applicationId',
    'shard',
  ],
  ...['command', 'component', 'kind', 'way', 'setting', 'referenceId', 'article', 'paragraph', 'passage'],
  ...[
    'outcome',
    'generator',
    'model',
    'language',
    'quotesOnly',
    'statements',
    'citations',
    'dropped',
    'origin',
    'promptVersion',
  ],
  ...[
    'tokensIn',
    'tokensOut',
    'tokensCached',
    'milliseconds',
    'firstMilliseconds',
    'stages',
    'attempt',
    'count',
    'limit',
    'size',
  ],
  ...[
    'status',
    'code',
    'reason',
    'upstream',
    'route',
    'method',
    'host',
    'path',
    'state',
    'version',
    'level',
    'exitCode',
  ],
  ...[
    'created',
    'updated',
    'deleted',
    'unchanged',
    'guilds',
    'signal',
    'intents',
    'permissions',
    'migration',
  ],
] as const;

type FieldName = (typeof fieldNames)[number];
type FieldValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly string[]
  | Readonly<Record<string, number>>;

/** Fields of one line; `error` may be anything that was thrown. */
export type LogFields = { readonly [Name in FieldName]?: FieldValue } & { readonly error?: unknown };

/** `event` is a stable word such as `question-answered`. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Values to take out wherever they appear. */
  readonly secrets?: readonly string[];
  /** Where lines go; default: standard error, in short lines on a terminal and JSON elsewhere. */
  readonly destination?: { write(line: string): void };
}

/** Opens a log. What is written is one JSON object a line, short lines for people only on a terminal. */
export function createLog({ level, secrets = [], destination = standardError() }: LogOptions): Log {
  const redact = createRedactor(secrets);
  const writer = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    debug: (event, fields) => writer.debug(clean(fields, redact), redact(event)),
    info: (event, fields) => writer.info(clean(fields, redact), redact(event)),
    warn: (event, fields) => writer.warn(clean(fields, redact), redact(event)),
    error: (event, fields) => writer.error(clean(fields, redact), redact(event)),
  };
}

type Redact = (text: string) => string;

const secretShapes: readonly (readonly [RegExp, string])[] = [
  // A bot's token: id, time and signature.
  [/[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{25,}/g, '[token]'],
  // The token of an interaction or a webhook, in a path or alone.
  [/((?:interactions|webhooks)\/\d+\/)[^/\s?#"']+/g, '$1[token]'],
  [/aW50ZXJhY3Rpb246[\w=+/-]+/g, '[token]'],
  [/\bsk-[\w-]{8,}/g, '[key]'],
  [/\b(Bearer|Bot)\s+[\w.~+/=-]{8,}/g, '$1 [token]'],
  // A user name and password in an address.
  [/(:\/\/)[^/\s@]+@/g, '$1[password]@'],
];

/** A function that takes out the given values, as they are or encoded for an address, and everything shaped like a secret. */
function createRedactor(secrets: readonly string[]): Redact {
  const values = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))]
    // A value this short is no secret worth the words that it would take out of the log.
    .filter((value) => value.length >= 6)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutValues = values.reduce((rest, value) => rest.replaceAll(value, '[secret]'), text);
    return secretShapes.reduce(
      (rest, [shape, replacement]) => rest.replace(shape, replacement),
      withoutValues,
    );
  };
}

function clean(fields: LogFields | undefined, redact: Redact): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  if (fields === undefined) return cleaned;
  for (const name of fieldNames) {
    const value = cleanValue(fields[name], redact);
    if (value !== undefined) cleaned[name] = value;
  }
  if (fields.error !== undefined) cleaned.error = describeError(fields.error, redact);
  return cleaned;
}

function cleanValue(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return bounded(redact(value), 300);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value))
    return value
      .slice(0, 50)
      .filter((item) => typeof item === 'string')
      .map((item) => bounded(redact(item), 100));
  if (typeof value !== 'object') return undefined;
  const numbers = Object.entries(value).filter(([, amount]) => typeof amount === 'number');
  return Object.fromEntries(
    numbers.slice(0, 50).map(([name, amount]) => [bounded(redact(name), 50), amount]),
  );
}

interface DescribedError {
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

function describeError(error: unknown, redact: Redact, depth = 0): DescribedError {
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
    frames: frames(error).map(redact),
    ...(error.cause instanceof Error && depth < 3
      ? { cause: describeError(error.cause, redact, depth + 1) }
      : {}),
  };
}

function property(error: Error, name: string): unknown {
  return Object.getOwnPropertyDescriptor(error, name)?.value;
}

/** The stack without its first lines, which repeat the message. */
function frames(error: Error): string[] {
  const lines = String(error.stack ?? '')
    .replace(`${error.name}: ${error.message}`, '')
    .split('\n');
  return lines
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

function bounded(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

function standardError(): { write(line: string): void } {
  const stream = pino.destination({ fd: process.stderr.fd, sync: true });
  // A reader that went away must not end the bot.
  stream.on('error', () => undefined);
  return process.stderr.isTTY ? { write: (line) => stream.write(shortLine(line)) } : stream;
}

/** A JSON line of the log as a person reads it: `08:02:11 warn database-locked {"state":"stale"}`. */
export function shortLine(line: string): string {
  const { level, time, event, ...fields }: Record<string, unknown> = JSON.parse(line);
  const rest = Object.keys(fields).length === 0 ? '' : ` ${JSON.stringify(fields)}`;
  const text = `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(event)}${rest}`;
  // What is logged must not move the cursor of whoever reads it.
  return `${text.replace(/\p{Cc}/gu, ' ')}\n`;
}
