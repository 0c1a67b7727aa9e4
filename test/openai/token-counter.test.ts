import { describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../src/openai/token-counter.ts';

describe('the token counter', () => {
  it('counts as the tokenizer of OpenAI’s models does', async () => {
    const countTokens = await loadTokenCounter();
    // Counts of tiktoken's o200k_base.
    expect(countTokens('')).toBe(0);
    expect(countTokens('hello world')).toBe(2);
    expect(countTokens('tiktoken is great!')).toBe(6);
    expect(countTokens('お誕生日おめでとう')).toBe(8);
  });

  it('takes the names of special tokens, and broken text, as text', async () => {
    const countTokens = await loadTokenCounter();
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
    expect(countTokens('\ud800')).toBeGreaterThan(0);
  });

  it('is loaded once', () => {
    expect(loadTokenCounter()).toBe(loadTokenCounter());
  });
});
