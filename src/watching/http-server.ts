/** Serves health and metrics: a few fixed pages, to read only, within bounds. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';

export interface Page {
  readonly status: 200 | 503;
  readonly type: string;
  readonly body: string;
}

export interface HttpServer {
  /** The one that is listened on; where 0 was asked for, the one that was given. */
  readonly port: number;
  stop(): Promise<void>;
}

const plain = 'text/plain; charset=utf-8';

/** Starts it. Throws `UserError('http-unusable')` where that port of that host cannot be listened on. */
export async function startHttpServer(
  pages: Readonly<Record<string, () => Promise<Page>>>,
  { port, host, log }: { readonly port: number; readonly host: string; readonly log: Log },
): Promise<HttpServer> {
  const byPath = new Map(Object.entries(pages));
  const pageFor = async ({ method, url = '' }: IncomingMessage) => {
    const page = byPath.get(url.replace(/\?.*/s, ''));
    if (page === undefined) return { status: 404, type: plain, body: 'not found\n' };
    if (method !== 'GET' && method !== 'HEAD')
      return { status: 405, type: plain, body: 'only GET and HEAD\n' };
    try {
      return await page();
    } catch (error) {
      log.error('bug', { error });
      return { status: 500, type: plain, body: 'a fault of the program; see the log\n' };
    }
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, body } = await pageFor(request);
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 405 && { allow: 'GET, HEAD' }),
      // Nobody has a reason to send a body, and none is read.
      ...(request.headers['content-length'] !== undefined ||
      request.headers['transfer-encoding'] !== undefined
        ? { connection: 'close' }
        : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: 5_000,
      requestTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 5_000,
    },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    // Later, where the system gives no more connections, it is for who asked to ask again.
    server.on('error', (error) => reject(unusable(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function unusable(error: Error, port: number, host: string): UserError {
  const code = 'code' in error ? String(error.code) : 'unknown';
  const why =
    code === 'EADDRINUSE'
      ? 'another program listens there; set another HTTP_PORT, or end that program'
      : `the system says ${code}; set another HTTP_PORT or HTTP_HOST`;
  return new UserError('http-unusable', `Health and metrics cannot be served on ${host}:${port}: ${why}.`);
}
