/** Finds passages by their words: BM25 over the text, and over what is kept beside it to help finding. */
import type { Article, Passage } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { splitSentences } from '../text/sentences.ts';
import { asksForField } from './field-labels.ts';
import { parseQuery, type Query } from './query.ts';
import type { Hit, MatchedTerm, Retriever } from './retriever.ts';
import { readTerms } from './search-terms.ts';
import { buildTermIndex, type TermIndex, type WeightedTerm } from './term-index.ts';

type Field = MatchedTerm['field'];

/** What each field adds. What is beside a passage helps to find it, but its own words weigh more. */
const fieldWeights: Readonly<Record<Exclude<Field, 'label'>, number>> = {
  text: 1,
  heading: 0.15,
  gloss: 0.8,
  aliases: 0.7,
  questions: 0.6,
};
/** The best sentence's score adds to that of its passage: an answer stands in one place. */
const bestSentenceWeight = 0.5;
/** A question kept beside a passage that is nearly the one asked is the strongest evidence there is. */
const likenessWeight = 8;
const leastLikeness = 0.6;
/** A label of a field in the query ("who wrote") brings that field first; without one it stays behind. */
const labelWeight = 30;
const withoutLabel = 0.3;
const saturation = { k1: 0.6, b: 0.4 };

interface FieldIndex {
  readonly field: Exclude<Field, 'label'>;
  readonly index: TermIndex;
}

/** Indexes one article. */
export function createLexicalRetriever(article: Article): Retriever {
  const { passages } = article;
  const title = foldText(article.title).text;
  const beside = new Map(article.enrichment.map((entry) => [entry.passage, entry]));
  const questions = passages.map(({ id }) => Object.values(beside.get(id)?.questions ?? {}).flat());
  const index = (read: (passage: Passage, number: number) => string) =>
    buildTermIndex(
      passages.map((passage, number) => readTerms(read(passage, number))),
      saturation,
    );
  const fields: readonly FieldIndex[] = [
    { field: 'text', index: index(({ text }) => text) },
    { field: 'heading', index: index(({ paragraph }) => article.paragraphs[paragraph]?.heading ?? '') },
    { field: 'gloss', index: index(({ id }) => beside.get(id)?.gloss ?? '') },
    { field: 'aliases', index: index(({ id }) => (beside.get(id)?.aliases ?? []).join('\n')) },
    { field: 'questions', index: index((_, number) => (questions[number] ?? []).join('\n')) },
  ];
  const sentences = indexSentences(passages);
  const termsOfQuestions = questions.map((ofPassage) =>
    ofPassage.map((question) => new Set(parseQuery(question, title).allTerms)),
  );

  function score(query: Query): Hit[] {
    const totals = new Float64Array(passages.length);
    const add = (scores: Float64Array, weight: number) =>
      scores.forEach((value, number) => {
        totals[number] = (totals[number] ?? 0) + weight * value;
      });
    for (const { field, index: terms } of fields) add(terms.score(query.terms), fieldWeights[field]);
    add(sentences.best(query.terms), bestSentenceWeight);

    return passages.map((passage, number) => {
      const likeness = nearestQuestion(query, termsOfQuestions[number] ?? []);
      const label = passage.field !== null && asksForField(query.folded, passage.field);
      const found = (totals[number] ?? 0) + (likeness >= leastLikeness ? likenessWeight * likeness : 0);
      const total = passage.field === null ? found : label ? found + labelWeight : found * withoutLabel;
      const terms = total > 0 ? explain(query, number, fields) : [];
      return {
        passage,
        score: total,
        terms: label
          ? [{ term: passage.field ?? '', field: 'label' as const, score: labelWeight }, ...terms]
          : terms,
      };
    });
  }

  return {
    async retrieve(text, { limit }) {
      return score(parseQuery(text, title))
        .filter((hit) => hit.score > 0)
        .sort((one, other) => other.score - one.score)
        .slice(0, Math.max(0, limit));
    },
  };
}

/** The numbers of the paragraphs of hits, each once, best first. */
export function rankParagraphs(hits: readonly Hit[]): number[] {
  return [...new Set(hits.map(({ passage }) => passage.paragraph))];
}

function indexSentences(passages: readonly Passage[]) {
  const owners: number[] = [];
  const texts = passages.flatMap(({ text }, number) =>
    splitSentences(text).map(({ start, end }) => {
      owners.push(number);
      return readTerms(text.slice(start, end));
    }),
  );
  const index = buildTermIndex(texts, saturation);
  return {
    /** The score of each passage's best sentence. */
    best(terms: readonly WeightedTerm[]): Float64Array {
      const best = new Float64Array(passages.length);
      index.score(terms).forEach((value, sentence) => {
        const owner = owners[sentence] ?? 0;
        best[owner] = Math.max(best[owner] ?? 0, value);
      });
      return best;
    },
  };
}

/** How alike the query and the most alike of a passage's questions are: the share of terms in both (Dice), 0 to 1. */
function nearestQuestion({ allTerms }: Query, questions: readonly ReadonlySet<string>[]): number {
  const asked = new Set(allTerms);
  return questions.reduce((most, question) => {
    const shared = [...asked].filter((term) => question.has(term)).length;
    return Math.max(most, (2 * shared) / Math.max(1, asked.size + question.size));
  }, 0);
}

function explain(query: Query, passage: number, fields: readonly FieldIndex[]): MatchedTerm[] {
  return fields
    .flatMap(({ field, index }) =>
      query.terms.map(({ term, weight }) => ({
        term,
        field,
        score: fieldWeights[field] * weight * index.weightOf(term, passage),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}
