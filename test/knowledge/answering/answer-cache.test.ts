import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/knowledge/answering/answer.ts';
import { createAnswerCache } from '../../../src/knowledge/answering/answer-cache.ts';
import type { OnProgress, Progress } from '../../../src/knowledge/answering/progress.ts';
import { noUsage } from '../../../src/knowledge/answering/usage.ts';

const asked = {
  question: '投入了多少资金？',
  history: [],
  length: 'normal' as const,
  scope: 'server',
  articleVersion: '1',
  settings: { length: 'normal' },
  by: 'openai' as const,
};
const day = 24 * 60 * 60 * 1000;

function answerOf(parts: Partial<Answer> = {}): Answer {
  return {
    ...{ outcome: 'answered', understoodAs: null, language: 'zh-CN', statements: [], citations: [] },
    ...{ quotesOnly: false, correction: null, nearest: [], suggestions: [], hits: [] },
    ...{ generator: 'openai', ledger: [], usage: noUsage },
    ...parts,
  };
}

function open() {
  const clock = { time: 1_000 };
  const cache = createAnswerCache(() => clock.time);
  const calls: number[] = [];
  /** Asks, and tells where the answer came from. */
  const ask = async (changes: Partial<Parameters<typeof cache.has>[0]> = {}, answer = answerOf()) => {
    const make = async () => {
      calls.push(clock.time);
      return answer;
    };
    const given = await cache.answer({ ...asked, ...changes }, make, { onProgress: () => undefined });
    return given.origin;
  };
  return { cache, clock, calls, ask };
}

describe('an answer cache', () => {
  it('gives an answer again for the same question in other script, width and punctuation', async () => {
    const { ask, calls } = open();
    expect(await ask()).toBe('made');
    for (const question of ['投入了多少资金', ' 投入了多少资金?? ', '投入了多少 资金？'.replace(' ', '')])
      expect(await ask({ question })).toBe('kept');
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['another question', { question: '投入了多少人？' }],
    ['the same in another script, to be answered in it', { question: '投入了多少資金？' }],
    ['another server', { scope: 'other' }],
    ['another article version', { articleVersion: '2' }],
    ['other settings', { settings: { length: 'long' } }],
    ['another language', { language: 'en' }],
    ['another length', { length: 'long' as const }],
    ['a conversation before it', { history: [{ role: 'user' as const, content: '谁？' }] }],
    ['another writer', { by: 'extractive' as const }],
  ])('makes an answer anew for %s', async (_, changes) => {
    const { ask } = open();
    await ask();
    expect(await ask(changes)).toBe('made');
  });

  it('forgets an answer after 24 hours', async () => {
    const { ask, clock } = open();
    await ask();
    clock.time = day;
    expect(await ask()).toBe('kept');
    clock.time = day + 1_001;
    expect(await ask()).toBe('made');
  });

  it.each([
    ['quotes in place of a model that failed', answerOf({ generator: 'extractive' })],
    ['what repeats the question', answerOf({ understoodAs: '投入了多少资金？' })],
  ])('does not keep %s', async (_, answer) => {
    const { ask } = open();
    await ask({}, answer);
    expect(await ask({}, answer)).toBe('made');
  });

  it('keeps nothing of a conversation', async () => {
    const { ask } = open();
    const history = [{ role: 'user' as const, content: '谁？' }];
    await ask({ history });
    expect(await ask({ history })).toBe('made');
  });

  it('keeps none of the question’s words', async () => {
    const { cache, ask } = open();
    const passage = { id: '1-1', paragraph: 1, start: 0, end: 1, text: '一', field: null };
    const hits = [{ passage, score: 1, terms: [{ term: '资金', field: 'text' as const, score: 1 }] }];
    await ask({}, answerOf({ hits }));
    const { answer } = await cache.answer(asked, async () => answerOf(), { onProgress: () => undefined });
    expect(answer.hits).toEqual([{ passage, score: 1, terms: [] }]);
  });

  it('shares one call among those who ask while it is under way, with its progress so far', async () => {
    const { cache } = open();
    const gate = Promise.withResolvers<void>();
    let calls = 0;
    let tell: OnProgress = () => undefined;
    const make = async (onProgress: OnProgress) => {
      calls += 1;
      tell = onProgress;
      tell({ stage: 'searching' });
      await gate.promise;
      return answerOf();
    };
    const seen: [Progress[], Progress[]] = [[], []];
    const first = cache.answer(asked, make, { onProgress: (progress) => seen[0].push(progress) });
    const second = cache.answer(asked, make, { onProgress: (progress) => seen[1].push(progress) });
    expect(cache.has(asked)).toBe(true);
    tell({ stage: 'reading', paragraphs: [1] });
    gate.resolve();
    expect([(await first).origin, (await second).origin]).toEqual(['made', 'shared']);
    expect(calls).toBe(1);
    expect(seen[0]).toEqual(seen[1]);
  });

  it('fails all who share a call that fails, and is asked anew after it', async () => {
    const { cache, ask } = open();
    const fail = () => Promise.reject(new Error('no answer'));
    const both = [1, 2].map(() => cache.answer(asked, fail, { onProgress: () => undefined }));
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(cache.has(asked)).toBe(false);
    expect(await ask()).toBe('made');
  });

  it('ends a call when the last who waits for it leaves, and not before', async () => {
    const { cache, ask } = open();
    let ended = false;
    const make = (_: OnProgress, signal: AbortSignal) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => {
          ended = true;
          reject(signal.reason);
        }),
      );
    const leavers = [new AbortController(), new AbortController()];
    const waiting = leavers.map(({ signal }) =>
      cache.answer(asked, make, { onProgress: () => undefined, signal }),
    );
    leavers[0]?.abort(new Error('gone'));
    await expect(waiting[0]).rejects.toThrow('gone');
    expect(ended).toBe(false);
    leavers[1]?.abort(new Error('gone too'));
    await expect(waiting[1]).rejects.toThrow('gone too');
    expect(ended).toBe(true);
    expect(await ask()).toBe('made');
  });
});
