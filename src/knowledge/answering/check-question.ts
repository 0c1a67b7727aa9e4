/** Whether a text is a question at all, before anything is spent on it. */
import { UserError } from '../../errors.ts';

/** The longest question, in code points. */
export const maxQuestionLength = 1000;

/**
 * The question without white space around it. Throws `UserError` `question-empty`, `question-too-long` (with the
 * `limit`) or `question-without-words`, for one of emoji or punctuation only.
 */
export function checkQuestion(text: string): string {
  const question = text.toWellFormed().trim();
  if (question === '') throw new UserError('question-empty', 'The question is empty.');
  // A text of more UTF-16 units than twice the limit is too long without counting.
  if (question.length > 2 * maxQuestionLength || [...question].length > maxQuestionLength)
    throw new UserError('question-too-long', `The question is longer than ${maxQuestionLength} characters.`, {
      limit: maxQuestionLength,
    });
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new UserError('question-without-words', 'There are no words in the question.');
  return question;
}
