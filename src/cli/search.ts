/** Lists the passages that are nearest to some words, in the terminal. */
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { loadArticle, shippedArticlePath } from '../knowledge/load-article.ts';
import { createLexicalRetriever, rankParagraphs } from '../knowledge/retrieval/lexical-retriever.ts';
import type { Hit } from '../knowledge/retrieval/retriever.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s search -- "WORDS" [--explain] [--json] [--limit N]

Finds the passages of the article that are nearest to some words or a question, best first.

  --explain  show every part of each score, and what each term counts
  --json     print one JSON object: {"query", "hits": [{"paragraph", "passage", "score", "text", "terms", "parts"}], "retrieved"}
  --limit N  at most N passages (5; 1 to 100)
  --help     print this`;

const usualLimit = '5';
const mostPassages = 100;
/** So many of the terms that found a passage are printed for a reader; --json has all. */
const shownTerms = 8;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { query, json, explain, limit } = readArguments(args);
  const article = await loadArticle(loadConfig(readEnvironment()).articlePath ?? shippedArticlePath);
  const hits = await createLexicalRetriever(article).retrieve(query, { limit });
  process.stdout.write(`${json ? toJson(query, hits) : toText(hits, explain)}\n`);
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      limit: { type: 'string', default: usualLimit },
    },
    allowPositionals: true,
  });
  const query = positionals.join(' ');
  if (query.trim() === '') throw new UserError('arguments-invalid', 'Give the words to search for.');
  const limit = Number(values.limit);
  if (!/^\d+$/.test(values.limit) || limit < 1 || limit > mostPassages) {
    throw new UserError(
      'arguments-invalid',
      `--limit ${values.limit}: not a number from 1 to ${mostPassages}.`,
    );
  }
  return { query, json: values.json, explain: values.explain, limit };
}

function toJson(query: string, hits: readonly Hit[]): string {
  return JSON.stringify({
    query,
    hits: hits.map(({ passage, score, terms, parts }) => ({
      paragraph: passage.paragraph,
      passage: passage.id,
      score,
      text: passage.text,
      terms,
      parts,
    })),
    retrieved: rankParagraphs(hits),
  });
}

function toText(hits: readonly Hit[], explain: boolean): string {
  if (hits.length === 0) return 'No passage has any of these words.';
  return hits.map(explain ? explainHit : describeHit).join('\n\n');
}

function describeHit({ passage, score, terms }: Hit): string {
  const shown = terms
    .slice(0, shownTerms)
    .map(({ term, field }) => (field === 'text' ? term : `${term} (${field})`));
  return `¶${passage.paragraph}  ${score.toFixed(2)}\n${passage.text}\n${shown.join('  ')}`;
}

/** A hit with the parts that its score adds up to, and what each term counts before the reranker orders them. */
function explainHit({ passage, score, terms, parts = [] }: Hit): string {
  const sum = parts.map((part) => `${part.score.toFixed(2)} ${part.name}`).join(' + ');
  const counted = terms.map((one) => `  ${one.score.toFixed(2).padStart(6)}  ${one.term}  (${one.field})`);
  return [`¶${passage.paragraph}  ${score.toFixed(2)} = ${sum}`, passage.text, ...counted].join('\n');
}
