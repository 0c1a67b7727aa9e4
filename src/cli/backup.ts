/** Writes a backup of the database, which may be in use. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { backUp } from '../storage/keeping/by-url.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s backup [-- FILE]

Writes a backup of the database of DATABASE_URL, a SQLite file, to FILE or into a folder backups/ under a name with
the date and the schema's number. The folder is beside the database file, or in data/ with PostgreSQL. The bot may
go on meanwhile. The backup is read through and on the disk before it has its name.

  --help  print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  if (positionals.length > 1) throw new UserError('arguments-invalid', 'Name one file.');
  const [file] = positionals;
  const { databaseUrl } = loadConfig(readEnvironment());
  const { path, size, schema, rows } = await backUp(
    databaseUrl,
    file === undefined ? undefined : resolve(file),
  );
  const megabytes = (size / 1e6).toFixed(1);
  process.stdout.write(`${path}: ${megabytes} MB, schema ${schema}, ${rows.toLocaleString('en')} rows\n`);
}
