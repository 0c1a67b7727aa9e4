/** Learns the reranker's weights from sets of questions, and checks that what is learnt on one holds on another. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { featureNames } from '../src/knowledge/retrieval/rerank-features.ts';
import { boost, type Candidates, joinCandidates, scoreRows, takeQueries, usualSettings } from './boost.ts';
import { measure, readCandidates, readTuningSets } from './candidates.ts';

const usage = `Usage: npm run -s train:reranker -- [--data FOLDER] [--write] [--without FEATURE ...] [--set NAME=N ...]

Reads FOLDER/article/SET.docs.jsonl and .queries.jsonl and the same in FOLDER/corpus, for the sets cmrc_trial
(CMRC 2018 trial, CC BY-SA 4.0) and drcd_dev (DRCD dev, CC BY-SA 3.0). Prints R@1, R@3, R@5 and MRR@10 of a
model that was learnt on the other set, and of models learnt on three quarters of both for the fourth.

  --data FOLDER  where the sets are (../shared/data/retrieval)
  --write        no check: learn from both sets and write src/knowledge/retrieval/rerank-weights.json
  --without NAME leave a feature out (${featureNames.join(', ')})
  --set NAME=N   another setting of boosting (trees, depth, rate, leastEvidence, smoothing, share, base)
  --help         print this`;

const collections = ['cmrc_trial', 'drcd_dev'] as const;
const folds = 4;
const weightsPath = 'src/knowledge/retrieval/rerank-weights.json';
const trainedOn = 'CMRC 2018 trial (CC BY-SA 4.0) and DRCD dev (CC BY-SA 3.0), by npm run train:reranker';

await runCommandLine({ usage, run }, process.argv.slice(2));

interface Read {
  readonly collection: string;
  readonly name: string;
  readonly candidates: Candidates;
}

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: '../shared/data/retrieval' },
      write: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  const sets: Read[] = [];
  for (const collection of collections) {
    for (const set of await readTuningSets(values.data, collection)) {
      sets.push({ collection, name: set.name, candidates: readCandidates(set) });
    }
  }
  const columns = featureNames.flatMap((name, column) => (values.without.includes(name) ? [] : [column]));
  const settings = {
    ...usualSettings,
    columns,
    ...Object.fromEntries(values.set.map((one) => [one.split('=')[0] ?? '', Number(one.split('=')[1])])),
  };
  if (values.write) {
    const model = boost(joinCandidates(sets.map(({ candidates }) => candidates)), settings);
    await writeFile(weightsPath, `${JSON.stringify({ trainedOn, features: featureNames, model })}\n`);
    return;
  }
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write(
    'set                     base: R@1   R@3   R@5   MRR   other set: R@1 R@3   R@5   MRR   folds: R@1  R@3   R@5   MRR',
  );
  const folded = sets.map(() => [0, 0, 0, 0]);
  for (let fold = 0; fold < folds; fold += 1) {
    const isTested = (candidates: Candidates) => (query: number) =>
      Math.floor((query * folds) / (candidates.starts.length - 1)) === fold;
    const model = boost(
      joinCandidates(
        sets.map(({ candidates }) => takeQueries(candidates, (query) => !isTested(candidates)(query))),
      ),
      settings,
    );
    sets.forEach(({ candidates }, at) => {
      const tested = takeQueries(candidates, isTested(candidates));
      measure(scoreRows(model, tested), tested).forEach((figure, place) => {
        const known = folded[at];
        if (known !== undefined)
          known[place] =
            (known[place] ?? 0) + (figure * (tested.starts.length - 1)) / (candidates.starts.length - 1);
      });
    });
  }
  const means = [0, 1, 2].map(() => [0, 0, 0, 0]);
  for (const collection of collections) {
    const model = boost(
      joinCandidates(sets.filter((set) => set.collection !== collection).map(({ candidates }) => candidates)),
      settings,
    );
    sets.forEach((set, at) => {
      if (set.collection !== collection) return;
      const base = Float64Array.from(
        set.candidates.isRight,
        (_, row) => set.candidates.rows[row * set.candidates.columns] ?? 0,
      );
      const figures = [
        measure(base, set.candidates),
        measure(scoreRows(model, set.candidates), set.candidates),
        folded[at] ?? [],
      ];
      for (const [kind, of] of figures.entries()) {
        for (const [place, figure] of of.entries()) {
          const mean = means[kind];
          if (mean !== undefined) mean[place] = (mean[place] ?? 0) + figure / sets.length;
        }
      }
      write(`${`${collection} ${set.name}`.padEnd(24)}${figures.map(format).join('     ')}`);
    });
  }
  write(`${'mean'.padEnd(24)}${means.map(format).join('     ')}`);
}

function format(figures: readonly number[]): string {
  return figures.map((figure) => figure.toFixed(2).padStart(6)).join('');
}
