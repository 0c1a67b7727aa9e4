/** Which rule fuses the lexical and the dense scores best: measured with vectors that a table gives meaning. */
import { parseArgs } from 'node:util';
import { readQuestions } from '../src/cli/read-questions.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';
import type { Article } from '../src/knowledge/article.ts';
import { loadArticle, shippedArticlePath } from '../src/knowledge/load-article.ts';
import { buildDenseIndex } from '../src/knowledge/retrieval/dense-index.ts';
import { fuseScores } from '../src/knowledge/retrieval/fuse-scores.ts';
import { createLexicalRetriever } from '../src/knowledge/retrieval/lexical-retriever.ts';
import { readMeanings } from '../test/model-server/meaning.ts';
import { type Rank, summariseRanks } from './metrics.ts';

const usage = `Usage: npm run -s bench:fusion

Prints a table of recall at 1, by paragraph, for rules that fuse lexical and dense scores, on the questions of eval/
about the shipped article: with its enrichment in the lexical index, and without ("plain"). The vectors are made from
the article's text, glosses and aliases, so they know what the plain index does not; "blurred" vectors are half noise,
"noise" is nothing else.`;

type Rule = (lexical: readonly number[], dense: Float32Array) => ArrayLike<number>;

const rules: Readonly<Record<string, Rule>> = {
  'lexical alone': (lexical) => lexical,
  'dense alone': (_, dense) => dense,
  ...Object.fromEntries(
    [0.2, 0.5, 1].map((weight): [string, Rule] => [
      `best + ${weight} spread`,
      (lexical, dense) => fuseScores(lexical, dense, weight),
    ]),
  ),
  ...Object.fromEntries(
    [0.5, 1].map((weight): [string, Rule] => [`best + ${weight} cosine`, addCosine(weight)]),
  ),
  'standard scores, 0.3': (lexical, dense) => {
    const [words, meaning] = [standardise(lexical), standardise([...dense])];
    return words.map((score, number) => 0.7 * score + 0.3 * (meaning[number] ?? 0));
  },
  'reciprocal ranks, 60': (lexical, dense) => {
    const [words, meaning] = [rankAll(lexical), rankAll([...dense])];
    return words.map(
      (rank, number) =>
        ((lexical[number] ?? 0) > 0 ? 1 / (60 + rank) : 0) + 1 / (60 + (meaning[number] ?? 0)),
    );
  },
};

function addCosine(weight: number): Rule {
  return (lexical, dense) => {
    const best = Math.max(...lexical) || 1;
    return lexical.map((score, number) => score / best + weight * (dense[number] ?? 0));
  };
}

function standardise(scores: readonly number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation =
    Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map((score) => (score - mean) / deviation);
}

function rankAll(scores: readonly number[]): number[] {
  const ranks = new Array<number>(scores.length).fill(0);
  [...scores.keys()]
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
    .forEach((number, rank) => {
      ranks[number] = rank + 1;
    });
  return ranks;
}

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const article = await loadArticle(shippedArticlePath);
  const questions = (await readQuestions('eval/questions.jsonl')).filter(
    ({ paragraphs = [], history }) => paragraphs.length > 0 && !history?.length && !paragraphs.includes(0),
  );
  const own = questions.filter(({ group = '' }) => !/english|other/.test(group));
  const foreign = questions.filter(({ group = '' }) => /english|other/.test(group));
  const plain = { ...article, enrichment: [] };
  const embed = readMeanings(toTable(article));
  const noise = createNoise();
  const blurred = (text: string) => blend(embed(text), noise(article.passages.length), 0.5);
  const vectors: [string, (text: string) => number[]][] = [
    ['true', embed],
    ['blurred', blurred],
    ['noise', () => noise(64)],
  ];
  const columns: { readonly head: string; readonly rates: readonly string[] }[] = [];
  for (const [kind, embedText] of vectors) {
    for (const [name, searched] of [
      ['plain', plain],
      ['enriched', article],
    ] as const) {
      for (const [language, asked] of [
        ['zh', own],
        ['other', foreign],
      ] as const) {
        const trials = await score(searched, embedText, asked);
        const rates = Object.values(rules).map((combine) => {
          const ranks = trials.map(
            ({ lexical, dense, gold }): Rank => rankParagraph(searched, combine(lexical, dense), gold),
          );
          return summariseRanks(ranks).at1.toFixed(1);
        });
        columns.push({ head: `${kind} ${name} ${language}`, rates });
      }
    }
  }
  const lines = [
    `${own.length} questions in Chinese, ${foreign.length} in other languages`,
    toLine(
      '',
      columns.map(({ head }) => head),
    ),
    ...Object.keys(rules).map((rule, row) =>
      toLine(
        rule,
        columns.map(({ rates }) => rates[row] ?? ''),
      ),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function toLine(name: string, cells: readonly string[]): string {
  return ['', name, ...cells, ''].join(' | ').trim();
}

function toTable({ passages, enrichment }: Article): string[][] {
  const beside = new Map(enrichment.map((entry) => [entry.passage, entry]));
  return passages.map(({ id, text }) => {
    const entry = beside.get(id);
    return [text, entry?.gloss ?? '', ...(entry?.aliases ?? [])];
  });
}

async function score(
  article: Article,
  embed: (text: string) => number[],
  questions: Awaited<ReturnType<typeof readQuestions>>,
) {
  const retriever = createLexicalRetriever(article);
  const index = buildDenseIndex(article.passages.map(({ text }) => Float32Array.from(embed(text))));
  return Promise.all(
    questions.map(async ({ question, paragraphs = [] }) => {
      const hits = new Map(
        (await retriever.retrieve(question, { limit: article.passages.length })).map((hit) => [
          hit.passage.id,
          hit.score,
        ]),
      );
      return {
        lexical: article.passages.map(({ id }) => hits.get(id) ?? 0),
        dense:
          index?.similarities(Float32Array.from(embed(question))) ??
          new Float32Array(article.passages.length),
        gold: paragraphs,
      };
    }),
  );
}

function rankParagraph({ passages }: Article, scores: ArrayLike<number>, gold: readonly number[]): Rank {
  const order = [...passages.keys()].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  const ranked = [
    ...new Set(
      order.filter((number) => (scores[number] ?? 0) > 0).map((number) => passages[number]?.paragraph ?? 0),
    ),
  ];
  return ranked.findIndex((paragraph) => gold.includes(paragraph));
}

/** Vectors without meaning, the same in each run. */
function createNoise(): (dimension: number) => number[] {
  let seed = 1;
  const next = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return (dimension) => Array.from({ length: dimension }, () => next() - 0.5);
}

function blend(one: readonly number[], other: readonly number[], share: number): number[] {
  const [length, otherLength] = [Math.hypot(...one), Math.hypot(...other)];
  return one.map(
    (value, number) => ((1 - share) * value) / length + (share * (other[number] ?? 0)) / otherLength,
  );
}
