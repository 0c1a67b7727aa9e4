/** A real PostgreSQL on loopback, from the npm registry: in a folder of its own, gone when it is stopped. */
import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

export interface PostgresServer {
  /** Of the server, for a database of one's own; it ends with a slash. */
  readonly url: string;
  /** Resolves once it takes connections. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** Begins to start a server; nobody who does not need it waits. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-postgres-'));
  // It may run as another user.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'run-server.ts'), [folder, String(port)]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const started = whenStarted(child);
  // Whoever waits for it is told; nobody may.
  started.catch(() => undefined);
  return {
    url: `postgres://footnote:footnote@127.0.0.1:${port}/`,
    started,
    async stop() {
      await started.catch(() => undefined);
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function whenStarted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`PostgreSQL did not start: exit code ${code}`)));
  });
}
