/** Which values of the environment must never be printed: tokens, keys, and the database's password. */

interface Secrets {
  readonly DISCORD_TOKEN?: string | undefined;
  readonly OPENAI_API_KEY?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
}

/** Takes them as they were given, whatever else is wrong there; a password also as it was before it was encoded. */
export function secretsIn({ DISCORD_TOKEN, OPENAI_API_KEY, DATABASE_URL = '' }: Secrets): string[] {
  const [, password] = /^\s*\w+:\/\/[^:@/]*:(.*)@/.exec(DATABASE_URL) ?? [];
  const given = [DISCORD_TOKEN, OPENAI_API_KEY, password, decode(password)];
  return [...new Set(given.map((value) => value?.trim() ?? ''))].filter((value) => value !== '');
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
