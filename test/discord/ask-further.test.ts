import { describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/world/message.ts';
import { locales } from '../../src/locales/translator.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const said = '两地于2017年3月正式建立协作对口帮扶关系。';
const first = [
  { role: 'user', content: question },
  { role: 'assistant', content: said },
];
const label = 'Ask further';

const ids = ({ buttons }: Message) => buttons.map((button) => button.custom_id);

describe('asking further', () => {
  it('goes on with the conversation that the answer stands in, however often and after a restart', async () => {
    const { sandbox, asked, bot, restart } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    const form = await sandbox.other.tap(answer, label);
    const second = shownBy(await sandbox.other.submitModal(form, { question: '那是哪两个地方？' }));
    expect(second.text).toContain('> 那是哪两个地方？');
    expect(second.visibleTo).toBeNull();
    expect(asked.at(-1)).toMatchObject({ question: '那是哪两个地方？', history: first });
    await bot.stop();
    await restart();
    const again = await sandbox.member.tap(second, label);
    shownBy(await sandbox.member.submitModal(again, { question: '它们在哪里？' }));
    expect(asked.at(-1)?.history).toEqual([
      ...first,
      { role: 'user', content: '那是哪两个地方？' },
      { role: 'assistant', content: said },
    ]);
  });

  it('knows the question in chat that the answer replies to', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    const form = await sandbox.other.tap(answer, 'further');
    shownBy(await sandbox.other.submitModal(form, { question: '它们在哪里？' }));
    expect(asked.at(-1)?.history).toEqual(first);
  });

  it('knows the question of an answer of several pages, which its last page goes on from', async () => {
    const { sandbox, asked } = await startTestBot({
      async *drafts({ passages }) {
        for (const { number, passage } of passages) {
          const citations = [{ passage: number, quote: passage.text }];
          yield { type: 'statement', statement: { text: passage.text.repeat(2), citations } };
        }
      },
    });
    const wide = '扶贫协作的全部内容有哪些方面？沿河张家港';
    await sandbox.member.slash('ask', { question: wide });
    const pages = sandbox.channels.general.messages.filter(({ text }) => /Page \d+ of/.test(text));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ text }) => text.split('\n', 1)[0])).toEqual(pages.map(() => `> ${wide}`));
    const last = pages.at(-1);
    if (last === undefined) throw new Error('no page');
    const form = await sandbox.member.tap(last, label);
    await sandbox.member.submitModal(form, { question: '那是哪两个地方？' });
    const history = asked.at(-1)?.history ?? [];
    expect(history[0]).toEqual({ role: 'user', content: wide });
    expect(history.filter(({ role }) => role === 'user')).toHaveLength(1);
  });

  it('stays private under a private answer, and knows that answer', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question, private: true }));
    const form = await sandbox.member.tap(answer, label);
    const further = shownBy(await sandbox.member.submitModal(form, { question: '它们在哪里？' }));
    expect(further.visibleTo).toBe(sandbox.member.id);
    expect(asked.at(-1)?.history).toEqual(first);
  });

  it('is offered once under every answer: by a thread where the server wants it and there can be one', async () => {
    const { sandbox, set } = await startTestBot();
    const offered = (message: Message) => ids(message).filter((id) => /^(further|thread)$/.test(id ?? ''));
    const ask = async (values = {}, place = {}) =>
      shownBy(await sandbox.member.slash('ask', { question, ...values }, place));
    expect(offered(await ask())).toEqual(['further']);
    await set({ followUps: 'thread' });
    expect(offered(await ask())).toEqual(['thread']);
    expect(offered(await ask({ private: true }))).toEqual(['further']);
    expect(offered(await ask({}, { channel: sandbox.channels.thread }))).toEqual(['further']);
  });

  it.each(locales)('has a form in words of %s', async (locale) => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }, { locale }));
    const button = answer.buttons.find(({ custom_id }) => custom_id === 'further');
    expect(button?.label).toMatch(/\S{4,}/);
    const { modal } = await sandbox.member.tap(answer, 'further', { locale });
    expect(modal?.title).toMatch(/\S/);
  });
});
