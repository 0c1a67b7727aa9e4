/**
 * Puts thousands of drafts before the check and prints what became of them, by kind. Ends with 1 when a fault was
 * shown or more than two in a hundred true statements were dropped.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { kinds, runDraft } from './adversary.ts';
import { readFixtureWorlds, readShippedWorld, readTextWorlds } from './world.ts';

const { values } = parseArgs({
  options: {
    drafts: { type: 'string', default: '12000' },
    seed: { type: 'string', default: '1' },
    texts: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    show: { type: 'string', default: '1' },
  },
});

/** So many worlds of a file of texts. */
const most = 40;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const worlds =
  values.texts.length > 0
    ? (await Promise.all(values.texts.map((path) => readTextWorlds(path, most)))).flat()
    : [await readShippedWorld(), ...(await readFixtureWorlds())];
const wanted = kinds.filter(
  ({ name, group }) => values.only === undefined || `${group}: ${name}`.includes(values.only),
);
const each = Math.ceil(Number(values.drafts) / wanted.length);

const counts = { shown: 0, faults: 0, dropped: 0, truths: 0 };
for (const kind of wanted) {
  const seeds = fc.sample(fc.nat(), { numRuns: each, seed: Number(values.seed) });
  const judged = seeds.flatMap((seed) => runDraft(kind, worlds, seed) ?? []);
  const failed = judged.filter((one) => one.failed);
  if (kind.nature === 'false') {
    counts.faults += judged.length;
    counts.shown += failed.length;
  } else {
    counts.truths += judged.length;
    counts.dropped += failed.length;
  }
  const word = kind.nature === 'false' ? 'shown' : 'lost';
  const share = judged.length === 0 ? '' : `${((100 * failed.length) / judged.length).toFixed(1)} %`;
  print(
    `${kind.nature === 'false' ? 'fault' : 'true '}  ${`${kind.group}: ${kind.name}`.padEnd(60)} ${String(judged.length).padStart(5)} drafts ${String(failed.length).padStart(4)} ${word.padEnd(5)} ${share}`,
  );
  for (const { made, reason, shown } of failed.slice(0, Number(values.show)))
    print(
      `       ${reason ?? ''} | ${shown ?? made.draft.text} | ${made.draft.citations.map(({ quote }) => quote).join(' / ')}`,
    );
}

const lost = (100 * counts.dropped) / Math.max(1, counts.truths);
print(
  `\n${counts.faults + counts.truths} drafts: ${counts.shown} of ${counts.faults} faults shown; ${counts.dropped} of ${counts.truths} true statements dropped (${lost.toFixed(2)} %)`,
);
process.exitCode = counts.shown > 0 || lost > 2 ? 1 : 0;
