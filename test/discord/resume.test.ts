import { expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { PendingRecord } from '../../src/discord/pending/record.ts';
import { createSeal } from '../../src/discord/pending/seal.ts';
import { createPendingStore } from '../../src/storage/pending-store.ts';
import { startTestBot } from './test-bot.ts';

const question = '两地何时正式建立协作对口帮扶关系？';
const interrupted = 'I was interrupted before I was done with this. Please try again.';
const interruptedInChinese = '我还没做完就被打断了，请再试一次。';

/** Puts down what a process leaves that is killed; the bot is stopped. */
async function leaver({ sandbox, database }: Awaited<ReturnType<typeof startTestBot>>) {
  const store = createPendingStore(database);
  const left = async (
    id: string,
    record: PendingRecord,
    { token = sandbox.token, age = 0, holder = id } = {},
  ) => {
    const expiresAt = Date.now() + 15 * 60_000 - age;
    await store.write(
      holder,
      [{ id, guildId: null, expiresAt, sealed: createSeal(token).close(id, record) }],
      [],
    );
  };
  const ofMessage = (messageId: string, channelId: string): PendingRecord => ({
    kind: 'message',
    messageId,
    channelId,
  });
  const ofInteraction = ({ id, token, channel }: Interaction): PendingRecord => ({
    kind: 'interaction',
    deferred: {
      ...{ interactionId: id, applicationId: sandbox.applicationId, token, place: 'public' as const },
      ...{ channelId: channel.id, takesComponents: true, isComponents: false },
    },
    locale: 'en-US',
    question: null,
  });
  return { store, left, ofMessage, ofInteraction };
}

it('a new post that is left to people first is answered after the delay, though the bot ended meanwhile', async () => {
  const { sandbox, bot, restart, set } = await startTestBot({
    sandbox: { grantedIntents: ['messageContent'] },
    environment: { DISCORD_MESSAGE_CONTENT: 'on' },
  });
  const { forum } = sandbox.channels;
  await set({ questionForums: [forum.id], forumDelay: 2 });
  const post = await sandbox.member.openThread('何时？', { channel: forum, first: question });
  const [first] = post.messages;
  if (first === undefined) throw new Error('no post');
  await sandbox.gateway.delivered();
  await bot.stop();
  await restart();
  expect((await sandbox.member.answerTo(first)).text).toContain('2017年3月');
});

it('what is finished already stays as it is, and what ended a process before is told, not tried again', async () => {
  const run = await startTestBot();
  const { sandbox, bot, restart, whenDone, asked } = run;
  const { store, left, ofMessage, ofInteraction } = await leaver(run);
  const answered = await sandbox.member.slash('ask', { question });
  const replied = await sandbox.other.ask(question, { mention: true });
  await bot.stop();
  const { reference } = replied;
  if (reference === null) throw new Error('no reply');
  await left(answered.id, ofInteraction(answered));
  await left(reference.messageId, ofMessage(reference.messageId, reference.channelId));
  const tried = await sandbox.member.say(question, { mention: true });
  await left(tried.id, ofMessage(tried.id, tried.channel.id));
  await store.claim('ended by it', (guildId) => guildId === null, 0);
  const thinking = await sandbox.member.slash('ask', { question }, { settle: false });
  await fetch(`${sandbox.apiUrl}/v10/interactions/${thinking.id}/${thinking.token}/callback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 5 }),
  });
  await left(thinking.id, ofInteraction(thinking));
  const old = await sandbox.member.say(question, { mention: true });
  await left(old.id, ofMessage(old.id, old.channel.id), { age: 14 * 60_000 });
  const foreign = await sandbox.member.say(question, { mention: true });
  await left(foreign.id, ofMessage(foreign.id, foreign.channel.id), { token: 'of another bot' });
  const calls = asked.length;
  const { revisions } = replied;
  await restart();
  expect((await sandbox.member.answerTo(tried)).text).toBe(interruptedInChinese);
  await sandbox.waitFor(() => (thinking.original?.deleted ? thinking.followUps[0] : undefined));
  await whenDone();
  expect(thinking.followUps.map(({ text, visibleTo }) => [text, visibleTo])).toEqual([
    [interrupted, sandbox.member.id],
  ]);
  expect(asked).toHaveLength(calls);
  expect([answered.followUps.length, replied.revisions]).toEqual([0, revisions]);
  const repliedTo = replied.channel.messages
    .map(({ reference: to }) => to?.messageId)
    .filter((id) => id !== undefined);
  expect(repliedTo).toEqual([reference.messageId, tried.id]);
});
