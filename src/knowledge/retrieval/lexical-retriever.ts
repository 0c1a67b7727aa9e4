/** Finds passages by their words: the text index over the article, and over what is kept beside it to help finding. */
import type { Article, Passage } from '../article.ts';
import { foldText } from '../text/fold.ts';
import {
  type ArticleIndex,
  indexArticle,
  openArticleIndex,
  type PassageField,
  passageFields,
} from './article-index.ts';
import { readFieldLabels } from './field-labels.ts';
import type { IndexData } from './index-data.ts';
import { rarityOf } from './postings.ts';
import type { Hit, MatchedTerm, Retriever, ScorePart } from './retriever.ts';
import { type ScoreWeights, scoreWeights } from './score-weights.ts';
import { readSearchQuery, type SearchQuery } from './search-query.ts';
import { type Found, scoreTexts, searchTexts, type WeighedTerm } from './text-index.ts';

/** Likeness below this is chance: two questions about one article share words. */
const leastLikeness = 0.3;
const mostTerms = 40;

interface LexicalSettings {
  readonly weights?: ScoreWeights;
  /** The article's index, where it is there already: `indexArticle(article)`, or one that was read from a file of it. */
  readonly index?: IndexData;
}

/** Makes the retriever of one article. Hits that score alike stand in the article's order. */
export function createLexicalRetriever(
  article: Article,
  { weights = scoreWeights, index }: LexicalSettings = {},
): Retriever {
  const opened = openArticleIndex(article, index ?? indexArticle(article));
  const title = foldText(article.title).text;
  return {
    async retrieve(text, { limit }) {
      const query = readSearchQuery(text, title);
      const { scored, evidence } = scorePassages(query, article.passages, opened, weights);
      return scored
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score || one.number - other.number)
        .slice(0, Math.max(0, limit))
        .map(({ passage, score, number, label, parts }) => ({
          passage,
          score,
          terms: [...label, ...explain(number, opened, evidence)].slice(0, mostTerms),
          parts: parts.filter(({ score }) => score !== 0),
        }));
    },
  };
}

/** The numbers of the paragraphs of hits, each once, best first. */
export function rankParagraphs(hits: readonly Hit[]): number[] {
  return [...new Set(hits.map(({ passage }) => passage.paragraph))];
}

interface ScoredPassage {
  readonly passage: Passage;
  readonly number: number;
  readonly score: number;
  readonly label: readonly MatchedTerm[];
  readonly parts: readonly ScorePart[];
}

/** One field's terms with what they count in it. */
interface Evidence {
  readonly field: PassageField;
  readonly terms: readonly WeighedTerm[];
  readonly weight: number;
}

function scorePassages(
  query: SearchQuery,
  passages: readonly Passage[],
  index: ArticleIndex,
  weights: ScoreWeights,
): { scored: ScoredPassage[]; evidence: Evidence[] } {
  const totals = new Float64Array(passages.length);
  const parts: ScorePart[][] = passages.map(() => []);
  const add = (number: number, name: ScorePart['name'], score: number): void => {
    totals[number] = (totals[number] ?? 0) + score;
    parts[number]?.push({ name, score });
  };
  const evidence: Evidence[] = [];
  const first = index.startOf('text');
  const { found, terms } = searchTexts(index.data, query, {
    from: first,
    to: first + passages.length,
    limit: passages.length,
  });
  evidence.push({ field: 'text', terms, weight: 1 });
  for (const one of found) addText(one, (name, score) => add(one.number - first, name, weights.text * score));
  for (const field of passageFields) {
    if (field === 'text') continue;
    const from = index.startOf(field);
    const { scores, terms } = scoreTexts(index.data, query.terms, from, from + passages.length);
    evidence.push({ field, terms, weight: weights[field] });
    for (const [number, score] of scores.entries()) add(number, field, weights[field] * score);
  }
  const best = passages.reduce(
    (most, { field }, number) => (field === null ? Math.max(most, totals[number] ?? 0) : most),
    1,
  );
  const likeness = index.questions.likeness(query.keys);
  const named = readNamedFields(query, terms, index, passages.length);
  const scored = passages.map((passage, number): ScoredPassage => {
    const total = totals[number] ?? 0;
    const alike = Math.max(0, (likeness[number] ?? 0) - leastLikeness) / (1 - leastLikeness);
    const lift = weights.likeness * alike * best;
    const ofPassage = parts[number] ?? [];
    ofPassage.push({ name: 'likeness', score: lift });
    const { field } = passage;
    if (field === null) return { passage, number, score: total + lift, label: [], parts: ofPassage };
    const labelled =
      weights.label * best * (named.fields.has(field) || namesWhole(query, passage) ? named.share : 0);
    const kept = labelled > 0 ? total * named.share : total * weights.unnamed;
    ofPassage.push({ name: 'label', score: labelled }, { name: 'unnamed', score: kept - total });
    return {
      passage,
      number,
      score: kept + lift + labelled,
      label: labelled > 0 ? [{ term: field, field: 'label', score: labelled }] : [],
      parts: ofPassage,
    };
  });
  return { scored, evidence };
}

function addText(
  { text, sentence, learned }: Found,
  add: (name: ScorePart['name'], score: number) => void,
): void {
  add('text', text);
  add('sentence', sentence);
  add('learned', learned);
}

/** The fields that a query names by their labels, and how much of it they explain: 1 where it asks for nothing else. */
function readNamedFields(
  { folded }: SearchQuery,
  terms: readonly WeighedTerm[],
  { inFields }: ArticleIndex,
  passages: number,
) {
  const { fields, rest } = readFieldLabels(folded);
  const rarities = new Map(terms.map(({ key, rarity }) => [key, rarity]));
  // Single characters, and pairs with an empty one, are what is left where a label was cut out.
  const massOf = (of: readonly Pick<WeighedTerm, 'key' | 'kind' | 'weight'>[]) =>
    of.reduce(
      (mass, { key, kind, weight }) =>
        mass + (kind !== 'character' && weight >= 1 ? (rarities.get(key) ?? rarityOf(0, passages)) : 0),
      0,
    );
  const unexplained = massOf(readSearchQuery(rest).content.filter(({ key }) => !inFields.has(key | 0)));
  const mass = Math.max(massOf(terms), unexplained);
  return { fields, share: mass > 0 ? (1 - unexplained / mass) ** 2 : 1 };
}

const shortestName = 2;
const longestName = 12;

/** Whether a query holds all of a short field: the author's name, the editor's. */
function namesWhole({ folded }: SearchQuery, { text, field }: Passage): boolean {
  if (field !== 'author' && field !== 'editor') return false;
  const name = foldText(text).text;
  return name.length >= shortestName && name.length <= longestName && folded.includes(name);
}

/** Which terms made the score, the most telling first. */
function explain(passage: number, index: ArticleIndex, evidence: readonly Evidence[]): MatchedTerm[] {
  const matched = new Map<string, MatchedTerm>();
  for (const { field, terms, weight: ofField } of evidence) {
    const text = index.startOf(field) + passage;
    for (const { key, text: term, weight, rarity } of terms) {
      const score = ofField * weight * rarity * index.weightOf(key, text);
      if (score <= 0) continue;
      const name = field === 'paragraph' ? 'text' : field;
      const id = `${name} ${term}`;
      matched.set(id, { term, field: name, score: score + (matched.get(id)?.score ?? 0) });
    }
  }
  return [...matched.values()].sort((one, other) => other.score - one.score);
}
