/** Scores the sentences of passages by how much of a question they hold. */
import type { Article, Enrichment, Passage } from '../article.ts';
import type { WeightedTerm } from '../retrieval/query.ts';
import { readTerms } from '../retrieval/search-terms.ts';
import { type FoundNumber, findNumbers } from '../text/numbers.ts';
import { splitSentences } from '../text/sentences.ts';

import type { NumberedPassage } from './generator.ts';
import type { QuestionReading } from './question.ts';
import { holdsSought, isFigure } from './sought-form.ts';

/** What each kind of evidence adds to a sentence's score, as a share of the question's weight. */
const weights = { text: 1, gloss: 1, enrichment: 0.5, form: 0.15, field: 1 };

/** How much a follow-up's own words count beside all that it is about. */
const weightOfOwn = 0.4;

/** A sentence of a passage that was shown, and its score. */
export interface Candidate {
  /** The passage's number in the request. */
  readonly number: number;
  readonly passage: Passage;
  readonly text: string;
  readonly gloss: string | null;
  /** The share of the question's words, by rarity, that stand in the sentence itself, or in its gloss. */
  readonly overlap: number;
  readonly holdsSought: boolean;
  readonly score: number;
  /** The score without what the form sought adds. */
  readonly wordScore: number;
  /** Place in the article, for giving quotes in reading order. */
  readonly order: number;
}

interface PreparedSentence {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly numbers: readonly FoundNumber[];
  readonly gloss: string | null;
  readonly glossTerms: ReadonlySet<string>;
}

interface PreparedPassage {
  readonly sentences: readonly PreparedSentence[];
  /** Aliases and questions. */
  readonly enrichmentTerms: ReadonlySet<string>;
}

function termsOf(text: string): Set<string> {
  return new Set(readTerms(text));
}

function cut(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end).trim());
}

/** A gloss is translated sentence by sentence; where the numbers of sentences differ, the whole of it goes with each. */
function prepare(passage: Passage, enrichment: Enrichment | undefined): PreparedPassage {
  const texts = cut(passage.text);
  const gloss = enrichment?.gloss ?? null;
  const glosses = gloss === null ? [] : cut(gloss);
  const questions = Object.values(enrichment?.questions ?? {}).flat();
  return {
    sentences: texts.map((text, index) => {
      const glossOfSentence = glosses.length === texts.length ? (glosses[index] ?? gloss) : gloss;
      return {
        text,
        terms: termsOf(text),
        numbers: findNumbers(text),
        gloss: glossOfSentence,
        glossTerms: termsOf(glossOfSentence ?? ''),
      };
    }),
    enrichmentTerms: termsOf([...(enrichment?.aliases ?? []), ...questions].join('\n')),
  };
}

/** Makes a function that gives all sentences of the passages shown, best first; passages are expected best first. */
export function createSentenceRanker(
  article: Article,
): (question: QuestionReading, passages: readonly NumberedPassage[]) => Candidate[] {
  const enrichment = new Map(article.enrichment.map((entry) => [entry.passage, entry]));
  const prepared = new Map(
    article.passages.map((passage) => [passage.id, prepare(passage, enrichment.get(passage.id))]),
  );
  const order = new Map(article.passages.map(({ id }, index) => [id, index]));
  const rarity = countRarity([...prepared.values()]);

  return (question, passages) => {
    const massOf = (weighted: readonly WeightedTerm[], isThere: (term: string) => boolean) =>
      weighted.reduce((sum, { term, weight }) => sum + (isThere(term) ? weight * rarity(term) : 0), 0);
    const shareOf = (weighted: readonly WeightedTerm[], terms: ReadonlySet<string>) =>
      massOf(weighted, (term) => terms.has(term)) / (massOf(weighted, () => true) || 1);
    const share = (terms: ReadonlySet<string>) =>
      question.carried.length === 0
        ? shareOf(question.terms, terms)
        : weightOfOwn * shareOf(question.terms, terms) + (1 - weightOfOwn) * shareOf(question.carried, terms);

    // A field is asked for when it is named and no paragraph was found before the fields.
    const asksForField = passages[0]?.passage.field != null;
    const isNamed = ({ field }: Passage) => asksForField && field !== null && question.fields.has(field);

    return passages
      .flatMap(({ number, passage }) => {
        const { sentences, enrichmentTerms } = prepared.get(passage.id) ?? prepare(passage, undefined);
        const enriched = share(enrichmentTerms);
        return sentences.map(({ text, terms, numbers, gloss, glossTerms }, index): Candidate => {
          const inText = share(terms);
          const inGloss = share(glossTerms);
          // A field is what its name says: an author is a name, whatever it looks like.
          const holds =
            (passage.field !== null && !isFigure(question.sought)) ||
            holdsSought(question, text, () => numbers);
          const wordScore =
            weights.text * inText +
            weights.gloss * inGloss +
            weights.enrichment * enriched +
            (isNamed(passage) ? weights.field : 0);
          return {
            number,
            passage,
            text,
            gloss,
            overlap: Math.max(inText, inGloss),
            holdsSought: holds,
            score: wordScore + (holds ? weights.form : 0),
            wordScore,
            order: (order.get(passage.id) ?? 0) * 100 + index,
          };
        });
      })
      .sort((one, other) => other.score - one.score || one.order - other.order);
  };
}

/** Terms in few passages tell more than those in all of them; one in none tells most. */
function countRarity(passages: readonly PreparedPassage[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { sentences, enrichmentTerms } of passages) {
    const all = new Set([
      ...enrichmentTerms,
      ...sentences.flatMap(({ terms, glossTerms }) => [...terms, ...glossTerms]),
    ]);
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => Math.log(1 + passages.length / (0.5 + (counts.get(term) ?? 0)));
}
