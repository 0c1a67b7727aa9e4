import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownBy } from '../discord/test-message.ts';
import { type RunningBot, runBot, startTimeout } from './running-bot.ts';

const question = '张家港累计落实了多少帮扶资金？';

describe('after a restart', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await runBot();
  }, startTimeout);
  afterAll(() => bot.close());

  it(
    'the buttons and the conversation of before a kill go on',
    async () => {
      const { sandbox } = bot;
      const slash = shownBy(await sandbox.member.slash('ask', { question }, { locale: 'zh-CN' }));
      const chat = await sandbox.member.ask('张家港市红十字会办了多少场应急救护培训？', { mention: true });
      await bot.end('SIGKILL');
      await bot.start();
      const card = shownBy(await sandbox.member.tap(slash, '[1] ¶2', { locale: 'zh-CN' }));
      await sandbox.member.tap(card, '¶3 ▶', { locale: 'zh-CN' });
      await sandbox.member.tap(card, '¶4 ▶', { locale: 'zh-CN' });
      await sandbox.member.tap(card, '回到引文', { locale: 'zh-CN' });
      expect(card.text).toMatch(/\*\*[^*]*6594万元[^*]*\*\*/);
      const followUp = await sandbox.member.ask('它填补了什么空白？', { replyTo: chat });
      expect(followUp.text).toContain('应急救护');
    },
    startTimeout,
  );

  it(
    'only a reply of the time between is answered late',
    async () => {
      const { sandbox } = bot;
      const answer = await sandbox.other.ask(question, { mention: true });
      await bot.end('SIGTERM');
      const reply = await sandbox.other.say('惠及了多少个村？', { replyTo: answer });
      await sandbox.editor.say(question, { mention: true, channel: sandbox.channels.questions });
      await bot.start();
      expect((await sandbox.other.answerTo(reply)).text).toContain('72个村');
      await sandbox.quiet();
      expect(sandbox.channels.questions.messages).toHaveLength(1);
    },
    startTimeout,
  );

  it(
    'a moderator’s setting holds, from the next question on',
    async () => {
      const { sandbox } = bot;
      const { questions } = sandbox.channels;
      const value = `<#${questions.id}>`;
      const changed = shownBy(await sandbox.moderator.slash('config set', { setting: 'channels', value }));
      expect(changed.text).toContain(value);
      await bot.end('SIGKILL');
      await bot.start();
      const refused = shownBy(await sandbox.editor.slash('ask', { question }));
      expect(refused.visibleTo).toBe(sandbox.editor.id);
      expect(refused.text).toContain(value);
      const admitted = shownBy(await sandbox.editor.slash('ask', { question }, { channel: questions }));
      expect(admitted.text).toContain('6594万元');
    },
    startTimeout,
  );

  it('no command is written anew, and a stop that is asked for ends with 0', async () => {
    const { sandbox } = bot;
    expect(await bot.end('SIGTERM')).toBe(0);
    const writes = sandbox.requests.filter(
      ({ method, route }) => method !== 'GET' && route.endsWith('/commands'),
    );
    expect(writes.map(({ method }) => method)).toEqual(['PUT']);
    expect(sandbox.violations).toEqual([]);
  });
});
