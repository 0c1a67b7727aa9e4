import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/discord/payload.ts';
import { createProgress } from '../../src/discord/progress.ts';

function record(delay = 0) {
  const edits: { readonly content: string; readonly at: number }[] = [];
  const errors: unknown[] = [];
  const progress = createProgress(
    async ({ content }) => {
      await sleep(delay);
      edits.push({ content, at: performance.now() });
    },
    (error) => errors.push(error),
  );
  return { edits, errors, progress };
}

describe.concurrent('progress', () => {
  it('shows the newest state, and none that was outdated at once', async () => {
    const { edits, progress } = record();
    for (const content of ['1', '2', '3']) progress.show(plain(content));
    await sleep(700);
    expect(edits.map(({ content }) => content)).toEqual(['3']);
  });

  it('edits at most once a second, and leaves a moment before the last state', async () => {
    const { edits, progress } = record(30);
    for (let step = 0; step < 24; step += 1) {
      progress.show(plain(String(step)));
      await sleep(100);
    }
    await progress.settle();
    const settledAt = performance.now();
    const gaps = edits.slice(1).map(({ at }, index) => at - (edits[index]?.at ?? 0));
    expect(edits.length).toBeGreaterThanOrEqual(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(990);
    expect(settledAt - (edits.at(-1)?.at ?? 0)).toBeGreaterThanOrEqual(140);
  });

  it('sends nothing when the answer is there at once', async () => {
    const { edits, progress } = record();
    progress.show(plain('1'));
    await progress.settle();
    await sleep(700);
    expect(edits).toEqual([]);
  });

  it('sends no edit that changes nothing', async () => {
    const { edits, progress } = record();
    progress.show(plain('1'));
    await sleep(600);
    progress.show(plain('1'));
    await sleep(1_100);
    progress.show(plain('2'));
    await sleep(600);
    expect(edits.map(({ content }) => content)).toEqual(['1', '2']);
  });

  it('makes four edits at most, so that the last state is the fifth', async () => {
    const { edits, progress } = record();
    for (let step = 0; step < 26; step += 1) {
      progress.show(plain(String(step)));
      await sleep(200);
    }
    await progress.settle();
    expect(edits).toHaveLength(4);
  });

  it('goes on when an edit fails, and tells of it', async () => {
    const errors: unknown[] = [];
    const progress = createProgress(
      () => Promise.reject(new Error('refused')),
      (error) => errors.push(error),
    );
    progress.show(plain('1'));
    await sleep(600);
    await progress.settle();
    expect(errors).toHaveLength(1);
  });
});
