/**
 * `npm run chaos`: each kind of fault at random moments under load, and what must hold after it.
 *
 *     npm run chaos -- --kind gateway-op-7,killed --moments 3 --seed 1
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { FaultKind } from './fault.ts';
import { kinds } from './kinds.ts';
import { type Result, runKind } from './run-kind.ts';
import { printTable } from './table.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    /** Names with commas between them, or the beginnings of names. */
    kind: { type: 'string', default: '' },
    moments: { type: 'string', default: '25' },
    /** So many bots at once. */
    lanes: { type: 'string', default: '6' },
    /** Discord's limit, in milliseconds; more on a machine with much else to do. */
    'first-response': { type: 'string', default: '3000' },
    json: { type: 'string' },
    /** A folder for what the bots printed, of kinds that broke something. */
    logs: { type: 'string' },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const wanted = values.kind.split(',');
const chosen = kinds.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
const moments = Number(values.moments);
const firstResponse = Number(values['first-response']);
const waiting = [...chosen];
const results = new Map<string, Result>();

async function takeTurns(): Promise<void> {
  for (let kind = waiting.shift(); kind !== undefined; kind = waiting.shift()) {
    const result = await runKind(kind, {
      seed: values.seed,
      moments,
      firstResponse,
      logs: values.logs,
    }).catch((error: unknown) => notPlayed(kind, error));
    results.set(kind.name, result);
    say(`${result.findings.length === 0 ? 'held' : 'BROKE'}  ${kind.name} (${result.seconds} s)`);
    for (const finding of result.findings) say(`       ${finding}`);
  }
}

function notPlayed({ name, family }: FaultKind, error: unknown): Result {
  const findings = [`it could not be played: ${error instanceof Error ? error.stack : error}`];
  return {
    ...{ kind: name, family, findings },
    ...{ moments: 0, exits: 0, asked: 0, slowest: 0, seconds: 0 },
  };
}

// Bots that run end with this process, when it is asked to end as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (values.logs !== undefined) mkdirSync(values.logs, { recursive: true });
const startedAt = Date.now();

/** What a reader needs to do it again. */
function describeRun() {
  const [processor] = cpus();
  return {
    ...{ seed: values.seed, moments, lanes: Number(values.lanes), firstResponse },
    seconds: Math.round((Date.now() - startedAt) / 1000),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: `${cpus().length} × ${processor?.model.trim()}, Node ${process.version}`,
  };
}

await Promise.all(Array.from({ length: Number(values.lanes) }, takeTurns));
const ordered = chosen.flatMap(({ name }) => results.get(name) ?? []);
const findings = ordered.reduce((sum, result) => sum + result.findings.length, 0);
say(`\n${printTable(ordered)}\n`);
say(
  `${ordered.length} kinds, ${moments} moments each, seed ${values.seed}, ${Math.round((Date.now() - startedAt) / 1000)} s, ${findings} findings`,
);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ ...describeRun(), results: ordered }, null, 2)}\n`);
process.exitCode = findings === 0 ? 0 : 1;
