/** A process that is cut off from the database alone, and the one that has taken its place, hear the same for a while. */
import { expect, it } from 'vitest';
import { startTestBot } from './test-bot.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const fact = '2017年3月';

it('what two processes hear is answered once, and done once', async () => {
  const { sandbox, restart, set, asked, ended, logged } = await startTestBot();
  await set({ followUps: 'thread' });
  await restart();
  expect(sandbox.gateway.shards).toEqual([0, 0]);
  const { member, other, channels } = sandbox;

  const answer = await member.ask(question, { mention: true });
  const direct = await other.dm(question);
  expect((await other.answerTo(direct)).text).toContain(fact);
  const { original, followUps } = await other.slash('ask', { question });
  expect(original?.text).toContain(fact);
  const card = await other.tap(answer, '[1] ¶1');
  expect([card.original, ...card.followUps].map((shown) => shown?.visibleTo)).toEqual([other.id]);
  await member.tap(answer, '在子区中继续');
  await member.tap(answer, '重新回答', { quietMs: 0 });
  await sandbox.quiet();

  expect(followUps).toEqual([]);
  const said = channels.general.messages.filter(({ author, visibleTo }) => author.bot && visibleTo === null);
  expect(said.map(({ text }) => text.includes(fact))).toEqual([true, true]);
  expect(answer.thread?.messages).toHaveLength(1);
  expect(other.sees(other.directMessages).filter(({ author }) => author.bot)).toHaveLength(1);
  // The second asks the model too: it cannot know better.
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(ended).toEqual([]);
  expect(logged.join('')).not.toContain('"bug"');
});
