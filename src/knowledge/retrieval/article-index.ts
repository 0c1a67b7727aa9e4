import type { Article, Enrichment, Passage } from '../article.ts';
import { splitSentences } from '../text/sentences.ts';
import { buildQuestionIndex, type QuestionIndex } from './question-index.ts';
import { readTerms } from './search-terms.ts';
import { buildTermIndex, type Saturation, type TermIndex, type WeightedTerm } from './term-index.ts';

/** One kind of text that passages are found by. */
export interface Evidence {
  readonly name: 'text' | 'sentence' | 'paragraph' | 'heading' | 'gloss' | 'aliases' | 'questions';
  /** The score of each passage, by its number in the article. */
  score(terms: readonly WeightedTerm[]): Float64Array;
  /** What one term adds to one passage's score, for weight 1. */
  weightOf(term: string, passage: number): number;
}

/** All that is searched of one article. Passages are known by their number in it. */
export interface ArticleIndex {
  readonly evidence: readonly Evidence[];
  readonly questions: QuestionIndex;
  /** How telling a term is; the most for one that no passage has. */
  rarity(term: string): number;
  /** True when the term stands in one of the article's own fields. */
  isInFields(term: string): boolean;
}

const saturation: Saturation = { k1: 0.6, b: 0.4 };

/** Reads and indexes an article's passages and what is kept beside them. */
export function indexArticle({ passages, paragraphs, enrichment }: Article): ArticleIndex {
  const beside = new Map(enrichment.map((entry) => [entry.passage, entry]));
  /** For each passage the terms of each text beside it. */
  const readBeside = (read: (entry: Enrichment) => readonly string[]): string[][][] =>
    passages.map(({ id }) => {
      const entry = beside.get(id);
      return entry === undefined ? [] : read(entry).map(readTerms);
    });
  const passageTerms = passages.map(({ text }) => readTerms(text));
  const headingTerms = paragraphs.map(({ heading }) => readTerms(heading ?? ''));
  const questionTerms = readBeside(({ questions }) => Object.values(questions).flat());
  const text = indexTexts('text', passageTerms);
  const inFields = new Set(passageTerms.filter((_, number) => passages[number]?.field !== null).flat());

  return {
    evidence: [
      text,
      indexSentences(passages),
      indexParagraphs(passages, passageTerms),
      indexTexts(
        'heading',
        passages.map(({ paragraph }) => headingTerms[paragraph] ?? []),
      ),
      indexTexts(
        'gloss',
        readBeside(({ gloss }) => (gloss === null ? [] : [gloss])).map((texts) => texts.flat()),
      ),
      indexTexts(
        'aliases',
        readBeside(({ aliases }) => aliases).map((texts) => texts.flat()),
      ),
      indexTexts(
        'questions',
        questionTerms.map((texts) => texts.flat()),
      ),
    ],
    questions: buildQuestionIndex(questionTerms),
    rarity: text.rarity,
    isInFields: (term) => inFields.has(term),
  };
}

function indexTexts(name: Evidence['name'], texts: readonly (readonly string[])[]): Evidence & TermIndex {
  return { name, ...buildTermIndex(texts, saturation) };
}

/** The best sentence of each passage. */
function indexSentences(passages: readonly Passage[]): Evidence {
  const owners: number[] = [];
  const sentencesOf: number[][] = passages.map(() => []);
  const texts = passages.flatMap(({ text }, number) =>
    splitSentences(text).map(({ start, end }) => {
      sentencesOf[number]?.push(owners.push(number) - 1);
      return readTerms(text.slice(start, end));
    }),
  );
  const index = buildTermIndex(texts, saturation);
  return {
    name: 'sentence',
    score(terms) {
      const best = new Float64Array(passages.length);
      index.score(terms).forEach((score, sentence) => {
        const passage = owners[sentence] ?? 0;
        best[passage] = Math.max(best[passage] ?? 0, score);
      });
      return best;
    },
    weightOf: (term, passage) =>
      Math.max(0, ...(sentencesOf[passage] ?? []).map((sentence) => index.weightOf(term, sentence))),
  };
}

/** The paragraph around each passage. The article's fields are no paragraph: each stands for itself. */
function indexParagraphs(
  passages: readonly Passage[],
  passageTerms: readonly (readonly string[])[],
): Evidence {
  const numbers = new Map<number, number>();
  const documents: string[][] = [];
  const documentOf = passages.map(({ paragraph, field }, passage) => {
    const document = (field === null ? numbers.get(paragraph) : undefined) ?? documents.push([]) - 1;
    if (field === null) numbers.set(paragraph, document);
    documents[document]?.push(...(passageTerms[passage] ?? []));
    return document;
  });
  const index = buildTermIndex(documents, saturation);
  return {
    name: 'paragraph',
    score(terms) {
      const scores = index.score(terms);
      return Float64Array.from(documentOf, (document) => scores[document] ?? 0);
    },
    weightOf: (term, passage) => index.weightOf(term, documentOf[passage] ?? 0),
  };
}
