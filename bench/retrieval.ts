/** Our retriever and the search libraries that a bot would use instead, side by side on one set of texts and queries. */
import { parseArgs } from 'node:util';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { UserError } from '../src/errors.ts';
import { engines } from './engines/index.ts';
import { describeRows, toRow } from './figures.ts';
import type { Measurement } from './measurement.ts';
import { readDocs, readQueries } from './read-sets.ts';
import { runApart } from './run-apart.ts';

const usage = `Usage: npm run -s bench:retrieval -- [--docs FILE --queries FILE] [--engines NAMES] [--rounds N] [--json]

Measures our retriever beside search libraries: how often the right text is found first and among the first 3 and 5,
the mean reciprocal rank of the first 10, time to build and to answer, memory. Each engine runs in a process of its
own, one after another, and all of them again in each round; times and memory are medians of the rounds.
With no files: the small set in bench/data/.

  --docs FILE      one {"id", "text", "group"?} a line
  --queries FILE   one {"id", "q", "gold": [ids], "group"?} a line; with a group, only its texts are searched
  --engines NAMES  some of them, with commas (${Object.keys(engines).join(', ')})
  --rounds N       how often each is measured (3)
  --json           one JSON object a line and engine
  --help           print this`;

const ownData = {
  docs: new URL('data/docs.jsonl', import.meta.url).pathname,
  queries: new URL('data/queries.jsonl', import.meta.url).pathname,
};
const mostRounds = 100;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { docs, queries, names, rounds, json } = readArguments(args);
  await checkSets(docs, queries);
  const measured = new Map<string, Measurement[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [engine, measurements] of measured) {
      process.stderr.write(`round ${round + 1} of ${rounds}: ${engine}\n`);
      measurements.push(await runApart<Measurement>('measure-engine.ts', [engine, docs, queries]));
    }
  }
  const rows = Array.from(measured, ([engine, measurements]) => toRow(engine, measurements));
  const lines = json ? rows.map((row) => JSON.stringify(row)) : describeRows(rows);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      docs: { type: 'string' },
      queries: { type: 'string' },
      engines: { type: 'string', default: Object.keys(engines).join(',') },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  if ((values.docs === undefined) !== (values.queries === undefined))
    throw new UserError('arguments-invalid', '--docs and --queries go together.');
  const names = [...new Set(values.engines.split(',').map((name) => name.trim()))];
  const unknown = names.find((name) => !Object.hasOwn(engines, name));
  if (unknown !== undefined) throw new UserError('arguments-invalid', `--engines: there is no ${unknown}.`);
  const rounds = Number(values.rounds);
  if (!/^\d+$/.test(values.rounds) || rounds < 1 || rounds > mostRounds)
    throw new UserError(
      'arguments-invalid',
      `--rounds ${values.rounds}: not a number from 1 to ${mostRounds}.`,
    );
  return {
    docs: values.docs ?? ownData.docs,
    queries: values.queries ?? ownData.queries,
    names,
    rounds,
    json: values.json,
  };
}

/** Fails on a bad file here, before any engine is started, and says what can never be found. */
async function checkSets(docsPath: string, queriesPath: string): Promise<void> {
  const docs = await readDocs(docsPath);
  const queries = await readQueries(queriesPath);
  const known = new Set(docs.map(({ id, group = '' }) => JSON.stringify([group, id])));
  const lost = queries.filter(
    ({ gold, group = '' }) => !gold.some((id) => known.has(JSON.stringify([group, id]))),
  );
  if (lost.length > 0)
    process.stderr.write(
      `${lost.length} of ${queries.length} queries have no right text among those searched: ${lost[0]?.id}, ...\n`,
    );
}
