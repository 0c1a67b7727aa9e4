/** Reads what a question asks for. */
import type { FieldName } from '../article.ts';
import { readFieldLabels } from '../retrieval/field-labels.ts';
import { parseQuery } from '../retrieval/query.ts';
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
import type { WeightedTerm } from '../retrieval/term-index.ts';
import { foldText } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import { contentWords } from './content-words.ts';
import { focusOf } from './question-focus.ts';
import { askedUnit, type Sought, soughtBy } from './sought.ts';

/** A question as the extractive generator reads it. */
export interface QuestionReading {
  readonly sought: Sought;
  /** The words that carry what it asks about, folded; question phrases and stop words are left out. */
  readonly words: readonly string[];
  /** Search terms of the same words, each once. */
  readonly terms: readonly WeightedTerm[];
  /** The unit of the number that is asked for; null where it counts anything. */
  readonly unit: string | null;
  /** The very thing that is asked for, in words any of which is enough; empty where nothing is named. */
  readonly focus: readonly string[];
  /** Years that it names. */
  readonly years: readonly number[];
  /** The article's own fields that it names. */
  readonly fields: ReadonlySet<FieldName>;
  /** The whole of it, folded. */
  readonly folded: string;
}

/** What a follow-up takes over from the turns before it counts so much beside its own words. */
const weightOfCarried = 0.5;

/** Reads a question of any language; `own` is the part of it that the member said just now. */
export function readQuestion(question: string, own = question): QuestionReading {
  const folded = foldText(question).text;
  return {
    sought: soughtBy(folded),
    words: contentWords(removeQuestionWords(folded)),
    terms: weighOwn(parseQuery(question).terms, own === question ? null : parseQuery(own).terms),
    unit: askedUnit(folded),
    focus: focusOf(folded),
    years: yearsIn(question),
    fields: readFieldLabels(folded).fields,
    folded,
  };
}

function weighOwn(
  terms: readonly WeightedTerm[],
  own: readonly WeightedTerm[] | null,
): readonly WeightedTerm[] {
  if (own === null) return terms;
  const said = new Set(own.map(({ term }) => term));
  return terms.map(({ term, weight }) => ({
    term,
    weight: said.has(term) ? weight : weightOfCarried * weight,
  }));
}

/** The years that a text names, in order. */
export function yearsIn(text: string): number[] {
  return findNumbers(text).flatMap(({ date }) => (date?.year == null ? [] : [date.year]));
}
