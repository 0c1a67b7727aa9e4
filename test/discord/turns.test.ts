import { setImmediate as nextRound } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns, waitForTurn } from '../../src/discord/turns.ts';
import { UserError } from '../../src/errors.ts';
import { startTestBot } from './test-bot.ts';

describe('turns', () => {
  it('come one at a time, first come, first served, and each can tell how many are before it', async () => {
    const turns = createTurns();
    const come: number[] = [];
    const line = [0, 1, 2].map((number) => {
      const turn = turns.join();
      void turn.come.then(() => come.push(number));
      return turn;
    });
    expect(line.map((turn) => turn.position())).toEqual([0, 1, 2]);
    await nextRound();
    expect(come).toEqual([0]);
    expect(line.map((turn) => turn.position())).toEqual([0, 0, 1]);
    await line[2]?.come;
    expect(come).toEqual([0, 1, 2]);
  });

  it('turn away whom the line is too long for, saying when to try again', async () => {
    const turns = createTurns();
    for (let count = 0; count < 1000; count += 1) turns.join();
    const soon = { code: 'too-busy', values: { endsAt: expect.closeTo(Date.now() / 1000 + 30, -1) } };
    expect(() => turns.join()).toThrow(expect.objectContaining(soon));
    await nextRound();
    expect(() => turns.join()).not.toThrow();
  });

  it('tell who waits long how many come before, ever fewer', async () => {
    const turns = createTurns();
    const told: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, async (_, number) => {
        await waitForTurn(turns.join(), (before) => void (number === 39 && told.push(before)), 100);
        for (const until = performance.now() + 15; performance.now() < until; );
      }),
    );
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
    expect(told.every((before) => before > 0 && before < 39)).toBe(true);
  });

  it('come to nobody any more once the line is closed: who stands in it, or joins it, hears why', async () => {
    const turns = createTurns();
    const reason = new UserError('stopping', 'the bot is being stopped');
    const waiting = [turns.join(), turns.join()].map((turn) => waitForTurn(turn, () => undefined));
    turns.close(reason);
    expect(await Promise.allSettled(waiting)).toEqual(waiting.map(() => ({ status: 'rejected', reason })));
    expect(() => turns.join()).toThrow(reason);
  });

  it('wait while a second’s worth of answers is being sent, and are crowded before that', async () => {
    const turns = createTurns();
    const sent = Array.from({ length: 4 }, () => turns.send());
    expect(turns.isCrowded()).toBe(false);
    sent.push(...Array.from({ length: 46 }, () => turns.send()));
    expect(turns.isCrowded()).toBe(true);
    let hasCome = false;
    const waiting = turns.join().come.then(() => {
      hasCome = true;
    });
    for (let round = 0; round < 20; round += 1) await nextRound();
    expect(hasCome).toBe(false);
    sent.pop()?.();
    await waiting;
    for (const end of sent) end();
    expect(turns.isCrowded()).toBe(false);
  });

  it('come now and then where answers hang', async () => {
    const turns = createTurns();
    for (let count = 0; count < 60; count += 1) turns.send();
    const startedAt = performance.now();
    const [first, second] = [turns.join(), turns.join()];
    await first.come;
    expect(performance.now() - startedAt).toBeGreaterThan(1_900);
    await second.come;
    expect(performance.now() - startedAt).toBeGreaterThan(3_900);
    expect(turns.isCrowded()).toBe(true);
  });

  it('wait while somebody has had no response yet, but not for ever', async () => {
    const turns = createTurns();
    const release = turns.hold();
    let come = 0;
    const line = [0, 1].map(async () => {
      await turns.join().come;
      come += 1;
    });
    await nextRound();
    await nextRound();
    expect(come).toBe(0);
    await line[0];
    expect(come).toBe(1);
    release();
    await line[1];
  });

  it('go on after the line was empty', async () => {
    const turns = createTurns();
    await turns.join().come;
    await turns.join().come;
    await nextRound();
    await turns.join().come;
  });
});

it('of many who ask at once, no two are answered before the bot has read what else has come', async () => {
  const { sandbox } = await startTestBot({
    drafts: async function* ({ question }) {
      if (!begunIn.has(question)) begunIn.set(question, round);
      // As long as finding quotes takes, and nothing else is done meanwhile.
      for (const until = performance.now() + 6; performance.now() < until; );
      yield { type: 'outcome', outcome: 'not-in-article' };
    },
  });
  let round = 0;
  const begunIn = new Map<string, number>();
  let counting = setImmediate(function count() {
    round += 1;
    counting = setImmediate(count);
  });
  const interactions = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      sandbox
        .personFor(sandbox.edit.addUser('asker', sandbox.seeded.guild).id, sandbox.channels.general)
        .slash('ask', { question: `张家港帮扶了沿河哪${index}个村？` }, { settle: false }),
    ),
  );
  const areDone = () =>
    interactions.every(({ original }) => original?.text.includes('does not say')) || undefined;
  await sandbox.waitFor(areDone, 40_000);
  clearImmediate(counting);
  expect(begunIn.size).toBe(interactions.length);
  expect(new Set(begunIn.values()).size).toBe(begunIn.size);
});
