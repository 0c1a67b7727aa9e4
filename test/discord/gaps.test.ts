import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { article, startTestBot } from './test-bot.ts';
import { redrawn, shownBy } from './test-message.ts';

const question = '2030年的目标是什么？';
const other = '市长是谁？';
const expired = 'This has expired. Please ask again.';

const start = async (settings: Parameters<Awaited<ReturnType<typeof startTestBot>>['set']>[0] = {}) => {
  const bot = await startTestBot({ drafts: 'not-in-article' });
  await bot.set(settings);
  return bot;
};
const askBy = async (person: Sandbox['member'], asked = question) =>
  shownBy(await person.slash('ask', { question: asked }));
const queueOf = async (person: Sandbox['member']) => shownBy(await person.slash('gaps'));

/** Opens the first gap and gives its card. */
async function openFirst(sandbox: Sandbox, person = sandbox.moderator): Promise<Message> {
  const queue = await queueOf(person);
  await redrawn(sandbox, queue, person.tap(queue, '1'));
  return queue;
}

interface Filled {
  readonly wordings?: string;
  readonly answer?: string;
  readonly paragraphs?: string;
}
async function answerBy(person: Sandbox['member'], card: Message, filled: Filled) {
  const opened = await person.tap(card, 'Answer or pin…');
  return person.submitModal(opened, { wordings: question, answer: '', paragraphs: '', ...filled });
}

describe('the queue', () => {
  it('holds what the article did not say, once for the same in other words, where questions are kept', async () => {
    const { sandbox } = await start({ keepQuestions: true });
    await askBy(sandbox.member);
    await askBy(sandbox.other, '請問2030年的目標是什麼？');
    await askBy(sandbox.other, other);
    const queue = await queueOf(sandbox.moderator);
    expect(queue.visibleTo).toBe(sandbox.moderator.id);
    expect(queue.content).toMatch(/\*\*1\.\*\* 市长是谁？\n.*Asked: 1 \(not in the article\)/);
    expect(queue.content).toMatch(/\*\*2\.\*\* 請問2030年的目標是什麼？\n.*Asked: 2 /);
  });

  it('takes what a member sends on purpose where questions are not kept, from the asker alone', async () => {
    const { sandbox } = await start();
    const answer = await askBy(sandbox.member);
    expect((await queueOf(sandbox.moderator)).content).toContain('Nothing here.');
    expect(shownBy(await sandbox.other.tap(answer, 'Send to the moderators')).text).toContain(
      'Only the person who asked',
    );
    const sent = shownBy(await sandbox.member.tap(answer, 'Send to the moderators'));
    expect([sent.visibleTo, sent.content]).toEqual([
      sandbox.member.id,
      expect.stringContaining('Sent. The moderators see'),
    ]);
    expect((await queueOf(sandbox.moderator)).content).toContain('(sent by members)');
  });

  it('takes an answer that was voted not helpful', async () => {
    const bot = await startTestBot();
    await bot.set({ keepQuestions: true });
    const answer = await askBy(bot.sandbox.member, '两地何时正式建立关系？');
    expect((await queueOf(bot.sandbox.moderator)).content).toContain('Nothing here.');
    const opened = await bot.sandbox.other.tap(answer, 'Not helpful');
    await bot.sandbox.other.submitModal(opened, { reason: ['wrong'], note: '' });
    expect((await queueOf(bot.sandbox.moderator)).content).toContain('(voted not helpful)');
  });

  it('is for moderators at each tap, not only when it was drawn', async () => {
    const { sandbox } = await start({ keepQuestions: true });
    const answer = await askBy(sandbox.member);
    expect((await queueOf(sandbox.member)).text).toContain('Only moderators');
    const forged = async (id: string, by = sandbox.member) => {
      const { followUps, original } = await by.forge(answer, id);
      await sandbox.quiet();
      return (followUps[0] ?? original)?.text;
    };
    for (const id of ['gaps:open:0', 'gap:1:0', 'gap-edit:1:0', 'gap-dismiss:1:0'])
      expect(await forged(id)).toContain('Only moderators');
    expect((await queueOf(sandbox.moderator)).content).toContain('2030');
    expect(await forged('gap:99:0', sandbox.moderator)).toBe(expired);
  });

  it('lets a gap go that is dismissed, and the second moderator is told', async () => {
    const { sandbox } = await start({ keepQuestions: true });
    await askBy(sandbox.member);
    const [card, late] = [await openFirst(sandbox), await openFirst(sandbox, sandbox.owner)];
    const opened = await sandbox.owner.tap(late, 'Answer or pin…');
    expect(await redrawn(sandbox, card, sandbox.moderator.tap(card, 'Dismiss'))).toContain('Nothing here.');
    const filled = { wordings: question, answer: 'Much work.', paragraphs: '' };
    const { followUps } = await sandbox.owner.submitModal(opened, filled);
    await sandbox.quiet();
    expect(followUps[0]?.content).toContain('Another moderator decided on this meanwhile');
    expect(Buffer.from(followUps[0]?.attachments[0]?.bytes ?? []).toString()).toContain('Much work.');
    expect(await redrawn(sandbox, late, sandbox.owner.tap(late, 'Dismiss'))).toContain(
      'Nothing was changed.',
    );
    await askBy(sandbox.other);
    expect((await queueOf(sandbox.moderator)).content).toContain('Nothing here.');
  });
});

describe('an answer of the moderators', () => {
  it('is given to the same question, marked, cited and without the model', async () => {
    const { sandbox, asked } = await start({ keepQuestions: true });
    await askBy(sandbox.member);
    const card = await openFirst(sandbox);
    await answerBy(sandbox.moderator, card, {
      answer: '**See** https://evil.example @everyone\nand ask the county.',
      paragraphs: '2',
    });
    await sandbox.quiet();
    expect(card.content).toContain('Saved.');
    expect(card.content).toContain('Pinned: ¶2');
    const before = asked.length;
    const answer = await askBy(sandbox.other, '我想知道２０３０年的目標是什麼');
    expect(asked).toHaveLength(before);
    expect(answer.text).toContain('Answered by the moderators');
    expect(answer.text).toContain('\\*\\*See\\*\\* https:\u200b//evil.example @\u200beveryone');
    expect(answer.text).toContain(article.paragraphs[2]?.text.slice(0, 12));
    for (const different of ['2031年的目标是什么？', '2030年的目标不是什么？', '2030年的重点是什么？'])
      expect((await askBy(sandbox.other, different)).text).not.toContain('county');
    // In other words it is offered, for whoever asks to judge.
    const near = await askBy(sandbox.other, '到2030年有哪些目标？');
    expect(near.text).not.toContain('county');
    expect(near.text).toContain(`You could ask:\n• ${question}`);
    expect((await askBy(sandbox.other, other)).text).not.toContain(question);
  });

  it('is left to the article, from the pinned paragraph first, where only that was pinned', async () => {
    const { sandbox, asked } = await start({ keepQuestions: true });
    await askBy(sandbox.member);
    await answerBy(sandbox.moderator, await openFirst(sandbox), { paragraphs: '¶7' });
    await askBy(sandbox.other);
    expect(asked.filter(({ passages }) => passages[0]?.passage.paragraph === 7).length).toBeGreaterThan(0);
  });

  it.each([
    ['a paragraph that is not there', { paragraphs: '3, 4000' }, 'There is no ¶4000'],
    ['nothing', {}, 'Write the question'],
  ])('cannot be %s, and what was written is given back', async (_, filled, sentence) => {
    const { sandbox } = await start({ keepQuestions: true });
    await askBy(sandbox.member);
    const { followUps } = await answerBy(sandbox.moderator, await openFirst(sandbox), filled);
    await sandbox.quiet();
    expect(followUps[0]?.content).toContain(sentence);
    expect(Buffer.from(followUps[0]?.attachments[0]?.bytes ?? []).toString()).toContain(question);
  });

  it('is told once to who wished it, and /privacy shows and deletes the wish', async () => {
    const { sandbox } = await start({ keepQuestions: true });
    const { member, other: second } = sandbox;
    const answer = await askBy(member);
    expect(shownBy(await member.tap(answer, 'Tell me when it is answered')).content).toContain('Noted');
    await second.tap(answer, 'Tell me when it is answered');
    const kept = shownBy(await second.slash('privacy'));
    const file = shownBy(await second.tap(kept, 'Export mine')).attachments[0];
    expect(JSON.parse(Buffer.from(file?.bytes ?? []).toString()).gaps.wishes).toHaveLength(1);
    await second.tap(shownBy(await second.tap(kept, 'Delete mine')), 'Delete them all');
    await sandbox.quiet();
    const card = await openFirst(sandbox);
    await answerBy(sandbox.moderator, card, { answer: 'A green valley.' });
    const told = await sandbox.waitForMessage(({ channel }) => channel === member.directMessages);
    expect(told.text).toContain('A green valley.');
    await sandbox.quiet();
    expect(card.content).toContain('Members told: 1. Not reached: 0.');
    expect(second.directMessages.messages).toEqual([]);
  });

  it('says how many could not be told, such as who takes no direct messages', async () => {
    const { sandbox } = await start({ keepQuestions: true });
    await sandbox.member.tap(await askBy(sandbox.member), 'Tell me when it is answered');
    const card = await openFirst(sandbox);
    const body = { code: 50007, message: 'Cannot send messages to this user' };
    sandbox.fail('POST', '/users/@me/channels', { status: 403, body });
    await answerBy(sandbox.moderator, card, { answer: 'A green valley.' });
    await sandbox.quiet();
    expect(card.content).toContain('Members told: 0. Not reached: 1.');
  });
});
