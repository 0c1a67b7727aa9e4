/** How often the retriever finds the right text first: on the shipped article, or on sets of texts and queries. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readQuestions } from '../src/cli/read-questions.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import { UserError } from '../src/errors.ts';
import { planQuestion } from '../src/knowledge/answering/plan-question.ts';
import { loadArticle, shippedArticlePath } from '../src/knowledge/load-article.ts';
import { createLexicalRetriever, rankParagraphs } from '../src/knowledge/retrieval/lexical-retriever.ts';
import type { Retriever } from '../src/knowledge/retrieval/retriever.ts';
import { type ScoreWeights, scoreWeights } from '../src/knowledge/retrieval/score-weights.ts';
import { type Rank, summariseRanks } from './recall.ts';
import { textsAsArticle } from './texts-as-article.ts';

const usage = `Usage: npm run -s bench:retrieval -- [--docs FILE --queries FILE] [--weight NAME=VALUE ...] [--misses]

Prints how often the right text is found first, among the first 3 and 5, and the mean reciprocal rank.
With no files: the shipped article and eval/questions.jsonl, each group apart.

  --docs FILE          one {"id", "text", "group"?} a line
  --queries FILE       one {"id", "q", "gold": [ids], "group"?} a line; with a group, only its texts are searched.
                       Without --docs: questions about the shipped article, as in eval/questions.jsonl
  --weight NAME=VALUE  another weight for one part of the score; 0 leaves it out
                       (${Object.keys(scoreWeights).join(', ')})
  --misses             list the queries whose right text was not first
  --help               print this`;

const docSchema = z.object({ id: z.string(), text: z.string(), group: z.string().optional() });
const querySchema = z.object({
  id: z.string(),
  q: z.string(),
  gold: z.array(z.string()),
  group: z.string().optional(),
});

/** A question, where its right text stood, and what was found first. */
interface Trial {
  readonly group: string;
  readonly question: string;
  readonly rank: Rank;
  readonly found: string;
}

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      docs: { type: 'string' },
      queries: { type: 'string' },
      weight: { type: 'string', multiple: true, default: [] },
      misses: { type: 'boolean', default: false },
    },
  });
  const weights = readWeights(values.weight);
  if (values.docs !== undefined && values.queries === undefined) {
    throw new UserError('arguments-invalid', '--docs needs --queries.');
  }
  const started = performance.now();
  const trials =
    values.docs === undefined
      ? await tryArticle(values.queries ?? 'eval/questions.jsonl', weights)
      : await trySets(values.docs, values.queries ?? '', weights);
  print(trials, performance.now() - started, values.misses);
}

function readWeights(settings: readonly string[]): ScoreWeights {
  const weights = { ...scoreWeights };
  for (const setting of settings) {
    const [name = '', value = ''] = setting.split('=');
    if (!isWeight(name) || value.trim() === '' || !Number.isFinite(Number(value))) {
      throw new UserError('arguments-invalid', `--weight ${setting}: not NAME=VALUE of a known weight.`);
    }
    weights[name] = Number(value);
  }
  return weights;
}

function isWeight(name: string): name is keyof ScoreWeights {
  return name in scoreWeights;
}

async function tryArticle(path: string, weights: ScoreWeights): Promise<Trial[]> {
  const article = await loadArticle(shippedArticlePath);
  const retriever = createLexicalRetriever(article, weights);
  const ports = {
    article,
    retriever,
    planner: null,
    signal: new AbortController().signal,
    noteFailure: () => {},
  };
  const trials: Trial[] = [];
  for (const { group = '', question, history, paragraphs = [] } of await readQuestions(path)) {
    if (paragraphs.length === 0) continue;
    const { hits } = await planQuestion(question, history ?? [], ports);
    const ranked = rankParagraphs(hits);
    const rank = ranked.findIndex((paragraph) => paragraphs.includes(paragraph));
    trials.push({ group, question, rank, found: `¶${ranked[0] ?? '-'}, not ¶${paragraphs.join(' ¶')}` });
  }
  return trials;
}

async function trySets(docsPath: string, queriesPath: string, weights: ScoreWeights): Promise<Trial[]> {
  const groups = Map.groupBy(await readLines(docsPath, docSchema), ({ group }) => group ?? '');
  const retrievers = new Map<string, { retriever: Retriever; ids: readonly string[] }>();
  for (const [group, docs] of groups) {
    const article = textsAsArticle(docs.map(({ text }) => text));
    retrievers.set(group, {
      retriever: createLexicalRetriever(article, weights),
      ids: docs.map(({ id }) => id),
    });
  }
  const trials: Trial[] = [];
  for (const { q, gold, group = '' } of await readLines(queriesPath, querySchema)) {
    const searched = retrievers.get(group);
    const hits = (await searched?.retriever.retrieve(q, { limit: 50 })) ?? [];
    const ranked = rankParagraphs(hits).map((paragraph) => searched?.ids[paragraph - 1] ?? '');
    const rank = ranked.findIndex((id) => gold.includes(id));
    trials.push({ group: 'all', question: q, rank, found: `${ranked[0] ?? '-'}, not ${gold.join(' ')}` });
  }
  return trials;
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError('file-unreadable', `${path} cannot be read.`);
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch {
      throw new UserError('file-unreadable', `${path}, line ${index + 1}: not an object of the right shape.`);
    }
  });
}

function print(trials: readonly Trial[], milliseconds: number, misses: boolean): void {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write('group            questions    R@1    R@3    R@5    MRR');
  const groups = [...Map.groupBy(trials, ({ group }) => group)];
  const rows: (readonly [string, readonly Trial[]])[] =
    groups.length > 1 ? [...groups, ['all', trials]] : groups;
  for (const [group, ofGroup] of rows) {
    const { questions, at1, at3, at5, meanReciprocalRank } = summariseRanks(ofGroup.map(({ rank }) => rank));
    const figures = [at1, at3, at5, meanReciprocalRank]
      .map((figure) => figure.toFixed(1).padStart(6))
      .join(' ');
    write(`${group.padEnd(16)} ${String(questions).padStart(9)} ${figures}`);
  }
  write(`${(milliseconds / 1000).toFixed(1)} s with reading and indexing`);
  if (!misses) return;
  for (const { group, question, rank, found } of trials) {
    if (rank !== 0)
      write(`${group}: ${question}  (found ${found}; right one at ${rank < 0 ? '-' : rank + 1})`);
  }
}
