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
export function listenOnPostgres(url: string, { onMessage, onGap }: Listener): () => void {
  const stopping = new AbortController();

  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'footnote',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', ({ payload = '' }) => onMessage(payload));
    const ended = AbortSignal.any([stopping.signal, lost.signal]);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      onGap();
      while (!ended.aborted) {
        await rest(askEvery, ended);
        if (!ended.aborted) await client.query('select 1');
      }
    } finally {
      // Where the other end is gone without a word, a goodbye is never answered.
      void client.end().catch(() => undefined);
    }
  };
  const listen = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await listenOnce().catch(() => undefined);
      await rest(pause, stopping.signal);
    }
  };
  void listen();
  return () => stopping.abort();
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
