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
  const readBeside = (read: (entry: Enrichment) => readonly string[]) =>
    passages.map(({ id }) => {
      const entry = beside.get(id);
      return entry === undefined ? [] : read(entry);
    });
  const questions = readBeside((entry) => Object.values(entry.questions).flat());
  const passageTerms = passages.map(({ text }) => readTerms(text));
  const text = buildTermIndex(passageTerms, saturation);
  const inFields = new Set(passageTerms.filter((_, number) => passages[number]?.field !== null).flat());
  const ofPassages = (texts: readonly (readonly string[])[]) =>
    texts.map((lines) => readTerms(lines.join('\n')));

  return {
    evidence: [
      named('text', text),
      indexSentences(passages),
      indexParagraphs(passages, passageTerms),
      named(
        'heading',
        buildTermIndex(
          passages.map(({ paragraph }) => readTerms(paragraphs[paragraph]?.heading ?? '')),
          saturation,
        ),
      ),
      named(
        'gloss',
        buildTermIndex(ofPassages(readBeside(({ gloss }) => (gloss === null ? [] : [gloss]))), saturation),
      ),
      named('aliases', buildTermIndex(ofPassages(readBeside(({ aliases }) => aliases)), saturation)),
      named('questions', buildTermIndex(ofPassages(questions), saturation)),
    ],
    questions: buildQuestionIndex(questions),
    rarity: (term) => text.rarity(term),
    isInFields: (term) => inFields.has(term),
  };
}

function named(name: Evidence['name'], { score, weightOf }: TermIndex): Evidence {
  return { name, score, weightOf };
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
