import { describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/world/message.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const labels = ({ buttons }: Message) => buttons.map(({ label }) => label ?? '');

describe('a question that was understood in some way', () => {
  it('is opened as it was understood, and asked as it was put right, without the turns before', async () => {
    const { sandbox, asked } = await startTestBot();
    const first = await sandbox.member.ask(question, { mention: true });
    const followUp = await sandbox.member.ask('那是哪一年的事？', { replyTo: first, mention: true });
    expect(followUp.text).toContain('我的理解：');
    expect(labels(followUp)).toContain('更正问题');
    const opened = await sandbox.other.tap(followUp, '更正问题', { locale: 'zh-CN' });
    expect(JSON.stringify(opened.modal)).toContain('"value":"那是哪一年的事？"');
    const corrected = shownBy(await sandbox.other.submitModal(opened, { question: '2017年发生了什么事？' }));
    expect(corrected.text).toContain('> 2017年发生了什么事？');
    expect(asked.at(-1)).toMatchObject({ question: '2017年发生了什么事？', history: [] });
  });

  it('has no such button where it was taken as it stands', async () => {
    const { sandbox } = await startTestBot();
    expect(labels(shownBy(await sandbox.member.slash('ask', { question })))).not.toContain(
      'Correct the question',
    );
  });
});

describe('an unclear question', () => {
  it('gets one question back with buttons, each of which asks what it says', async () => {
    const { sandbox, asked } = await startTestBot();
    const back = shownBy(await sandbox.member.slash('ask', { question: '多少钱？' }, { locale: 'zh-CN' }));
    expect(back.text).toContain('我没太明白您的意思。');
    expect(back.text.match(/？/g)?.length).toBeGreaterThan(2);
    const choices = labels(back).filter((label) => label.endsWith('？'));
    expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(choices.length).toBeLessThanOrEqual(3);
    expect(asked).toEqual([]);
    const [choice = ''] = choices;
    const answer = shownBy(await sandbox.other.tap(back, choice, { locale: 'zh-CN' }));
    expect(answer.text).toContain(`> ${choice}`);
    expect(answer.visibleTo).toBeNull();
    expect(asked.at(-1)).toMatchObject({ question: choice, history: [] });
  });

  it('is answered in private where it was asked in private', async () => {
    const { sandbox } = await startTestBot();
    const back = shownBy(await sandbox.member.slash('ask', { question: 'How much?', private: true }));
    const answer = shownBy(await sandbox.member.tap(back, labels(back)[0] ?? ''));
    expect(answer.visibleTo).toBe(sandbox.member.id);
  });
});
