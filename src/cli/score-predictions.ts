/** How well questions were answered, group by group. */
import { makeSkeleton } from '../knowledge/answering/grounding/skeleton.ts';
import type { AnswerJson } from './answer-json.ts';
import type { EvalQuestion } from './read-questions.ts';

/** An answer as a line of the predictions file. */
export interface Prediction extends Omit<AnswerJson, 'generator'> {
  readonly id: EvalQuestion['id'];
  readonly refused: boolean;
}

/** How many of how many. */
interface Share {
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
  /** Refused, of those that the article does not answer. */
  readonly refused: Share;
  /** Refused, of those that it does. */
  readonly wronglyRefused: Share;
}

interface Scored {
  readonly question: EvalQuestion;
  readonly prediction: Prediction;
}

/** Scores each group in order of first appearance, then all together. */
export function scorePredictions(scored: readonly Scored[]): GroupScore[] {
  const groups = Map.groupBy(scored, ({ question }) => question.group ?? 'questions');
  const rows = [...groups].map(([group, members]) => scoreGroup(group, members));
  return rows.length > 1 ? [...rows, scoreGroup('all', scored)] : rows;
}

function scoreGroup(group: string, members: readonly Scored[]): GroupScore {
  const answerable = members.filter(
    ({ question }) => question.unanswerable !== true && question.group !== 'small-talk',
  );
  const unanswerable = members.filter(({ question }) => question.unanswerable === true);
  const located = answerable.filter(({ question }) => (question.paragraphs ?? []).length > 0);
  const judged = members.filter(({ question }) => canBeJudged(question));
  const isFirst = ({ question, prediction }: Scored) =>
    question.paragraphs?.includes(prediction.retrieved[0] ?? -1) ?? false;
  const isRefused = ({ prediction }: Scored) => prediction.refused;
  return {
    group,
    questions: members.length,
    right: share(judged, isRight),
    paragraphFirst: share(located, isFirst),
    refused: share(unanswerable, isRefused),
    wronglyRefused: share(answerable, isRefused),
  };
}

function share(members: readonly Scored[], holds: (scored: Scored) => boolean): Share {
  return { count: members.filter(holds).length, of: members.length };
}

function expectedOf({ answers, expect }: EvalQuestion): readonly (string | readonly string[])[] {
  return answers ?? expect ?? [];
}

function canBeJudged(question: EvalQuestion): boolean {
  return question.unanswerable === true || question.group === 'small-talk' || expectedOf(question).length > 0;
}

/** Whether an answer is right. Script, width, case and punctuation do not matter. */
export function isRight({ question, prediction }: Scored): boolean {
  if (question.unanswerable === true) return prediction.refused;
  if (question.group === 'small-talk') return prediction.outcome === 'small-talk';
  const answer = makeSkeleton(prediction.answer).text;
  return expectedOf(question).every((expected) =>
    [expected].flat().some((alternative) => answer.includes(makeSkeleton(alternative).text)),
  );
}

const columns = ['group', 'questions', 'right', 'paragraph first', 'refused rightly', 'refused wrongly'];

/** The scores as a table for a terminal. */
export function toScoreTable(scores: readonly GroupScore[]): string {
  const rows = scores.map(({ group, questions, right, paragraphFirst, refused, wronglyRefused }) => [
    group,
    String(questions),
    ...[right, paragraphFirst, refused, wronglyRefused].map(toCell),
  ]);
  const widths = columns.map((name, index) =>
    Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ');
  return [line(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function toCell({ count, of }: Share): string {
  return of === 0 ? '-' : `${count}/${of} ${((100 * count) / of).toFixed(1)}%`;
}
