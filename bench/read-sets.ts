/** Reads the texts and the queries of a benchmark: one JSON object a line. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../src/errors.ts';

const docSchema = z.object({ id: z.string().min(1), text: z.string(), group: z.string().optional() });
const querySchema = z.object({
  id: z.string(),
  q: z.string(),
  /** The ids of the texts that answer it: any of them is right. */
  gold: z.array(z.string()).min(1),
  group: z.string().optional(),
  /** As the article says it. */
  answers: z.array(z.string()).optional(),
});

export type BenchDoc = z.infer<typeof docSchema>;
export type BenchQuery = z.infer<typeof querySchema>;

/** Throws `UserError('file-unreadable')` that names the file, and the line where one is wrong. */
export async function readDocs(path: string): Promise<BenchDoc[]> {
  const docs = await readLines(path, docSchema);
  const seen = new Set<string>();
  docs.forEach(({ id, group = '' }, index) => {
    const key = JSON.stringify([group, id]);
    if (seen.has(key))
      throw new UserError('file-unreadable', `${path}: text ${index + 1}: ${id} is there twice.`);
    seen.add(key);
  });
  return docs;
}

/** Throws as {@link readDocs} does. */
export function readQueries(path: string): Promise<BenchQuery[]> {
  return readLines(path, querySchema);
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError('file-unreadable', `${path} cannot be read.`);
  });
  const values = text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [readLine(line, schema, `${path}, line ${index + 1}`)],
    );
  if (values.length === 0) throw new UserError('file-unreadable', `${path} is empty.`);
  return values;
}

function readLine<T>(line: string, schema: z.ZodType<T>, where: string): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new UserError('file-unreadable', `${where}: not JSON.`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserError(
    'file-unreadable',
    `${where}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'wrong shape'}.`,
  );
}
