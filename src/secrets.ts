/** Which values of the environment must never be printed: tokens, keys, the database's password, and what a collector of traces is sent to let the bot in. */

interface Secrets {
  readonly DISCORD_TOKEN?: string | undefined;
  readonly OPENAI_API_KEY?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
}

/** Takes them as they were given, whatever else is wrong there; a password also as it was before it was encoded. */
export function secretsIn(environment: Secrets): string[] {
  const { DISCORD_TOKEN, OPENAI_API_KEY, DATABASE_URL = '', OTEL_EXPORTER_OTLP_HEADERS = '' } = environment;
  const [, password] = /^\s*\w+:\/\/[^:@/]*:(.*)@/.exec(DATABASE_URL) ?? [];
  const [, parameter] = /[?&]password=([^&#]*)/.exec(DATABASE_URL) ?? [];
  const headers = [...OTEL_EXPORTER_OTLP_HEADERS.matchAll(/=([^,]*)/g)].map(([, value]) => value);
  const encoded = [password, parameter, ...headers];
  // What stands after “Bearer ” is told without that too.
  const keys = headers.map((value) => decode(value)?.trim().split(' ').at(-1));
  const given = [DISCORD_TOKEN, OPENAI_API_KEY, ...encoded, ...encoded.map(decode), ...keys];
  return [...new Set(given.map((value) => value?.trim() ?? ''))].filter((value) => value !== '');
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
