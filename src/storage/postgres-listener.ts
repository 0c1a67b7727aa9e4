/** Hears what other processes change in a database of PostgreSQL. */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Listener } from './engine.ts';

/** The channel on which processes tell each other. */
export const channel = 'footnote';
/** In milliseconds: so soon after a connection is lost the next one is tried, and so often one is asked whether it is there. */
const pause = 1_000;
const askEvery = 30_000;
const patience = 5_000;

/** Listens until it is told to stop, and again after each loss of the connection: what was said meanwhile is a gap. */
export function listenOnPostgres(url: string, { onMessage, onGap }: Listener): () => Promise<void> {
  const stopping = new AbortController();
  const rest = (milliseconds: number): Promise<unknown> =>
    wait(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);

  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'footnote',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ payload = '' }) => onMessage(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      onGap();
      let isThere = true;
      void lost.then(() => {
        isThere = false;
      });
      while (isThere && !stopping.signal.aborted) {
        await Promise.race([lost, rest(askEvery)]);
        await client.query('select 1');
      }
    } finally {
      // Where the other end is gone without a word, a goodbye is never answered.
      void client.end().catch(() => undefined);
    }
  };
  const listen = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await listenOnce().catch(() => undefined);
      await rest(pause);
    }
  };
  const listening = listen();
  return async () => {
    stopping.abort();
    await listening;
  };
}
