/** The only reader of the environment: one schema for all of it, one error that lists every bad value. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import {
  type AllowedModel,
  allowedModels,
  defaultModelName,
  headers,
  host,
  isDatabaseUrl,
  type ModelPrices,
  modelName,
  onOff,
  port,
  readHeaders,
  requestsPerSecond,
  secret,
  shardCount,
  tracesUrl,
  type WatchingConfig,
  webAddress,
  withoutEndSlash,
} from './config-kinds.ts';
import { UserError } from './errors.ts';
import { secretsIn } from './secrets.ts';

const defaultDiscordApiUrl = 'https://discord.com/api';
const defaultDatabaseUrl = 'file:data/footnote.db';

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The names and values of the process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface ModelConfig {
  /** Null for a local server that needs none. */
  readonly apiKey: string | null;
  /** Null means OpenAI's own. Without a slash at its end. */
  readonly baseUrl: string | null;
  readonly name: string;
  /** Of the model `name`; null where they are not known. */
  readonly prices: ModelPrices | null;
  /** Those that may be used, `name` among them. */
  readonly allowed: readonly AllowedModel[];
  /** True when no model was named, so that `name` is the default, which another server may not have. */
  readonly nameIsDefault: boolean;
  /** The model of `/embeddings`, or null. */
  readonly embeddingName: string | null;
  /** Whether the model is asked once more, to judge what it wrote. */
  readonly verifies: boolean;
}

export type { AllowedModel, WatchingConfig };

/** The model that a server has chosen, or the operator's own where that is not allowed (any more). */
export function findModel(model: ModelConfig | null, chosen: string): AllowedModel | null {
  if (model === null) return null;
  return model.allowed.find(({ name }) => name === chosen) ?? { name: model.name, prices: model.prices };
}

export interface Config {
  readonly discord: {
    /** Null starts the sandbox. */
    readonly token: string | null;
    /** The API's address without version and without a slash at its end. */
    readonly apiUrl: string;
    /** True when `apiUrl` is not Discord's: gateway and CDN then come from that host too. */
    readonly otherHost: boolean;
    /** Register commands in this server only; null: everywhere. */
    readonly guildId: string | null;
    /** The operator was granted the Message Content intent. */
    readonly messageContent: boolean;
    /** Messages that are sent to the bot directly are answered; commands there always are. */
    readonly directMessages: boolean;
    /** Into how many parts the bot's servers are divided, each with a connection of its own; `auto`: as many as Discord recommends. */
    readonly shards: number | 'auto';
    /** How many requests a second Discord allows the bot, first responses to interactions not counted. */
    readonly requestsPerSecond: number;
  };
  /** Null when neither a key nor a base URL is set. */
  readonly model: ModelConfig | null;
  readonly databaseUrl: string;
  /** Null means the shipped article. */
  readonly articlePath: string | null;
  readonly logLevel: LogLevel;
  readonly watching: WatchingConfig;
  /** Values that must never be printed. */
  readonly secrets: readonly string[];
}

/** One entry a variable; each message says what would be right, and none repeats the value, which may be a secret in the wrong place. */
const variables = z.object({
  DISCORD_TOKEN: secret("the bot's token from the developer portal, without “Bot ” before it").optional(),
  DISCORD_API_URL: webAddress(defaultDiscordApiUrl).default(defaultDiscordApiUrl),
  DISCORD_GUILD_ID: z
    .string()
    .regex(
      /^[1-9]\d{14,19}$/,
      'the id of a server: 15 to 20 digits (Discord: right-click the server, “Copy Server ID”)',
    )
    .optional(),
  DISCORD_MESSAGE_CONTENT: onOff.default(false),
  DISCORD_DMS: onOff.default(true),
  DISCORD_SHARDS: shardCount.default(1),
  DISCORD_REQUESTS_PER_SECOND: requestsPerSecond.default(50),
  OPENAI_API_KEY: secret('the key of the model’s provider').optional(),
  OPENAI_BASE_URL: webAddress('http://localhost:11434/v1').optional(),
  OPENAI_MODEL: modelName.optional(),
  OPENAI_MODELS: allowedModels.optional(),
  OPENAI_EMBEDDING_MODEL: modelName.optional(),
  OPENAI_VERIFY: onOff.default(false),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      `the path of a file after “file:”, such as ${defaultDatabaseUrl}, or the address of a PostgreSQL database, such as postgres://localhost/footnote, with user, colon, password and @ before the host`,
    )
    .default(defaultDatabaseUrl),
  ARTICLE_PATH: z.string().optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(logLevels, `one of ${logLevels.join(', ')}`))
    .default('info'),
  HTTP_PORT: port.optional(),
  HTTP_HOST: host.default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('http://localhost:4318').optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_SERVICE_NAME: z.string().max(100, 'a name of at most 100 characters').default('footnote'),
});

const environmentSchema = variables.superRefine(({ OPENAI_MODEL: name, OPENAI_MODELS: models }, context) => {
  if (name !== undefined && models !== undefined && !models.some((model) => model.name === name))
    context.addIssue({
      code: 'custom',
      path: ['OPENAI_MODEL'],
      message: 'one of the models in OPENAI_MODELS',
    });
});

type Values = z.output<typeof environmentSchema>;

/** The variables that {@link loadConfig} reads. */
export const variableNames = z.keyof(variables).options;

/** Whether several processes, on several machines, may use the database. */
export function isShared({ databaseUrl }: Pick<Config, 'databaseUrl'>): boolean {
  return !databaseUrl.startsWith('file:');
}

/**
 * Checks the environment. An empty value counts as unset.
 * Throws `UserError('config-invalid')` whose message names every bad variable and what would be right, never a value.
 */
export function loadConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    variableNames.map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const result = environmentSchema.safeParse(given);
  if (result.success) return toConfig(result.data);
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: must be ${issue.message}`);
  throw new UserError(
    'config-invalid',
    `The configuration is not right. Put these right in .env or the environment:\n${lines.join('\n')}`,
  );
}

function toConfig(values: Values): Config {
  const apiUrl = withoutEndSlash(values.DISCORD_API_URL).replace(/\/v\d+$/, '');
  return {
    discord: {
      token: values.DISCORD_TOKEN ?? null,
      apiUrl,
      otherHost: new URL(apiUrl).host !== new URL(defaultDiscordApiUrl).host,
      guildId: values.DISCORD_GUILD_ID ?? null,
      messageContent: values.DISCORD_MESSAGE_CONTENT,
      directMessages: values.DISCORD_DMS,
      shards: values.DISCORD_SHARDS,
      requestsPerSecond: values.DISCORD_REQUESTS_PER_SECOND,
    },
    model: toModelConfig(values),
    databaseUrl: values.DATABASE_URL,
    articlePath: values.ARTICLE_PATH ?? null,
    logLevel: values.LOG_LEVEL,
    watching: toWatchingConfig(values),
    secrets: secretsIn(values),
  };
}

function toWatchingConfig(values: Values): WatchingConfig {
  const { HTTP_PORT: port, HTTP_HOST: host, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = values;
  return {
    http: port === undefined ? null : { port, host },
    tracing:
      endpoint === undefined
        ? null
        : {
            url: tracesUrl(endpoint),
            headers: readHeaders(values.OTEL_EXPORTER_OTLP_HEADERS),
            serviceName: values.OTEL_SERVICE_NAME,
          },
  };
}

function toModelConfig(values: Values): ModelConfig | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODELS: models = [] } = values;
  if (apiKey === undefined && baseUrl === undefined) return null;
  const named = values.OPENAI_MODEL ?? models[0]?.name;
  const name = named ?? defaultModelName;
  const allowed = models.length === 0 ? [{ name, prices: null }] : models;
  return {
    apiKey: apiKey ?? null,
    baseUrl: baseUrl === undefined ? null : withoutEndSlash(baseUrl),
    name,
    prices: allowed.find((model) => model.name === name)?.prices ?? null,
    allowed,
    nameIsDefault: named === undefined,
    embeddingName: values.OPENAI_EMBEDDING_MODEL ?? null,
    verifies: values.OPENAI_VERIFY,
  };
}

/**
 * The process's environment over that of the file `.env` in a folder (default: the working directory), which may be missing.
 * A variable that the process sets to nothing hides the file's. Throws `UserError('config-invalid')` when the file cannot be read.
 */
export function readEnvironment(folder = process.cwd()): Environment {
  return { ...readEnvironmentFile(resolve(folder, '.env')), ...process.env };
}

/** The secrets of the process's environment, known before that is checked; none where it cannot be read. */
export function readSecrets(): string[] {
  try {
    return secretsIn(readEnvironment());
  } catch {
    return [];
  }
}

function readEnvironmentFile(path: string): Environment {
  try {
    const bytes = readFileSync(path);
    // Windows PowerShell writes UTF-16 when output is redirected to a file.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return parse(new TextDecoder(encoding).decode(bytes));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') return {};
    throw new UserError('config-invalid', `${path} cannot be read (${code}).`);
  }
}
