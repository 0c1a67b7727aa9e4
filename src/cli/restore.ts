/** Puts a backup in the place of the database. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../errors.ts';
import { restoreSqliteFile } from '../storage/keeping/restore.ts';
import { describeContents } from './describe-contents.ts';
import { requireSqlitePath } from './require-sqlite-path.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s restore -- FILE

Checks the backup FILE, every page of it, and puts a copy in the place of the database of DATABASE_URL. Stop
the bot first: a database in use is not replaced. The file that is replaced is kept beside it.

  --help  print this`;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UserError('arguments-invalid', 'Name one file.');
  const path = requireSqlitePath();
  const { keptPath, ...contents } = await restoreSqliteFile(resolve(file), path);
  process.stdout.write(`${path}: restored, ${describeContents(contents)}\n`);
  if (keptPath !== null) process.stdout.write(`${keptPath}: what was there before\n`);
}
