/** How well questions were answered, group by group. */
import { makeSkeleton } from '../knowledge/answering/grounding/skeleton.ts';
import type { AnswerJson } from './answer-json.ts';
import type { Measures } from './measure-answer.ts';
import type { EvalQuestion } from './read-questions.ts';
import { addCitations, type CitationCounts, noCitations } from './score-citations.ts';

/** An answer as a line of the predictions file. */
export interface Prediction extends Omit<AnswerJson, 'generator'> {
  readonly id: EvalQuestion['id'];
  readonly refused: boolean;
}

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface GroupScore {
  readonly group: string;
  readonly questions: number;
  /** All that a right answer has stands in the answer; for what cannot be answered: it was refused. */
  readonly right: Share;
  /** The best paragraph retrieved is one that answers. */
  readonly paragraphFirst: Share;
  readonly shown: CitationCounts;
  readonly drafted: CitationCounts;
  /** Of the refusals: those of what the article does not answer. */
  readonly refusalPrecision: Share;
  /** Of what the article does not answer: what was refused. */
  readonly refusalRecall: Share;
  /** Of the answers that are not quotes alone: those in another language than the question. */
  readonly wrongLanguage: Share;
  /** In and out, of all calls, a question. */
  readonly meanTokens: number;
}

interface Judged {
  readonly question: EvalQuestion;
  readonly prediction: Prediction;
}

/** A question, its answer, and what was measured of it. */
export type Scored = Judged & Measures;

/** Scores each group in order of first appearance, then all together. */
export function scorePredictions(scored: readonly Scored[]): GroupScore[] {
  const groups = Map.groupBy(scored, ({ question }) => question.group ?? 'questions');
  const rows = [...groups].map(([group, members]) => scoreGroup(group, members));
  return rows.length > 1 ? [...rows, scoreGroup('all', scored)] : rows;
}

function scoreGroup(group: string, members: readonly Scored[]): GroupScore {
  const isUnanswerable = ({ question }: Judged) => question.unanswerable === true;
  const isRefused = ({ prediction }: Judged) => prediction.refused;
  const isFirst = ({ question, prediction }: Judged) =>
    question.paragraphs?.includes(prediction.retrieved[0] ?? -1) ?? false;
  const located = members.filter(
    (each) => !isUnanswerable(each) && (each.question.paragraphs ?? []).length > 0,
  );
  return {
    group,
    questions: members.length,
    right: share(
      members.filter(({ question }) => canBeJudged(question)),
      isRight,
    ),
    paragraphFirst: share(located, isFirst),
    shown: members.map(({ citations }) => citations.shown).reduce(addCitations, noCitations),
    drafted: members.map(({ citations }) => citations.drafted).reduce(addCitations, noCitations),
    refusalPrecision: share(members.filter(isRefused), isUnanswerable),
    refusalRecall: share(members.filter(isUnanswerable), isRefused),
    wrongLanguage: share(
      members.filter(({ inOtherLanguage }) => inOtherLanguage !== null),
      ({ inOtherLanguage }) => inOtherLanguage === true,
    ),
    meanTokens: members.reduce((sum, { tokens }) => sum + tokens, 0) / members.length,
  };
}

function share<T>(members: readonly T[], holds: (member: T) => boolean): Share {
  return { count: members.filter(holds).length, of: members.length };
}

function expectedOf({ answers, expect }: EvalQuestion): readonly (string | readonly string[])[] {
  return answers ?? expect ?? [];
}

/** Groups whose questions have no answer but an outcome, which has the group's name. */
const outcomeGroups: ReadonlySet<string | undefined> = new Set(['small-talk', 'unclear']);

function canBeJudged(question: EvalQuestion): boolean {
  return (
    question.unanswerable === true || outcomeGroups.has(question.group) || expectedOf(question).length > 0
  );
}

/** Whether an answer is right. Script, width, case and punctuation do not matter. */
export function isRight({ question, prediction }: Judged): boolean {
  if (question.unanswerable === true) return prediction.refused;
  if (outcomeGroups.has(question.group)) return prediction.outcome === question.group;
  const answer = makeSkeleton(prediction.answer).text;
  return expectedOf(question).every((expected) =>
    [expected].flat().some((alternative) => answer.includes(makeSkeleton(alternative).text)),
  );
}
