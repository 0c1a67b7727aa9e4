import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../errors.ts';

export const turnSchema = z.object({ role: z.enum(['user', 'assistant']), content: z.string() });

const expectedSchema = z.array(z.union([z.string(), z.array(z.string()).min(1)]));

const questionSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  history: z.array(turnSchema).nullish(),
  group: z.string().optional(),
  /** The paragraphs that answer it. */
  paragraphs: z.array(z.int()).optional(),
  /** What a right answer has: all of these; of a list within the list, one. */
  answers: expectedSchema.optional(),
  /** Another name for the same. */
  expect: expectedSchema.optional(),
  unanswerable: z.boolean().optional(),
});

/** A question of an evaluation, with what is known of its answer. Other keys of its line are left alone. */
export type EvalQuestion = z.infer<typeof questionSchema>;

/** Reads a file of one JSON object a line. Throws `UserError('questions-invalid')` that names the file and the line. */
export async function readQuestions(path: string): Promise<EvalQuestion[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError('questions-invalid', `${path} cannot be read.`);
  });
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${path}, line ${index + 1}`)]));
}

function readLine(line: string, where: string): EvalQuestion {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new UserError('questions-invalid', `${where}: not JSON.`);
  }
  const result = questionSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserError(
    'questions-invalid',
    `${where}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'wrong shape'}.`,
  );
}
