import type { CountTokens } from '../knowledge/answering/choose-passages.ts';
import { remember } from '../knowledge/text/remember.ts';

let loading: Promise<CountTokens> | null = null;

/**
 * Gives the counter of tokens, loaded once: its table takes a third of a second and 17 MB, which a bot without a model
 * does not pay. It counts as OpenAI's models since GPT-4o do (o200k); those of others differ by some per cent. Counts of
 * texts that come again, as passages do, are kept.
 */
export function loadTokenCounter(): Promise<CountTokens> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(({ countTokens }) =>
    // Names of special tokens are text like any other.
    remember((text) => countTokens(text, { disallowedSpecial: new Set() })),
  );
  return loading;
}
