/** Token counts as servers send them. */
import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../model-server/behaviour.ts';
import { sendChoice, sendEvent, startStream } from '../model-server/delivery.ts';
import { collect, openLoopback } from './loopback.ts';

/** Streams one draft whose events bear these counts, one each. */
const counts =
  (...usages: readonly unknown[]): Behaviour =>
  async (exchange) => {
    startStream(exchange);
    await sendChoice(exchange, { delta: { content: '{"outcome":"off-topic","statements":[]}' } });
    await sendChoice(exchange, { delta: {}, finish_reason: 'stop' });
    for (const usage of usages) await sendEvent(exchange, { choices: [], usage });
    await sendEvent(exchange, '[DONE]');
    exchange.response.end();
  };

async function countsRead(...usages: readonly unknown[]): Promise<unknown[]> {
  const { generator } = await openLoopback(counts(...usages));
  const { parts, error } = await collect(generator);
  expect(error).toBeNull();
  return parts.flatMap((part) => (part.type === 'usage' ? [part.usage] : []));
}

const plain = { prompt_tokens: 900, completion_tokens: 40 };

describe('the token counts of a call', () => {
  it('have those of the prompt that were cached', async () => {
    const usage = { ...plain, prompt_tokens_details: { cached_tokens: 768, audio_tokens: 0 } };
    expect(await countsRead(usage)).toEqual([{ tokensIn: 900, tokensOut: 40, tokensCached: 768 }]);
  });

  it.each([
    ['absent', undefined],
    ['null', null],
    ['without a count', {}],
    ['null inside', { cached_tokens: null }],
    ['no object', 'all of them'],
    ['negative', { cached_tokens: -5 }],
    ['a fraction', { cached_tokens: 1.5 }],
    ['beyond all numbers', { cached_tokens: 1e300 }],
  ])('have none cached where that is %s', async (_, prompt_tokens_details) => {
    expect(await countsRead({ ...plain, prompt_tokens_details })).toEqual([
      { tokensIn: 900, tokensOut: 40, tokensCached: 0 },
    ]);
  });

  it('never have more cached than sent', async () => {
    expect(await countsRead({ ...plain, prompt_tokens_details: { cached_tokens: 5000 } })).toEqual([
      { tokensIn: 900, tokensOut: 40, tokensCached: 900 },
    ]);
  });

  it.each([
    { prompt_tokens: -1, completion_tokens: 4 },
    { prompt_tokens: 3, completion_tokens: '4' },
    { prompt_tokens: 3 },
    'three',
    null,
  ])('are none where they make no sense: %j', async (usage) => {
    expect(await countsRead(usage)).toEqual([]);
  });

  it('are the last of those that grow with each event', async () => {
    expect(await countsRead({ prompt_tokens: 900, completion_tokens: 1 }, plain)).toEqual([
      { tokensIn: 900, tokensOut: 40, tokensCached: 0 },
    ]);
  });
});
