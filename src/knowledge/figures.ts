/** What the last evaluation measured, kept beside the article that it was of. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UserError } from '../errors.ts';

const count = z.int().nonnegative();
const share = z.strictObject({ count, of: count });

const figuresSchema = z.strictObject({
  /** When it was measured, YYYY-MM-DD. */
  date: z.iso.date(),
  /** The version of the article that was asked about. */
  articleVersion: z.string().min(1),
  /** What answered: the name of the model, or null for quotes alone. */
  model: z.string().min(1).nullable(),
  questions: count,
  right: share,
  /** Of the questions that the article does not answer: those refused. */
  refused: share,
});

export type Figures = z.infer<typeof figuresSchema>;

/** The figures of the article that comes with the bot. */
export const shippedFiguresPath = fileURLToPath(
  new URL('./articles/zhangjiagang-yanhe-2019.figures.json', import.meta.url),
);

/** Null where there are none. Throws `UserError('figures-invalid')` when the file is not what an evaluation writes. */
export async function loadFigures(path: string): Promise<Figures | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return figuresSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError(
      'figures-invalid',
      `${path} is not what npm run eval writes. Delete it or run that again.`,
    );
  }
}

/** The text of a figures file. */
export function formatFigures(figures: Figures): string {
  return `${JSON.stringify(figures, null, 2)}\n`;
}
