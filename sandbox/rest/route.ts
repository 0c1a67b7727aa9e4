import type { UploadedFile } from './request-body.ts';

/** One request, read. */
export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** One route: its handler answers or throws a `DiscordError`. */
export interface Route {
  readonly method: string;
  /** `/channels/:channel/messages`; `@me` and `@original` stand for themselves. */
  readonly pattern: string;
  /** False for routes whose secret is in the path. */
  readonly needsToken: boolean;
  readonly handle: (request: RestRequest) => RestAnswer | Promise<RestAnswer>;
}

export function route(
  method: string,
  pattern: string,
  handle: Route['handle'],
  given: { needsToken?: boolean } = {},
): Route {
  return { method, pattern, needsToken: given.needsToken ?? true, handle };
}

/** A parameter of the route's pattern. */
export function param(request: RestRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`${request.path} has no parameter ${name}`);
  return value;
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const created = (body: unknown): RestAnswer => ({ status: 201, body });
export const noContent = (): RestAnswer => ({ status: 204 });

interface Compiled {
  readonly route: Route;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a request. `known` says whether the path exists with another method. */
export function createRouter(routes: readonly Route[]) {
  const compiled: Compiled[] = routes.map((entry) => ({
    route: entry,
    names: [...entry.pattern.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''),
    expression: new RegExp(`^${entry.pattern.replace(/:\w+/g, '([^/]+)')}$`),
  }));
  return (method: string, path: string): { matched: Matched | null; known: boolean } => {
    let known = false;
    for (const { route: entry, expression, names } of compiled) {
      const match = expression.exec(path);
      if (match === null) continue;
      known = true;
      if (entry.method !== method) continue;
      const params = Object.fromEntries(
        names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
      );
      return { matched: { route: entry, params }, known };
    }
    return { matched: null, known };
  };
}
