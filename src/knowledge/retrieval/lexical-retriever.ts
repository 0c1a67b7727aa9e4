/** Finds passages by their words: BM25 over the text, and over what is kept beside it to help finding. */
import type { Article, Passage } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { type ArticleIndex, indexArticle } from './article-index.ts';
import { readFieldLabels } from './field-labels.ts';
import { parseQuery, type Query, readContentTerms } from './query.ts';
import type { Hit, MatchedTerm, Retriever } from './retriever.ts';
import { type ScoreWeights, scoreWeights } from './score-weights.ts';
import type { WeightedTerm } from './term-index.ts';

/** Likeness below this is chance: two questions about one article share words. */
const leastLikeness = 0.3;
const mostTerms = 40;

/** Indexes one article. Hits that score alike stand in the article's order. */
export function createLexicalRetriever(article: Article, weights: ScoreWeights = scoreWeights): Retriever {
  const index = indexArticle(article);
  const title = foldText(article.title).text;
  return {
    async retrieve(text, { limit }) {
      const query = parseQuery(text, title);
      return scorePassages(query, article.passages, index, weights)
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score || one.number - other.number)
        .slice(0, Math.max(0, limit))
        .map(({ passage, score, number, label }) => ({
          passage,
          score,
          terms: [...label, ...explain(query, number, index, weights)].slice(0, mostTerms),
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
}

function scorePassages(
  query: Query,
  passages: readonly Passage[],
  index: ArticleIndex,
  weights: ScoreWeights,
): ScoredPassage[] {
  const totals = new Float64Array(passages.length);
  for (const { name, score } of index.evidence) {
    score(query.terms).forEach((found, number) => {
      totals[number] = (totals[number] ?? 0) + weights[name] * found;
    });
  }
  const best = passages.reduce(
    (most, { field }, number) => (field === null ? Math.max(most, totals[number] ?? 0) : most),
    1,
  );
  const likeness = index.questions.likeness(query.allTerms);
  const named = readNamedFields(query, index);
  return passages.map((passage, number) => {
    const found = totals[number] ?? 0;
    const alike = Math.max(0, (likeness[number] ?? 0) - leastLikeness) / (1 - leastLikeness);
    const lift = weights.likeness * alike * best;
    const { field } = passage;
    if (field === null) return { passage, number, score: found + lift, label: [] };
    const labelled =
      weights.label * best * (named.fields.has(field) || namesWhole(query, passage) ? named.share : 0);
    return {
      passage,
      number,
      score: (labelled > 0 ? found * named.share : found * weights.unnamed) + lift + labelled,
      label: labelled > 0 ? [{ term: field, field: 'label', score: labelled }] : [],
    };
  });
}

/** The fields that a query names by their labels, and how much of it they explain: 1 where it asks for nothing else. */
function readNamedFields({ folded, terms }: Query, { rarity, isInFields }: ArticleIndex) {
  const { fields, rest } = readFieldLabels(folded);
  // Single characters, and pairs with an empty one, are what is left where a label was cut out.
  const massOf = (weighted: readonly WeightedTerm[]) =>
    weighted.reduce(
      (mass, { term, weight }) => mass + (term.length > 1 && weight >= 1 ? rarity(term) : 0),
      0,
    );
  const unexplained = massOf(readContentTerms(rest).filter(({ term }) => !isInFields(term)));
  const mass = Math.max(massOf(terms), unexplained);
  return { fields, share: mass > 0 ? (1 - unexplained / mass) ** 2 : 1 };
}

const shortestName = 2;
const longestName = 12;

/** Whether a query holds all of a short field: the author's name, the editor's. */
function namesWhole({ folded }: Query, { text, field }: Passage): boolean {
  const isName = field === 'author' || field === 'editor';
  const name = foldText(text).text;
  return isName && name.length >= shortestName && name.length <= longestName && folded.includes(name);
}

/** Which terms made the score, the most telling first. */
function explain(
  query: Query,
  passage: number,
  { evidence }: ArticleIndex,
  weights: ScoreWeights,
): MatchedTerm[] {
  const terms = new Map<string, MatchedTerm>();
  for (const { name, weightOf } of evidence) {
    const field = name === 'sentence' || name === 'paragraph' ? 'text' : name;
    for (const { term, weight } of query.terms) {
      const score = weights[name] * weight * weightOf(term, passage);
      if (score <= 0) continue;
      const key = `${field} ${term}`;
      terms.set(key, { term, field, score: score + (terms.get(key)?.score ?? 0) });
    }
  }
  return [...terms.values()].sort((one, other) => other.score - one.score);
}
