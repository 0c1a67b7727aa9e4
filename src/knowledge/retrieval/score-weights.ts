/** How much each piece of evidence adds to a passage's score. */
export interface ScoreWeights {
  /** The passage's own words, its best sentence and what the reranker makes of them. */
  text: number;
  /** Its paragraph: what the answer's sentence leaves unsaid stands near it. */
  paragraph: number;
  heading: number;
  /** What is kept beside it to help finding. */
  gloss: number;
  aliases: number;
  questions: number;
  /** How alike the query and the nearest of its questions are; 1 lifts a passage of the very question by as much as the best score. */
  likeness: number;
  /** A field that the query names, as a share of the best score. */
  label: number;
  /** What counts of a field's words when the query does not name it: they stand in the article's text as well. */
  unnamed: number;
}

/** Found by trying on sets of questions; `npm run bench:retrieval` tries others. */
export const scoreWeights: Readonly<ScoreWeights> = {
  text: 1,
  paragraph: 0.25,
  heading: 0.35,
  gloss: 0.7,
  aliases: 0.9,
  questions: 0.6,
  likeness: 1.5,
  label: 2,
  unnamed: 0.3,
};
