/** The kinds of values that variables of the environment have, and what is made of some. No message repeats a value, which may be a secret in the wrong place. */
import { z } from 'zod';

/** Used when a model is configured and neither `OPENAI_MODEL` nor `OPENAI_MODELS` is set. */
export const defaultModelName = 'gpt-5.4-mini';

/** What a million tokens cost, in whatever currency the operator counts. */
export interface ModelPrices {
  /** Of a prompt, those that were not cached. */
  readonly tokensIn: number;
  readonly tokensCached: number;
  readonly tokensOut: number;
}

/** A model that the operator allows; null: its prices are not known. */
export interface AllowedModel {
  readonly name: string;
  readonly prices: ModelPrices | null;
}

/** How the process lets itself be watched. */
export interface WatchingConfig {
  /** Where health and metrics are served; null: nowhere. */
  readonly http: { readonly port: number; readonly host: string } | null;
  /** Where traces are sent; null: nowhere. */
  readonly tracing: {
    /** The address that takes spans, `…/v1/traces`. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly serviceName: string;
  } | null;
}

export const secret = (what: string) =>
  z.string().regex(/^[\x21-\x7e]+$/, `${what}, in one piece: no spaces, no line breaks, ASCII only`);

export const webAddress = (example: string) =>
  z.string().refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return (
      url !== null && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.hash}` === ''
    );
  }, `an address that begins with http:// or https:// and holds no user name or password, such as ${example}`);

export function withoutEndSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Where a collector takes spans: below its own path. */
export function tracesUrl(endpoint: string): string {
  const url = new URL(endpoint);
  url.pathname = `${withoutEndSlash(url.pathname)}/v1/traces`;
  return url.href;
}

const switches = new Map([
  ['on', true],
  ['true', true],
  ['1', true],
  ['off', false],
  ['false', false],
  ['0', false],
]);

export const onOff = z.string().transform((value, context) => {
  const state = switches.get(value.toLowerCase());
  if (state === undefined)
    context.addIssue({ code: 'custom', message: 'on or off (true, false, 1 and 0 do as well)' });
  return state ?? false;
});

export const shardCount = z.union(
  [
    z.literal('auto'),
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number),
  ],
  {
    error: 'auto, or how many shards the bot’s servers are divided into: 1 to 9999',
  },
);

export const requestsPerSecond = z
  .string()
  .regex(/^[1-9]\d{1,3}$/, 'how many requests a second Discord allows the bot: 10 to 9999')
  .transform(Number);

export const modelName = z
  .string()
  .regex(/^\S{1,200}$/, `the name of a model without spaces, such as ${defaultModelName}`);

const modelsExample = `${defaultModelName}=0.25/0.025/2`;
const modelPattern = /^([^\s,=]{1,200})(?:\s*=\s*([\d.]+)\s*\/\s*([\d.]+)\s*\/\s*([\d.]+))?$/;
const pricePattern = /^\d{1,6}(?:\.\d{1,6})?$/;

function readModel(entry: string): AllowedModel | null {
  const [, name, ...prices] = modelPattern.exec(entry) ?? [];
  if (name === undefined) return null;
  const given = prices.filter((price) => price !== undefined);
  if (given.length === 0) return { name, prices: null };
  if (!given.every((price) => pricePattern.test(price))) return null;
  const [tokensIn = 0, tokensCached = 0, tokensOut = 0] = given.map(Number);
  return { name, prices: { tokensIn, tokensCached, tokensOut } };
}

export const allowedModels = z.string().transform((value, context): readonly AllowedModel[] => {
  const models = value.split(',').map((entry) => readModel(entry.trim()));
  const known = models.filter((model) => model !== null);
  if (known.length < models.length || new Set(known.map(({ name }) => name)).size < known.length)
    context.addIssue({
      code: 'custom',
      message: `names of models with commas between them, each once, with the prices of a million tokens in, cached and out where they are known, such as ${modelsExample}`,
    });
  return known;
});

/** A port that can be listened on. */
export const port = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'a port: a number from 1 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'a port: a number from 1 to 65535');

export const host = z
  .string()
  .regex(/^[\w.:-]{1,253}$/, 'a host name or an IP address without a port, such as 0.0.0.0');

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\x20-\x7e]+$/;

/** As OpenTelemetry writes them: `name=value` with commas between them, values encoded as in an address. */
export function readHeaders(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = text?.split(',').map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim(), decode(rest.join('=').trim())] as const;
  });
  return Object.fromEntries(pairs ?? []);
}

export const headers = z
  .string()
  .refine(
    (value) =>
      Object.entries(readHeaders(value)).every(
        ([name, content]) => headerName.test(name) && headerValue.test(content),
      ),
    'headers such as authorization=Bearer%20…, with commas between them and values encoded as in an address',
  );

/** Nothing where it is not encoded as it should be. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

export function isDatabaseUrl(value: string): boolean {
  if (/^file:(?!:|\/\/$)[^?#]*[^?#/]$/.test(value)) return true;
  const url = /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value) ? new URL(value) : null;
  return url !== null && url.hostname !== '' && url.pathname.length > 1;
}
