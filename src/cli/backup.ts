/** Writes a backup of the database, which may be in use. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../errors.ts';
import { backUpSqliteFile } from '../storage/keeping/backup.ts';
import { describeContents } from './describe-contents.ts';
import { requireSqlitePath } from './require-sqlite-path.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s backup [-- FILE]

Writes a backup of the database of DATABASE_URL to FILE, or into the folder backups/ beside the database, under
a name with the date and the schema's number. The bot may go on meanwhile. The backup is read through and on
the disk before it has its name.

  --help  print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  if (positionals.length > 1) throw new UserError('arguments-invalid', 'Name one file.');
  const [file] = positionals;
  const path = requireSqlitePath();
  const backup = await backUpSqliteFile(path, file === undefined ? undefined : resolve(file));
  process.stdout.write(`${backup.path}: ${(backup.size / 1e6).toFixed(1)} MB, ${describeContents(backup)}\n`);
}
