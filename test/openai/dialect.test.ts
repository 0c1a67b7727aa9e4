import { BadRequestError } from 'openai';
import { describe, expect, it } from 'vitest';
import { adaptDialect, type Dialect, firstDialect } from '../../src/openai/dialect.ts';

const local = 'http://127.0.0.1:11434/v1';
const own = 'https://api.openai.com/v1';

function refusal(message: string): BadRequestError {
  return new BadRequestError(400, { message }, undefined, new Headers());
}

/** All dialects that a server goes through which refuses each with the same words. */
function steps(message: string, first = firstDialect(local, 'qwen3')): Dialect[] {
  const taken = [first];
  for (let next = adaptDialect(first, refusal(message), false); next !== null; ) {
    taken.push(next);
    next = adaptDialect(next, refusal(message), false);
  }
  return taken;
}

describe('the first dialect', () => {
  it('names the output limit as the server knows it', () => {
    expect(firstDialect(local, 'qwen3').outputLimit).toBe('max_tokens');
    expect(firstDialect(own, 'gpt-4.1-mini').outputLimit).toBe('max_completion_tokens');
  });

  it.each(['gpt-5-mini', 'gpt-5.4-mini', 'o4-mini'])(
    'asks %s to think little, and sends no temperature',
    (model) => {
      expect(firstDialect(own, model)).toMatchObject({ temperature: false, reasoningEffort: true });
    },
  );

  it('asks for no effort where the model is not known to think', () => {
    expect(firstDialect(own, 'gpt-4.1')).toMatchObject({ temperature: true, reasoningEffort: false });
    expect(firstDialect(local, 'gpt-5-mini')).toMatchObject({ temperature: true, reasoningEffort: false });
  });
});

describe('a refusal', () => {
  it('gives up the format step by step, then ends', () => {
    const formats = steps("Invalid parameter: 'response_format' of type 'json_schema' is not supported").map(
      ({ format }) => format,
    );
    expect(formats).toEqual(['json_schema', 'json_object', 'text']);
  });

  it('tries the limit that the server names, then none', () => {
    const message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
    expect(
      steps(message)
        .map(({ outputLimit }) => outputLimit)
        .slice(0, 3),
    ).toEqual(['max_tokens', 'max_completion_tokens', 'none']);
  });

  it('drops only what the server names', () => {
    const first = firstDialect(own, 'gpt-5-mini');
    expect(adaptDialect(first, refusal("Unsupported parameter: 'reasoning_effort'"), true)).toEqual({
      ...first,
      reasoningEffort: false,
    });
    expect(adaptDialect(first, refusal('Unrecognized request argument: stream_options'), true)).toEqual({
      ...first,
      usage: false,
    });
  });

  it('of a prompt that is too long is not answered by asking more simply', () => {
    expect(steps("This model's maximum context length is 8192 tokens")).toHaveLength(1);
  });

  it('frees a prompt that fits but for the room asked for its answer', () => {
    const message = "'max_tokens' is too large: 4096. This model's maximum context length is 4096 tokens";
    expect(steps(message).at(-1)).toMatchObject({ format: 'json_schema', outputLimit: 'none' });
  });
});
