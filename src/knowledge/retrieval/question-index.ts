import { readTerms } from './search-terms.ts';

/** Tells how alike a query is to the questions that each passage is known to answer. */
export interface QuestionIndex {
  /** For each passage the likeness of its nearest question, from 0 to 1: the same question, word for word. */
  likeness(queryTerms: readonly string[]): Float64Array;
}

/**
 * Indexes the questions of each passage. Likeness is the share of terms in both (Dice), a rare term counting more;
 * question words count as well, since who, when and how many part questions about one thing.
 */
export function buildQuestionIndex(questionsByPassage: readonly (readonly string[])[]): QuestionIndex {
  const questions = questionsByPassage.flatMap((questions, passage) =>
    questions.map((question) => ({ passage, terms: new Set(readTerms(question)) })),
  );
  const counts = new Map<string, number>();
  for (const { terms } of questions) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = (term: string): number => Math.log(1 + questions.length / (0.5 + (counts.get(term) ?? 0)));
  const sum = (terms: Iterable<string>): number =>
    [...terms].reduce((total, term) => total + rarity(term), 0);
  const weighed = questions.map((question) => ({ ...question, mass: sum(question.terms) }));

  return {
    likeness(queryTerms) {
      const asked = new Set(queryTerms);
      const mass = sum(asked);
      const nearest = new Float64Array(questionsByPassage.length);
      for (const question of weighed) {
        const shared = sum([...asked].filter((term) => question.terms.has(term)));
        const likeness = shared > 0 ? (2 * shared) / (mass + question.mass) : 0;
        nearest[question.passage] = Math.max(nearest[question.passage] ?? 0, likeness);
      }
      return nearest;
    },
  };
}
