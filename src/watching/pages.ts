/** The three pages that are served. */
import type { Page } from './http-server.ts';
import type { Metrics } from './metrics.ts';
import type { Parts } from './readiness.ts';

/** By path. That the first is answered at all says that the event loop turns. */
export function createPages(
  { registry }: Metrics,
  readParts: () => Promise<Parts>,
): Readonly<Record<string, () => Promise<Page>>> {
  return {
    '/healthz': async () => ({ status: 200, type: 'text/plain; charset=utf-8', body: 'ok\n' }),
    async '/readyz'() {
      const parts = await readParts();
      const ready = Object.values(parts).every((part) => part === 'ok');
      const body = `${JSON.stringify({ ready, ...parts })}\n`;
      return { status: ready ? 200 : 503, type: 'application/json', body };
    },
    '/metrics': async () => ({
      status: 200,
      type: registry.contentType,
      body: await registry.metrics(),
    }),
  };
}
