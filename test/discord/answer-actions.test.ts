import { describe, expect, it } from 'vitest';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const refused = 'Only the person who asked, or a moderator, can do that.';

/** What is done in place is under way when a tap has been taken. */
const meanwhile = { quietMs: 400 };

describe('the buttons of an answer', () => {
  it('ask again in place, and nothing kept is given again', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await sandbox.member.tap(answer, 'Ask again', meanwhile);
    expect(asked.map((request) => request.question)).toEqual([question, question]);
    expect(answer.text).toContain('2017年3月');
    expect(sandbox.channels.general.messages).toHaveLength(1);
  });

  it('ask again what a message asked, without showing it twice', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    await sandbox.member.tap(answer, '重新回答', { ...meanwhile, locale: 'zh-CN' });
    expect(asked.map((request) => request.question)).toEqual([question, question]);
    expect(answer.text).not.toContain('> ');
  });

  it('ask a further question again with the conversation before it', async () => {
    const { sandbox, asked } = await startTestBot();
    const first = shownBy(await sandbox.member.slash('ask', { question }));
    const opened = await sandbox.member.tap(first, 'Ask further');
    const further = shownBy(await sandbox.member.submitModal(opened, { question: '那是哪两个地方？' }));
    await sandbox.member.tap(further, 'Ask again', meanwhile);
    await sandbox.waitFor(() => asked.length === 3 || undefined);
    expect(asked[1]?.history).not.toEqual([]);
    expect(asked[2]?.history).toEqual(asked[1]?.history);
  });

  it('take it away for who asked', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await sandbox.member.tap(answer, 'Delete');
    await sandbox.waitFor(() => answer.deleted || undefined);
  });

  it.each(['Delete', 'Ask again'])('%s is not for other members', async (label) => {
    const { sandbox, asked } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    const { followUps } = await sandbox.other.tap(answer, label, meanwhile);
    expect(followUps).toMatchObject([{ text: refused, visibleTo: sandbox.other.id }]);
    expect(answer.deleted).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('are for moderators as well, and the answer stays the asker’s', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await sandbox.moderator.tap(answer, 'Ask again', meanwhile);
    await sandbox.waitFor(() => asked.length === 2 || undefined);
    await sandbox.member.tap(answer, 'Delete');
    await sandbox.waitFor(() => answer.deleted || undefined);
    const another = shownBy(await sandbox.member.slash('ask', { question }));
    await sandbox.moderator.tap(another, 'Delete');
    await sandbox.waitFor(() => another.deleted || undefined);
  });

  it('do nothing for an id that names another asker', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await sandbox.other.forge(answer, `delete:${sandbox.other.id}`, meanwhile);
    expect(answer.deleted).toBe(false);
  });

  it('leave a private answer to go by itself', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question, private: true }));
    expect(answer.buttons.map(({ label }) => label)).not.toContain('Delete');
  });
});

describe('where Components V2 cannot be shown', () => {
  it('an answer is text with the same words', async () => {
    const { sandbox } = await startTestBot();
    const { general } = sandbox.channels;
    const rich = await sandbox.member.ask(question, { mention: true });
    sandbox.fail('POST', '/channels/:channel/messages', {
      status: 403,
      times: 1,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    const plain = await sandbox.other.ask(question, { mention: true });
    expect(plain.channel).toBe(general);
    expect(rich.content).toBe('');
    expect(plain.content).toContain('2017年3月');
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}[\]]/gu, '');
    expect(letters(plain.text)).toBe(letters(rich.text));
    expect(plain.buttons.map(({ label }) => label)).toEqual(rich.buttons.map(({ label }) => label));
  });
});
