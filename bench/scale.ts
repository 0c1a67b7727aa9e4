/** How our index grows: time to build, memory and time to answer, from a thousand passages to a million. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { UserError } from '../src/errors.ts';
import { drawScale } from './draw-scale.ts';
import { runApart } from './run-apart.ts';
import type { ScalePoint } from './scale-point.ts';
import { scripts } from './synthetic-texts.ts';

const usage = `Usage: npm run -s bench:scale -- [--sizes LIST] [--svg FILE] [--json]

Measures our index as it grows, on made texts whose words are as frequent as in natural ones, without spaces (han) and
with them: time to build, memory a passage, p50 and p99 of a search. Each size runs in a process of its own.

  --sizes LIST  numbers of passages, with commas (1000,3000,10000,30000,100000,300000,1000000)
  --svg FILE    draw the figures there (with --sizes unset: docs/retrieval-scale.svg)
  --json        one JSON object a line
  --help        print this`;

const usualSizes = '1000,3000,10000,30000,100000,300000,1000000';
const usualPicture = new URL('../docs/retrieval-scale.svg', import.meta.url).pathname;
const mostPassages = 10_000_000;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { sizes, svg, json } = readArguments(args);
  const points: ScalePoint[] = [];
  const write = (line: string) => process.stdout.write(`${line}\n`);
  if (!json)
    write(
      toLine(['script', 'passages', 'build ms', 'ms/1000', 'B/passage', 'p50 ms', 'p99 ms', 'R@1', 'MB']),
    );
  for (const script of scripts) {
    for (const size of sizes) {
      const point = await runApart<ScalePoint>('measure-scale.ts', [script, String(size)]);
      points.push(point);
      write(json ? JSON.stringify(point) : describePoint(point));
    }
  }
  if (svg !== null) await writeFile(svg, drawScale(points));
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      svg: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const sizes = (values.sizes ?? usualSizes).split(',').map((size) => size.trim());
  const wrong = sizes.find((size) => !/^[1-9]\d*$/.test(size) || Number(size) > mostPassages);
  if (wrong !== undefined)
    throw new UserError(
      'arguments-invalid',
      `--sizes: ${wrong || 'nothing'} is no number up to ${mostPassages}.`,
    );
  return {
    sizes: sizes.map(Number),
    svg: values.svg ?? (values.sizes === undefined ? usualPicture : null),
    json: values.json,
  };
}

function describePoint(point: ScalePoint): string {
  return toLine([
    point.script,
    String(point.size),
    point.buildMilliseconds.toFixed(0),
    ((1000 * point.buildMilliseconds) / point.size).toFixed(1),
    point.bytesAPassage.toFixed(0),
    point.p50Milliseconds.toFixed(3),
    point.p99Milliseconds.toFixed(3),
    point.recallAt1.toFixed(1),
    point.residentMegabytes.toFixed(0),
  ]);
}

function toLine(cells: readonly string[]): string {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(7) : cell.padStart(10))).join('');
}
