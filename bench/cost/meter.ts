/** Counts what a model is sent and what it writes, as its server sees it. */

import type { CountTokens } from '../../src/knowledge/answering/choose-passages.ts';
import { addUsage, noUsage, type Usage } from '../../src/knowledge/answering/usage.ts';
import type { Behaviour } from '../../test/model-server/behaviour.ts';
import { deliver } from '../../test/model-server/delivery.ts';
import type { ModelRequest } from '../../test/model-server/model-request.ts';

/** A provider keeps the beginning of a prompt from this many tokens on, in steps: OpenAI's published rule. */
const cache = { least: 1_024, step: 128 };

export interface Meter {
  /** Answers with these words, and counts them and what was asked. */
  readonly answers: (reply: (request: ModelRequest) => string) => Behaviour;
  /** All since the last time it was read. `tokensCached`: had each prompt come while those before it were still kept. */
  read(): { readonly calls: number; readonly usage: Usage };
}

/** Makes a meter that counts every message and, where one is sent, the schema of the answer. */
export function createMeter(countTokens: CountTokens): Meter {
  let usage = noUsage;
  let prompts: string[] = [];
  return {
    answers: (reply) => async (exchange) => {
      const prompt = promptOf(exchange.request);
      const text = reply(exchange.request);
      const tokensIn = prompt.reduce((sum, part) => sum + countTokens(part), 0);
      const tokensOut = countTokens(text);
      const whole = prompt.join('\n');
      const kept = countTokens(whole.slice(0, longestShared(whole, prompts)));
      const tokensCached = kept < cache.least ? 0 : kept - (kept % cache.step);
      prompts.push(whole);
      usage = addUsage(usage, { tokensIn, tokensOut, tokensCached });
      await deliver(exchange, {
        text,
        usage: { prompt_tokens: tokensIn, completion_tokens: tokensOut },
        pieceLength: text.length + 1,
      });
    },
    read() {
      const read = { calls: prompts.length, usage };
      usage = noUsage;
      prompts = [];
      return read;
    },
  };
}

function promptOf({ body }: ModelRequest): string[] {
  const format = body.response_format;
  const schema = format?.type === 'json_schema' ? [JSON.stringify(format.json_schema)] : [];
  return [...schema, ...body.messages.map(({ content }) => content)];
}

/** How long the beginning is that a text shares with any of the others. */
function longestShared(text: string, others: readonly string[]): number {
  let longest = 0;
  for (const other of others) {
    let length = 0;
    while (length < text.length && text[length] === other[length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
