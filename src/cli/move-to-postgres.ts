/** Moves what is in the SQLite file to PostgreSQL. */
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { sqlitePath } from '../storage/database-url.ts';
import { moveToPostgres } from '../storage/keeping/postgres.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s move-to-postgres -- postgres://USER:PASSWORD@HOST/NAME

Copies all that is in the SQLite file of DATABASE_URL to a PostgreSQL database that has nothing of this program yet,
and compares the number and a hash of the rows of each table on both sides. Stop the bot first. It is all done or
nothing: run it again where it failed. The file stays as it is.

  --help  print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [target] = positionals;
  if (target === undefined || positionals.length > 1 || !isPostgres(target))
    throw new UserError(
      'arguments-invalid',
      'Give one address, such as postgres://localhost/footnote, with user, colon, password and @ before the host.',
    );
  const path = sqlitePath(loadConfig(readEnvironment()).databaseUrl);
  if (path === null) throw new UserError('arguments-invalid', 'DATABASE_URL names no SQLite file to move.');
  const tables = await moveToPostgres(path, target);
  const lines = tables.map(
    ({ name, rows, hash }) =>
      `${name.padEnd(16)} ${String(rows).padStart(10)} rows, the same on both sides: ${hash.slice(0, 12)}`,
  );
  process.stdout.write(
    `${lines.join('\n')}\n\nAll is at ${new URL(target).host}; ${path} is as it was. Set DATABASE_URL to the new address, and start the bot.\n`,
  );
}

function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(address) && URL.canParse(address) && new URL(address).hostname !== '';
}
