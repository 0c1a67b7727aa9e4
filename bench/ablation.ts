/** What each part of the retriever is worth: its recall with the part left out, on the tuning sets. */
import { parseArgs } from 'node:util';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { indexTexts } from '../src/knowledge/retrieval/index-data.ts';
import { readKeys } from '../src/knowledge/retrieval/postings.ts';
import { featureNames } from '../src/knowledge/retrieval/rerank-features.ts';
import weights from '../src/knowledge/retrieval/rerank-weights.json' with { type: 'json' };
import {
  readSearchQuery,
  type SearchQuery,
  type SearchTerm,
} from '../src/knowledge/retrieval/search-query.ts';
import { pickBest, scoreTexts } from '../src/knowledge/retrieval/text-index.ts';
import { boost, joinCandidates, scoreRows, usualSettings } from './boost.ts';
import { measure, readCandidates, readTuningSets, type TuningSet } from './candidates.ts';

const usage = `Usage: npm run -s bench:ablation -- [--data FOLDER] [--quick]

Prints R@1 and R@3 on each tuning set (see npm run train:reranker -- --help): first of BM25 alone with a part left
out, then of the whole with the reranker learned on the other set, with and without a family of its features.

  --data FOLDER  where the sets are (../shared/data/retrieval)
  --quick        leave out the families, each of which is learned anew
  --help         print this`;

const collections = ['cmrc_trial', 'drcd_dev'] as const;

const families: Readonly<Record<string, readonly (typeof featureNames)[number][]>> = {
  neighbours: ['before', 'after', 'neighbour'],
  words: ['words', 'sentenceWords', 'wordCount'],
  'best sentence': [
    'sentence',
    'secondSentence',
    'thirdSentence',
    'sentenceCharacters',
    'sentencePairs',
    'sentencePlace',
  ],
  'coverage and rare terms': ['characters', 'rarest', 'missing', 'foreign'],
  'runs, density, order': ['run', 'density', 'order'],
  'lengths and what is new': ['length', 'sentenceLength', 'new', 'newNumbers', 'numbers'],
  'how clear the lead is': ['ahead', 'second', 'third'],
};

/** Ways to read a query's terms for BM25. */
const readings: Readonly<Record<string, (query: SearchQuery) => readonly SearchTerm[]>> = {
  'BM25, the whole question': ({ units }) => {
    const terms = new Map<number, SearchTerm>();
    for (const key of readKeys(Uint32Array.from(units)))
      terms.set(key, { key, text: '', kind: 'character', weight: (terms.get(key)?.weight ?? 0) + 1 });
    return [...terms.values()];
  },
  'without question words': ({ terms }) => terms,
  '  and without pairs': ({ terms }) => terms.filter(({ kind }) => kind !== 'pair'),
  '  and without characters': ({ terms }) => terms.filter(({ kind }) => kind !== 'character'),
  '  and without numbers by value': ({ terms }) => terms.filter(({ kind }) => kind !== 'number'),
};

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: '../shared/data/retrieval' },
      quick: { type: 'boolean', default: false },
    },
  });
  const sets: (TuningSet & { collection: string })[] = [];
  for (const collection of collections) {
    for (const set of await readTuningSets(values.data, collection)) sets.push({ ...set, collection });
  }
  const shown = sets.filter(({ name }) => name === 'article' || name === 'corpus');
  const print = (label: string, figures: readonly (readonly number[])[]): void => {
    const cells = figures.map(
      ([at1 = 0, at3 = 0]) => `${at1.toFixed(2).padStart(8)}${at3.toFixed(2).padStart(8)}`,
    );
    process.stdout.write(`${label.padEnd(36)}${cells.join('  ')}\n`);
  };
  process.stdout.write(
    `${' '.repeat(36)}${shown.map(({ collection, name }) => `${collection} ${name}`.slice(0, 18).padEnd(18)).join('')}\n`,
  );
  for (const [label, read] of Object.entries(readings))
    print(
      label,
      shown.map((set) => measureReading(set, read)),
    );

  const known = sets.map((set) => ({ ...set, candidates: readCandidates(set) }));
  const knownShown = known.filter(({ name }) => name === 'article' || name === 'corpus');
  print(
    'and the best sentence',
    knownShown.map(({ candidates }) =>
      measure(
        scoreRows({ depth: 0, base: 1, features: [], thresholds: [], values: [] }, candidates),
        candidates,
      ),
    ),
  );
  const learn = (label: string, without: readonly string[]): void => {
    const columns = featureNames.flatMap((name, column) => (without.includes(name) ? [] : [column]));
    const models = new Map(
      collections.map((tested) => [
        tested as string,
        boost(
          joinCandidates(
            known.filter(({ collection }) => collection !== tested).map(({ candidates }) => candidates),
          ),
          {
            ...usualSettings,
            columns,
          },
        ),
      ]),
    );
    print(
      label,
      knownShown.map(({ collection, candidates }) => {
        const model = models.get(collection);
        return model === undefined ? [] : measure(scoreRows(model, candidates), candidates);
      }),
    );
  };
  learn('and reranked, learned on the other', []);
  if (!values.quick)
    for (const [family, names] of Object.entries(families)) learn(`  and without ${family}`, names);
  print(
    'as shipped (learned on both)',
    knownShown.map(({ candidates }) => measure(scoreRows(weights.model, candidates), candidates)),
  );
}

function measureReading(
  { docs, queries }: TuningSet,
  read: (query: SearchQuery) => readonly SearchTerm[],
): number[] {
  const index = indexTexts(docs);
  const found = [0, 0];
  for (const { q, gold, group } of queries) {
    const number = group === undefined ? -1 : index.groups.indexOf(group);
    const from = number < 0 ? 0 : (index.groupStarts[number] ?? 0);
    const to = number < 0 ? index.ids.length : (index.groupStarts[number + 1] ?? 0);
    const { scores } = scoreTexts(index, read(readSearchQuery(q)), from, to);
    const rank = pickBest(scores, 3).findIndex((text) => gold.includes(index.ids[from + text] ?? ''));
    if (rank === 0) found[0] = (found[0] ?? 0) + 1;
    if (rank >= 0) found[1] = (found[1] ?? 0) + 1;
  }
  return found.map((count) => (100 * count) / queries.length);
}
