// The HTTP side: reads a request, passes it through token, faults and limits, and records what became of it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordError, refusals } from '../discord-error.ts';
import type { RequestRecord } from '../records.ts';
import type { Fault, Faults } from './faults.ts';
import type { RateLimits } from './limits.ts';
import { readRequestBody } from './request-body.ts';
import { createRouter, type Matched, type RestAnswer, type Route } from './route.ts';

export interface RestOptions {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly limits: RateLimits;
  /** Called when a request has come in whole. */
  readonly onRequest: (record: RequestRecord) => void;
  /** Called when a request is over. */
  readonly onAnswer: (record: RequestRecord) => void;
  /** Called with whatever a handler throws that is no refusal: a bug of the sandbox. */
  readonly onBug: (error: unknown) => void;
}

/** Makes the HTTP server; it listens to nothing yet. */
export function createRestServer(options: RestOptions): Server {
  const find = createRouter(options.routes);
  return createServer((request, response) => {
    serve(request, response, options, find).catch((error: unknown) => {
      options.onBug(error);
      response.destroy();
    });
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: RestOptions,
  find: ReturnType<typeof createRouter>,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const path = readPath(url);
  const { matched, known } = find(method, path);
  const record: RequestRecord = {
    at: Date.now(),
    method,
    route: matched?.route.pattern ?? path,
    path,
    body: undefined,
    files: [],
    status: 0,
    response: undefined,
    durationMs: 0,
    isFaulted: false,
  };
  const answer = (status: number, body: unknown) => {
    record.status = status;
    record.response = body;
    record.durationMs = Date.now() - record.at;
    send(response, status, body);
  };

  try {
    const { body, files } = await readRequestBody(request);
    record.body = body;
    record.files = files.map((file) => file.name);
    options.onRequest(record);
    // Also when nothing was ever answered, and the client has given up.
    response.once('close', () => options.onAnswer(record));
    const fault = options.faults.take(method, path);
    record.isFaulted = fault !== null;
    if (fault !== null && (await suffer(fault, response, answer))) return;
    if (matched === null) throw known ? refusals.methodNotAllowed() : refusals.notFound();
    if (matched.route.needsToken && request.headers.authorization !== `Bot ${options.token}`) {
      throw refusals.unauthorized();
    }
    const verdict = options.limits.take(
      `${method} ${matched.route.pattern}`,
      placeOf(matched),
      matched.route.needsToken,
      response,
    );
    if (!verdict.allowed) return answer(429, verdict.body);
    const done = await matched.route.handle({
      method,
      path,
      params: matched.params,
      query: url.searchParams,
      body,
      files,
    });
    finish(done, fault, response, answer);
  } catch (error) {
    if (!(error instanceof DiscordError)) options.onBug(error);
    const refusal =
      error instanceof DiscordError ? error : new DiscordError(500, 0, '500: Internal Server Error');
    answer(refusal.status, refusal.toBody());
  }
}

/** The path below `/api` and the version. Some clients escape the `@` of `@me` and `@original`. */
function readPath(url: URL): string {
  return url.pathname.replace(/^(\/api)?(\/v\d+)?/, '').replaceAll('%40', '@') || '/';
}

/** What rate limits are counted by beside the route: the channel, server or webhook. */
function placeOf({ params }: Matched): string {
  return [params.channel, params.guild, params.token].filter(Boolean).join(' ');
}

/** Lets a fault happen. True when that was the end of the request. */
async function suffer(
  fault: Fault,
  response: ServerResponse,
  answer: (status: number, body: unknown) => void,
): Promise<boolean> {
  if (fault.hang) return true;
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  if (fault.cut && !fault.afterwards) {
    response.destroy();
    return true;
  }
  for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
  if (fault.status === undefined || fault.afterwards) return false;
  answer(fault.status, faultBody(fault.status, fault));
  return true;
}

function finish(
  done: RestAnswer,
  fault: Fault | null,
  response: ServerResponse,
  answer: (status: number, body: unknown) => void,
): void {
  if (fault?.afterwards && fault.cut) response.destroy();
  else if (fault?.afterwards && fault.status !== undefined)
    answer(fault.status, faultBody(fault.status, fault));
  else answer(done.status, done.body);
}

function faultBody(status: number, fault: Fault): unknown {
  return fault.body ?? { message: `${status}: planned by the sandbox`, code: 0 };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  if (body instanceof Uint8Array) {
    response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(body);
    return;
  }
  // A fault may answer with something that is no JSON, as a proxy in trouble does.
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (!response.hasHeader('content-type'))
    response.setHeader('content-type', typeof body === 'string' ? 'text/html' : 'application/json');
  response.writeHead(status).end(text);
}
