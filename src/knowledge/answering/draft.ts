/** The draft's shape on the wire: what a model is asked for, and what is accepted from it. */
import { z } from 'zod';
import { outcomes } from './answer.ts';

/** One statement with the quotes that it rests on. `passage` is the number that the prompt gave the passage. */
const draftStatementSchema = z.object({
  text: z.string(),
  citations: z.array(z.object({ passage: z.int().min(1).max(9_999), quote: z.string() })),
});

/** `outcome` comes first, so that it is known before the first statement. */
export const draftSchema = z.object({
  outcome: z.enum(outcomes),
  statements: z.array(draftStatementSchema),
});
