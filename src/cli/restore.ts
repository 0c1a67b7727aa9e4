/** Puts a backup in the place of the database. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { restore } from '../storage/keeping/by-url.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s restore -- FILE

Checks the backup FILE, every page of it, and puts what is in it in the place of the database of DATABASE_URL. Stop
the bot first: a database in use is not replaced. What is replaced is kept: the file beside the new one, or a backup
in data/backups/ with PostgreSQL.

  --help  print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UserError('arguments-invalid', 'Name one file.');
  const { databaseUrl } = loadConfig(readEnvironment());
  const { place, rows, keptPath } = await restore(resolve(file), databaseUrl);
  process.stdout.write(`${place}: restored, ${rows.toLocaleString('en')} rows\n`);
  if (keptPath !== null) process.stdout.write(`${keptPath}: what was there before\n`);
}
