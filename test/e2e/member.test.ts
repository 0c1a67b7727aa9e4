import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownBy } from '../discord/test-message.ts';
import { type RunningBot, runBot, startTimeout } from './running-bot.ts';

const question = '张家港累计落实了多少帮扶资金？';
const locales = [
  ['en-US', 'How much assistance money has been put into effect in total?', 'In the article’s own words:'],
  ['zh-CN', question, '以下为文章原文：'],
  ['zh-TW', '張家港累計落實了多少幫扶資金？', '以下為文章原文：'],
  ['ja', '支援資金は累計でいくらですか？', '記事の原文からの引用です：'],
  ['ko', '지원 자금은 누계로 얼마인가요?', '기사 원문 그대로입니다:'],
] as const;

describe('with no model configured', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await runBot({ environment: { LOG_LEVEL: 'debug' } });
  }, startTimeout);
  afterAll(() => bot.close());

  it.each(locales)(
    'a member in %s sees quotes with citations, and taps to the exact words',
    async (locale, asks, lead) => {
      const { sandbox } = bot;
      const answer = shownBy(await sandbox.member.slash('ask', { question: asks }, { locale }));
      expect(answer.text).toContain(lead);
      const [, marker = ''] = /6594万元.*\[(\d)\]/.exec(answer.text) ?? [];
      const card = shownBy(await sandbox.member.tap(answer, `[${marker}] ¶2`, { locale }));
      expect(card.visibleTo).toBe(sandbox.member.id);
      expect(card.text).toMatch(/\*\*[^*]*6594万元[^*]*\*\*/);
      await sandbox.member.tap(card, '¶3 ▶', { locale });
      expect(card.text).toMatch(/^### ¶3/);
      await sandbox.member.tap(card, '◀ ¶2', { locale });
      expect(card.text).toMatch(/\*\*[^*]*6594万元[^*]*\*\*/);
    },
  );

  it('completes a question that is picked, asked as it stands, and answered to the member alone', async () => {
    const { other } = bot.sandbox;
    const choices = await other.autocomplete('ask', 'question', '帮扶资金', { locale: 'zh-CN' });
    const picked = String(choices[0]?.value);
    const answer = shownBy(
      await other.slash('ask', { question: picked, private: true }, { locale: 'zh-CN' }),
    );
    expect(answer.visibleTo).toBe(other.id);
    expect(answer.text).toContain(`> ${picked}`);
    expect(answer.text).toMatch(/\[1\]/);
  });

  it('an answer by quotes takes three edits at most', async () => {
    const { sandbox } = bot;
    const from = sandbox.requests.length;
    await bot.asking(() => sandbox.other.slash('ask', { question: '张家港和沿河做了哪些事？' }));
    const edits = sandbox.requests.slice(from).filter(({ method }) => method === 'PATCH');
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.length).toBeLessThanOrEqual(3);
  });

  it('a direct message is answered', async () => {
    const { other } = bot.sandbox;
    const answer = await other.answerTo(await other.dm(question));
    expect(answer.text).toMatch(/6594万元.*\[1\]/);
  });

  it('a mention in a thread is answered there, and nobody is pinged', async () => {
    const { other } = bot.sandbox;
    const { thread } = bot.sandbox.channels;
    const answer = await other.ask(question, { mention: true, channel: thread });
    expect(answer.channel).toBe(thread);
    expect(answer.text).toMatch(/6594万元/);
    expect(answer.mentions).toEqual([]);
  });

  it('everyone is not answered, and no bot', async () => {
    const { sandbox } = bot;
    const before = sandbox.requestsTo('POST', '/channels/:channel/messages').length;
    await sandbox.owner.say(`@everyone ${question}`);
    await sandbox.otherBot.say(question, { mention: true });
    await sandbox.quiet();
    expect(sandbox.requestsTo('POST', '/channels/:channel/messages')).toHaveLength(before);
  });

  it('where it may not speak, the member is told in private which permission is missing', async () => {
    const { sandbox } = bot;
    const { announcements, lobbyThread } = sandbox.channels;
    const slash = shownBy(await sandbox.moderator.slash('ask', { question }, { channel: announcements }));
    expect(slash.visibleTo).toBe(sandbox.moderator.id);
    expect(slash.text).toContain('Send Messages');
    await sandbox.editor.say(question, { mention: true, channel: lobbyThread });
    const { directMessages } = sandbox.editor;
    const told = await sandbox.waitForMessage(({ channel }) => channel === directMessages);
    expect(told.text).toContain('在子区内发送消息');
  });

  it('a question that the article does not answer gets the nearest, and three that it does', async () => {
    const { text: content } = shownBy(
      await bot.sandbox.editor.slash(
        'ask',
        { question: '张家港市2023年的人口是多少？' },
        { locale: 'zh-CN' },
      ),
    );
    expect(content).toContain('文章没有提到这一点。');
    expect(content.match(/^• /gm)).toHaveLength(3);
  });

  it('a forged button is answered politely, and the bot goes on', async () => {
    const { editor } = bot.sandbox;
    const answer = shownBy(await editor.slash('ask', { question }));
    const forged = shownBy(await editor.forge(answer, 'quote:ffffffffffff:1:2:0:5'));
    expect(forged.text).toBe('This has expired. Please ask again.');
    expect(shownBy(await editor.slash('ask', { question })).text).toContain('6594万元');
  });

  it('the words of members and the token are not in the log, and there is no fault in it', async () => {
    await bot.sandbox.editor.ask('我的秘密词是蓝鲸七号，张家港落实了多少资金？', { mention: true });
    expect(bot.output()).toContain('question-answered');
    expect(bot.output()).not.toContain('蓝鲸');
    expect(bot.output()).not.toContain(bot.sandbox.token);
    expect(bot.output()).not.toContain('"level":"error"');
  });

  it('all that was sent is as Discord’s own schemas describe it', () => {
    expect(bot.sandbox.violations).toEqual([]);
    expect(bot.sandbox.bugs).toEqual([]);
  });
});
