import type { Sandbox } from '../../sandbox/sandbox.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Discord's JSON error code; 0 when there is none. */
  readonly code: number;
  /** Each refused field as `path: CODE`. */
  readonly fields: string[];
  readonly id: string | null;
  readonly headers: Headers;
}

export type Api = (
  method: string,
  path: string,
  body?: unknown,
  given?: { readonly token: string | null },
) => Promise<ApiAnswer>;

/** Speaks to the sandbox's API as any HTTP client may. A body that is a text is sent as it is. */
export function createApi(sandbox: Sandbox): Api {
  return async (method, path, body, given) => {
    const token = given === undefined ? sandbox.token : given.token;
    const response = await fetch(`${sandbox.apiUrl}/api/v10${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bot ${token}` }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    return {
      status: response.status,
      body: parsed,
      code: Number(fieldOf(parsed, 'code') ?? 0),
      fields: flatten(fieldOf(parsed, 'errors'), []),
      id: String(fieldOf(parsed, 'id') ?? '') || null,
      headers: response.headers,
    };
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function flatten(tree: unknown, path: readonly string[]): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === '_errors' && Array.isArray(value)
      ? value.map((error: unknown) => `${path.join('.')}: ${fieldOf(error, 'code')}`)
      : flatten(value, [...path, key]),
  );
}
