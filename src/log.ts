/** The log: an event and fields that are allowed by name, with secrets taken out. It never gets a question's text. */
import { pino } from 'pino';
import { bounded, describeError } from './describe-error.ts';
import { createRedactor, type Redact } from './redact.ts';

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
    'pid',
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
    'traceId',
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
