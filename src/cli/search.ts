/** Finds passages in the terminal, with the reason for each score. */
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../config.ts';
import { UserError } from '../errors.ts';
import { loadArticle, shippedArticlePath } from '../knowledge/load-article.ts';
import { createLexicalRetriever, rankParagraphs } from '../knowledge/retrieval/lexical-retriever.ts';
import type { Hit } from '../knowledge/retrieval/retriever.ts';
import { runCommandLine } from './run-command-line.ts';

const usage = `Usage: npm run -s search -- "WORDS" [--limit N] [--json]

Lists the passages of the article that are nearest to the words, best first.

  --limit N   how many passages at most, 1 to 100 (5)
  --json      print one JSON object: query, hits, retrieved (paragraph numbers, best first)
  --help      print this`;

/** How many of the terms that made a score are printed. */
const shownTerms = 8;

await runCommandLine({ usage, run }, process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  const { query, limit, json } = readArguments(args);
  const { articlePath } = loadConfig(readEnvironment());
  const retriever = createLexicalRetriever(await loadArticle(articlePath ?? shippedArticlePath));
  const hits = await retriever.retrieve(query, { limit });
  process.stdout.write(`${json ? toJson(query, hits) : toText(hits)}\n`);
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { limit: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const query = positionals.join(' ').trim();
  if (query === '') throw new UserError('arguments-invalid', 'Say what to search for.');
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new UserError('arguments-invalid', '--limit must be a whole number from 1 to 100.');
  return { query, limit, json: values.json };
}

function toJson(query: string, hits: readonly Hit[]): string {
  return JSON.stringify({
    query,
    hits: hits.map(({ passage, score, terms }) => ({
      paragraph: passage.paragraph,
      passage: passage.id,
      score,
      text: passage.text,
      terms,
    })),
    retrieved: rankParagraphs(hits),
  });
}

function toText(hits: readonly Hit[]): string {
  if (hits.length === 0) return 'Nothing in the article is near to that.';
  return hits
    .map(({ passage, score, terms }) => {
      const reasons = terms
        .slice(0, shownTerms)
        .map(({ term, field, score: part }) => `${term} (${field} ${part.toFixed(1)})`);
      return `¶${passage.paragraph}  ${passage.id}  ${score.toFixed(2)}\n${passage.text}\n  ${reasons.join(', ')}`;
    })
    .join('\n\n');
}
