import { describe, expect, it } from 'vitest';
import { startTestBot } from '../discord/test-bot.ts';
import { shownBy } from '../discord/test-message.ts';

const check = 'Check against the article';

describe('the menu of a message', () => {
  it('holds each claim against the article, for the member alone, with a way to the exact words', async () => {
    const { sandbox, asked } = await startTestBot();
    const said = await sandbox.other.say(
      '34名张家港骨干教师来沿河支教。沙洲职业工学院定向录取412名沿河籍学生。@everyone 今天天气很好。',
    );
    const shown = shownBy(await sandbox.member.contextMenu(check, said));
    expect(shown.visibleTo).toBe(sandbox.member.id);
    expect(shown.content).toContain('[1] Supported by the article');
    expect(shown.content).toContain('[2] Contradicted by the article');
    expect(shown.content).toContain('The article says 214名, not 412名:');
    expect(shown.content).toContain('[3] Not found in the article');
    expect(shown.content).not.toContain('@everyone');
    expect(shown.buttons.map(({ label }) => label)).toEqual(['[1] ¶6', '[2] ¶6']);
    expect(shownBy(await sandbox.member.tap(shown, '[2] ¶6')).text).toContain('**沙洲职业工学院');
    expect(asked).toEqual([]);
  });

  it('reads an answer of the bot itself by its statements alone', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(
      await sandbox.member.slash('ask', { question: '两地何时正式建立协作对口帮扶关系？' }),
    );
    const { content } = shownBy(await sandbox.other.contextMenu(check, answer));
    expect(content).toContain('[1] Supported by the article');
    expect(content).not.toContain('[2]');
  });

  it('says that a message without a claim has none, and keeps to the allowed channels', async () => {
    const { sandbox, set } = await startTestBot();
    const empty = await sandbox.other.say('🎉🎉');
    expect(shownBy(await sandbox.member.contextMenu(check, empty)).content).toContain('There is no claim');
    await set({ channels: ['123456789012345678'] });
    const said = await sandbox.other.say('34名张家港骨干教师来沿河支教。');
    expect(shownBy(await sandbox.member.contextMenu(check, said)).content).toContain(
      'in these channels only',
    );
  });

  it('asks a message that is a question, and opens a modal with any other', async () => {
    const { sandbox, asked } = await startTestBot();
    const question = await sandbox.other.say('两地何时正式建立协作对口帮扶关系？');
    expect(shownBy(await sandbox.member.contextMenu('Ask about this', question)).text).toContain('2017年3月');
    expect(asked.at(-1)).toMatchObject({ question: '两地何时正式建立协作对口帮扶关系？' });
    const statement = await sandbox.other.say('张家港和沿河是结对的。');
    const opened = await sandbox.member.contextMenu('Ask about this', statement);
    await sandbox.member.submitModal(opened, { question: '它们是哪一年建立关系的？' });
    expect(asked.at(-1)).toMatchObject({
      question: '它们是哪一年建立关系的？',
      history: [{ role: 'user', content: '张家港和沿河是结对的。' }],
    });
  });
});
