/** Reads what a question asks for. */
import type { FieldName } from '../article.ts';
import { readFieldLabels } from '../retrieval/field-labels.ts';
import { parseQuery, type WeightedTerm } from '../retrieval/query.ts';
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
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
  /** Search terms of what the member said just now, each once. */
  readonly terms: readonly WeightedTerm[];
  /** Search terms of all of it, where a follow-up took something over from the turns before it; else none. */
  readonly carried: readonly WeightedTerm[];
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

/** Reads a question of any language; `own` is the part of it that the member said just now. */
export function readQuestion(question: string, own = question): QuestionReading {
  const folded = foldText(question).text;
  return {
    sought: soughtBy(folded),
    words: contentWords(removeQuestionWords(folded)),
    terms: parseQuery(own).terms,
    carried: own === question ? [] : parseQuery(question).terms,
    unit: askedUnit(folded),
    focus: focusOf(folded),
    years: yearsIn(question),
    fields: readFieldLabels(folded).fields,
    folded,
  };
}

/** The years that a text names, in order. */
export function yearsIn(text: string): number[] {
  return findNumbers(text).flatMap(({ date }) => (date?.year == null ? [] : [date.year]));
}
