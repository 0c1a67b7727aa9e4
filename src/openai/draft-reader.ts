/** Turns a model's text into the parts of a draft as they complete. */
import { z } from 'zod';
import { UpstreamError } from '../errors.ts';
import { draftSchema } from '../knowledge/answering/draft.ts';
import type { DraftPart } from '../knowledge/answering/generator.ts';
import { createJsonReader, type JsonValue } from './json-reader.ts';

interface DraftReader {
  /** Takes the next piece of text; throws `malformed` after the parts that came before the fault. */
  read(text: string): Generator<DraftPart>;
  /** Throws `empty` or `malformed` unless one whole draft has been read. */
  end(): void;
}

/** Models that no schema holds write `"3"`, `"[3]"` or `"passage 3"` for 3. */
const passageNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\D*\d{1,4}\D*$/)
    .transform((words) => Number(words.replace(/\D/g, ''))),
]);

const statementSchema = z.object({
  text: z.string(),
  citations: z.array(z.object({ passage: passageNumber, quote: z.string() })).default([]),
});

/** Makes a reader of one draft, in which the outcome may come before or after the statements. */
export function createDraftReader(): DraftReader {
  const json = createJsonReader(['$.outcome', '$.statements.*']);
  let hasOutcome = false;
  let hasText = false;

  function toPart({ key, value }: JsonValue): DraftPart {
    if (typeof key === 'number') {
      const statement = statementSchema.safeParse(value);
      if (statement.success) return { type: 'statement', statement: statement.data };
    }
    if (key === 'outcome' && !hasOutcome) {
      const outcome = draftSchema.shape.outcome.safeParse(value);
      hasOutcome = outcome.success;
      if (outcome.success) return { type: 'outcome', outcome: outcome.data };
    }
    throw new UpstreamError('model', 'malformed');
  }

  return {
    *read(text) {
      hasText ||= text.trim() !== '';
      for (const value of json.read(text)) yield toPart(value);
      if (json.state() === 'broken') throw new UpstreamError('model', 'malformed');
    },
    end() {
      if (!hasText) throw new UpstreamError('model', 'empty');
      if (json.state() !== 'ended' || !hasOutcome) throw new UpstreamError('model', 'malformed');
    },
  };
}
