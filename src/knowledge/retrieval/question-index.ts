/** Tells how alike a query is to the questions that each passage is known to answer. */
export interface QuestionIndex<Term> {
  /** For each passage the likeness of its nearest question, from 0 to 1: the same question, word for word. */
  likeness(queryTerms: Iterable<Term>): Float64Array;
}

/**
 * Indexes the questions of each passage, given as their terms. Likeness is the share of terms in both (Dice), a
 * rare one counting more; question words count as well, since who, when and how many tell apart questions about
 * one thing.
 */
export function buildQuestionIndex<Term>(
  questionsByPassage: readonly (readonly (readonly Term[])[])[],
): QuestionIndex<Term> {
  const owners: number[] = [];
  const questions: ReadonlySet<Term>[] = [];
  const questionsByTerm = new Map<Term, number[]>();
  questionsByPassage.forEach((ofPassage, passage) => {
    for (const terms of ofPassage) {
      owners.push(passage);
      const distinct = new Set(terms);
      const question = questions.push(distinct) - 1;
      for (const term of distinct) {
        const known = questionsByTerm.get(term);
        if (known === undefined) questionsByTerm.set(term, [question]);
        else known.push(question);
      }
    }
  });
  const rarity = (term: Term): number =>
    Math.log(1 + questions.length / (0.5 + (questionsByTerm.get(term)?.length ?? 0)));
  const massOf = (terms: ReadonlySet<Term>): number => {
    let mass = 0;
    for (const term of terms) mass += rarity(term);
    return mass;
  };
  const masses = questions.map(massOf);

  return {
    likeness(queryTerms) {
      const asked = new Set(queryTerms);
      const mass = massOf(asked);
      const shared = new Float64Array(questions.length);
      for (const term of asked) {
        for (const question of questionsByTerm.get(term) ?? []) {
          shared[question] = (shared[question] ?? 0) + rarity(term);
        }
      }
      const nearest = new Float64Array(questionsByPassage.length);
      shared.forEach((common, question) => {
        const passage = owners[question] ?? 0;
        const likeness = common > 0 ? (2 * common) / (mass + (masses[question] ?? 0)) : 0;
        nearest[passage] = Math.max(nearest[passage] ?? 0, likeness);
      });
      return nearest;
    },
  };
}
