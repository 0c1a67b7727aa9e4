/** Looks at candidates unit by unit: what the reranker knows of each, relative to the others of the same query. */

import type { IndexData } from './index-data.ts';
import { saturate } from './postings.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import type { SearchQuery } from './search-query.ts';
import type { Scored } from './text-index.ts';
import { UnitMatches } from './unit-matches.ts';

/** What is known of a candidate, in this order. Scores are shares of the query's whole mass or of the best candidate's. */
export const featureNames = [
  'base', // text and best sentence, relative to the best
  'ahead', // how far it is ahead of the best of the others
  'text',
  'sentence',
  'secondSentence',
  'thirdSentence',
  'characters', // of the query's characters and words, what share stands in it
  'sentenceCharacters',
  'sentencePairs',
  'rarest', // the most telling term that it has, and that it lacks
  'missing',
  'foreign', // words of letters and digits that it has
  'words', // whole words of the query
  'sentenceWords',
  'run', // the longest run of the query that stands in it
  'density', // how near each other the pairs stand in the best sentence
  'order', // how many of them stand in the query's order
  'before', // the scores of its neighbours in the article
  'after',
  'neighbour',
  'length',
  'sentenceLength',
  'new', // what its best sentence says that the query does not
  'newNumbers',
  'numbers',
  'sentencePlace',
  'second', // how near the second and third candidates are to the best
  'third',
  'wordCount',
] as const;
export const featureCount = featureNames.length;
type FeatureName = (typeof featureNames)[number];

const column = Object.fromEntries(featureNames.map((name, index) => [name, index])) as Record<
  FeatureName,
  number
>;

/** How much the best sentence adds to the text's own score before reranking: an answer stands in one place. */
export const sentenceShare = 0.4;

export interface Features {
  /** A row of `featureCount` for each candidate. */
  readonly rows: Float32Array;
  /** BM25 of the text, and of its best sentence. */
  readonly text: Float64Array;
  readonly sentence: Float64Array;
}

const matches = new UnitMatches();

/** Looks at the candidates, given by their numbers in `scored`. */
export function readFeatures(
  index: IndexData,
  query: SearchQuery,
  scored: Scored,
  candidates: readonly number[],
): Features {
  const plan = planQuery(query, scored.terms);
  const rows = new Float32Array(candidates.length * featureCount);
  const text = Float64Array.from(candidates, (candidate) => scored.scores[candidate] ?? 0);
  const sentence = new Float64Array(candidates.length);
  const units = new Int32Array(index.units.buffer, index.units.byteOffset, index.units.length);
  const mostRare = Math.log(scored.to - scored.from + 1) || 1;
  candidates.forEach((candidate, row) => {
    const number = scored.from + candidate;
    const group = groupOf(index, number);
    matches.read(units, index.unitStarts[number] ?? 0, index.unitStarts[number + 1] ?? 0, plan.places);
    sentence[row] = readRow(rows, row * featureCount, plan, index.usualSentences[group] || 1, mostRare);
    const [before, after] = readNeighbours(index, scored, number, group);
    const set = (name: FeatureName, value: number): void => {
      rows[row * featureCount + column[name]] = value;
    };
    set('before', before);
    set('after', after);
    set('neighbour', Math.max(before, after));
    set('length', (rows[row * featureCount + column.length] ?? 0) / (index.usualLengths[group] || 1));
    set('wordCount', query.words.length);
  });
  relate(rows, text, sentence, plan.mass);
  return { rows, text, sentence };
}

/** The scores of the texts before and after one in its article. */
function readNeighbours(
  index: IndexData,
  { from, to, scores }: Scored,
  text: number,
  group: number,
): [number, number] {
  if (index.groups[group] === '') return [0, 0];
  const first = Math.max(from, index.groupStarts[group] ?? 0);
  const after = Math.min(to, index.groupStarts[group + 1] ?? 0);
  return [
    text > first ? (scores[text - 1 - from] ?? 0) : 0,
    text + 1 < after ? (scores[text + 1 - from] ?? 0) : 0,
  ];
}

/** Fills in a candidate's own features from its matches; returns the score of its best sentence. */
function readRow(
  rows: Float32Array,
  start: number,
  plan: QueryPlan,
  usualSentence: number,
  mostRare: number,
): number {
  const { values, isPair, isForeign, earlier, termAt, pairAt, wordAt } = plan;
  const { inText, counts, wordIn, runs, runEnds } = plan.scratch;
  inText.fill(0);
  wordIn.fill(0);
  runEnds.fill(-2);
  let touched: number[] = [];
  let bestTerms: number[] = [];
  let words: number[] = [];
  let bestWords: number[] = [];
  let first = 0;
  let second = 0;
  let third = 0;
  let best = -1;
  let density = 0;
  let order = 0;
  let longestRun = 0;

  for (let match = 0; match < matches.count; ) {
    const sentence = matches.sentence[match] ?? 0;
    let pairs = 0;
    let inOrder = 0;
    let lastPair = -1;
    let firstAt = 0;
    let lastAt = 0;
    for (; match < matches.count && matches.sentence[match] === sentence; match += 1) {
      const at = matches.at[match] ?? 0;
      let place = matches.place[match] ?? 0;
      const term = termAt[place] ?? -1;
      if (term >= 0) {
        if (counts[term] === 0) touched.push(term);
        counts[term] = (counts[term] ?? 0) + 1;
      }
      let pair = -1;
      for (; place >= 0; place = earlier[place] ?? -1) {
        const goesOn = place > 0 && runEnds[place - 1] === at - 1;
        const run = goesOn ? (runs[place - 1] ?? 0) + 1 : 1;
        runs[place] = run;
        runEnds[place] = at;
        if (run > longestRun) longestRun = run;
        if (goesOn && (pairAt[place] ?? -1) >= 0) pair = pairAt[place] ?? -1;
        const word = wordAt[place] ?? -1;
        if (word >= 0 && run >= (plan.wordSizes[word] ?? 0)) words.push(word);
      }
      if (pair < 0) continue;
      if (counts[pair] === 0) touched.push(pair);
      counts[pair] = (counts[pair] ?? 0) + 1;
      if (pairs === 0) firstAt = at;
      lastAt = at;
      pairs += 1;
      if (pair > lastPair) inOrder += 1;
      lastPair = pair;
    }
    let score = 0;
    const relativeLength = (matches.lengths[sentence] ?? 0) / usualSentence;
    for (const term of touched) {
      score += (values[term] ?? 0) * saturate(counts[term] ?? 0, relativeLength);
      inText[term] = 1;
      counts[term] = 0;
    }
    for (const word of words) wordIn[word] = 1;
    if (score > first) {
      third = second;
      second = first;
      first = score;
      best = sentence;
      bestTerms = touched;
      bestWords = words;
      density = pairs > 0 ? pairs / (lastAt - firstAt + 1) : 0;
      order = pairs > 0 ? inOrder / pairs : 0;
    } else if (score > second) {
      third = second;
      second = score;
    } else if (score > third) third = score;
    touched = [];
    words = [];
  }

  let characters = 0;
  let rarest = 0;
  let missing = 0;
  let foreign = 0;
  for (let term = 0; term < values.length; term += 1) {
    const value = values[term] ?? 0;
    if (inText[term] === 0) {
      if (value > missing) missing = value;
      continue;
    }
    if (isPair[term] === 0) characters += value;
    if (value > rarest) rarest = value;
    if (isForeign[term] === 1) foreign += value;
  }
  let bestCharacters = 0;
  let bestPairs = 0;
  for (const term of bestTerms) {
    if (isPair[term] === 1) bestPairs += values[term] ?? 0;
    else bestCharacters += values[term] ?? 0;
  }
  let length = 0;
  let numbers = 0;
  for (let sentence = 0; sentence < matches.sentences; sentence += 1) {
    length += matches.lengths[sentence] ?? 0;
    numbers += matches.numbers[sentence] ?? 0;
  }
  const sumWords = (found: readonly number[]): number =>
    [...new Set(found)].reduce((sum, word) => sum + (plan.wordValues[word] ?? 0), 0);
  const characterMass = plan.mass - plan.pairMass;
  rows[start + column.sentence] = first;
  rows[start + column.secondSentence] = second;
  rows[start + column.thirdSentence] = third;
  rows[start + column.characters] = share(characters, characterMass);
  rows[start + column.sentenceCharacters] = share(bestCharacters, characterMass);
  rows[start + column.sentencePairs] = share(bestPairs, plan.pairMass);
  rows[start + column.rarest] = rarest / mostRare;
  rows[start + column.missing] = missing / mostRare;
  rows[start + column.foreign] = share(foreign, plan.mass);
  rows[start + column.words] = share(
    plan.wordValues.reduce((sum, value, word) => sum + value * (wordIn[word] ?? 0), 0),
    plan.wordMass,
  );
  rows[start + column.sentenceWords] = share(sumWords(bestWords), plan.wordMass);
  rows[start + column.run] = share(longestRun, plan.unitCount);
  rows[start + column.density] = density;
  rows[start + column.order] = order;
  rows[start + column.length] = length;
  rows[start + column.sentenceLength] = best < 0 ? 0 : (matches.lengths[best] ?? 0);
  rows[start + column.new] = best < 0 ? 0 : (matches.news[best] ?? 0);
  rows[start + column.newNumbers] = best < 0 ? 0 : (matches.numbers[best] ?? 0);
  rows[start + column.numbers] = numbers;
  rows[start + column.sentencePlace] = best < 0 ? 0 : share(best, matches.sentences);
  return first;
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Fills in what is relative to the other candidates. */
function relate(rows: Float32Array, text: Float64Array, sentence: Float64Array, mass: number): void {
  const bases = text.map((score, row) => score + sentenceShare * (sentence[row] ?? 0));
  const sorted = bases.toSorted().reverse();
  const [bestBase = 1, secondBase = 0, thirdBase = 0] = sorted;
  const bestText = Math.max(...text) || 1;
  const bestSentence = Math.max(...sentence) || 1;
  for (let row = 0; row < text.length; row += 1) {
    const start = row * featureCount;
    const base = bases[row] ?? 0;
    rows[start + column.base] = base / bestBase;
    rows[start + column.ahead] = share(base - (base === bestBase ? secondBase : bestBase), mass);
    rows[start + column.text] = (text[row] ?? 0) / bestText;
    for (const name of ['sentence', 'secondSentence', 'thirdSentence'] as const) {
      rows[start + column[name]] = (rows[start + column[name]] ?? 0) / bestSentence;
    }
    for (const name of ['before', 'after', 'neighbour'] as const) {
      rows[start + column[name]] = (rows[start + column[name]] ?? 0) / bestText;
    }
    rows[start + column.second] = secondBase / bestBase;
    rows[start + column.third] = thirdBase / bestBase;
  }
}

function groupOf({ groupStarts }: IndexData, text: number): number {
  let low = 0;
  let high = groupStarts.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((groupStarts[middle] ?? 0) <= text) low = middle;
    else high = middle;
  }
  return low;
}
