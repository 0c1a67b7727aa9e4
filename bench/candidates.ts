/** Reads the tuning sets as candidates for the reranker: the same path as a search, up to its features. */
import { readFile } from 'node:fs/promises';
import { type IndexedText, indexTexts } from '../src/knowledge/retrieval/index-data.ts';
import { removeQuestionWords, stopCharacters } from '../src/knowledge/retrieval/question-phrases.ts';
import { featureCount, readFeatures } from '../src/knowledge/retrieval/rerank-features.ts';
import { readSearchQuery } from '../src/knowledge/retrieval/search-query.ts';
import { mostCandidates, pickBest, scoreTexts } from '../src/knowledge/retrieval/text-index.ts';
import { foldText } from '../src/knowledge/text/fold.ts';
import type { Candidates } from './boost.ts';

export interface BenchQuery {
  readonly id: string;
  readonly q: string;
  readonly gold: readonly string[];
  readonly group?: string;
}

/** A set of texts and queries, each way of searching it apart. */
export interface TuningSet {
  readonly name: string;
  readonly docs: readonly IndexedText[];
  readonly queries: readonly BenchQuery[];
}

async function readLines<T>(path: string): Promise<T[]> {
  return (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

/** The ways in which a collection is searched: in its article, in all articles, as whole paragraphs, and in words of an alphabet. */
export async function readTuningSets(folder: string, name: string, script = ''): Promise<TuningSet[]> {
  const read = async (kind: string) => ({
    docs: await readLines<IndexedText>(`${folder}/${kind}/${name}.docs.jsonl`),
    queries: await readLines<BenchQuery>(`${folder}/${kind}/${name}.queries${script}.jsonl`),
  });
  const article = await read('article');
  const corpus = await read('corpus');
  return [
    { name: 'article', ...article },
    { name: 'corpus', ...corpus },
    {
      name: 'articles',
      docs: article.docs,
      queries: article.queries.map(({ id, q, gold }) => ({ id, q, gold })),
    },
    {
      name: 'alphabet',
      docs: article.docs.map((doc) => ({ ...doc, text: spellInLetters(doc.text) })),
      queries: article.queries.map((query) => ({
        ...query,
        q: spellInLetters(removeQuestionWords(foldText(query.q).text), stopCharacters),
      })),
    },
  ];
}

const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A Chinese text with each word as one of Latin letters, spaces between: how a text in English looks to the index. */
function spellInLetters(text: string, without: ReadonlySet<string> = new Set()): string {
  return Array.from(wordSegmenter.segment(foldText(text).text), ({ segment }) => {
    if (without.has(segment)) return '';
    return segment.replace(/\p{Script=Han}+/gu, (han) => {
      return ` x${Array.from(han, (character) => character.codePointAt(0)?.toString(16)).join('')} `;
    });
  }).join('');
}

/** The candidates of each query with their features. */
export function readCandidates({ docs, queries }: TuningSet): Candidates {
  const index = indexTexts(docs);
  const rows: Float32Array[] = [];
  const isRight: number[] = [];
  const starts = [0];
  for (const { q, gold, group } of queries) {
    const query = readSearchQuery(q);
    const number = group === undefined ? -1 : index.groups.indexOf(group);
    const from = number < 0 ? 0 : (index.groupStarts[number] ?? 0);
    const to = number < 0 ? index.ids.length : (index.groupStarts[number + 1] ?? 0);
    const scored = scoreTexts(index, query.terms, from, to);
    const candidates = pickBest(scored.scores, mostCandidates);
    rows.push(readFeatures(index, query, scored, candidates).rows);
    for (const candidate of candidates)
      isRight.push(gold.includes(index.ids[from + candidate] ?? '') ? 1 : 0);
    starts.push(isRight.length);
  }
  const all = new Float32Array(isRight.length * featureCount);
  let end = 0;
  for (const row of rows) {
    all.set(row, end);
    end += row.length;
  }
  return { columns: featureCount, rows: all, starts, isRight: Uint8Array.from(isRight) };
}

/** Recall at 1, 3 and 5 and MRR at 10, in per cent, by scores; a query whose right text is no candidate counts as missed. */
export function measure(scores: Float64Array, { starts, isRight }: Candidates): number[] {
  const totals = [0, 0, 0, 0];
  const queries = starts.length - 1;
  for (let query = 0; query < queries; query += 1) {
    const order = Array.from(
      { length: (starts[query + 1] ?? 0) - (starts[query] ?? 0) },
      (_, at) => (starts[query] ?? 0) + at,
    );
    order.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
    const rank = order.findIndex((row) => isRight[row] === 1);
    if (rank < 0) continue;
    [1, 3, 5].forEach((limit, at) => {
      if (rank < limit) totals[at] = (totals[at] ?? 0) + 1;
    });
    if (rank < 10) totals[3] = (totals[3] ?? 0) + 1 / (rank + 1);
  }
  return totals.map((total) => (100 * total) / Math.max(1, queries));
}
