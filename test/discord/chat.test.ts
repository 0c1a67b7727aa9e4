import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import { startTestBot } from './test-bot.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';

/** Where the operator has the Message Content intent. */
const readable = {
  sandbox: { grantedIntents: ['messageContent'] },
  environment: { DISCORD_MESSAGE_CONTENT: 'on' },
} as const;

/** A thread that the bot opens, as an earlier version or another process of it would. */
async function openBotThread(sandbox: Sandbox): Promise<Channel> {
  const response = await fetch(`${sandbox.apiUrl}/v10/channels/${sandbox.channels.general.id}/threads`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Questions', type: 11 }),
  });
  const body: unknown = await response.json();
  const id = typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
  const thread = sandbox.world.channels.get(id);
  if (thread === undefined) throw new Error('the thread was not opened');
  return thread;
}

const botMessages = (sandbox: Sandbox, channel: Channel) =>
  channel.messages.filter(
    ({ author, type }) => author.id === sandbox.world.bot.id && (type === 0 || type === 19),
  );

describe('chat', () => {
  it('answers a mention by a reply that pings nobody, and shows that it is typing', async () => {
    const { sandbox } = await startTestBot();
    const message = await sandbox.member.say(question, { mention: true });
    const answer = await sandbox.member.answerTo(message);
    expect(answer.reference?.messageId).toBe(message.id);
    expect(answer.mentions).toEqual([]);
    expect(answer.text).toContain('两地于2017年3月正式建立协作对口帮扶关系。 [1] [2]');
    expect(answer.text).not.toContain('>');
    expect(sandbox.requestsTo('POST', '/channels/:channel/typing').length).toBeGreaterThan(0);
    const [sent] = sandbox.requestsTo('POST', '/channels/:channel/messages');
    expect(sent?.body).toMatchObject({ enforce_nonce: true, nonce: expect.any(String) });
    expect(sandbox.bugs).toEqual([]);
  });

  it.each([
    ['zh-CN', question, '2017年3月。', '共 1 句，1 句均已与原文核对'],
    [
      'zh-TW',
      '張家港與沿河何時正式建立協作對口幫扶關係？',
      '2017年3月建立關係。',
      '共 1 句，1 句皆已與原文核對',
    ],
    [
      'en-US',
      'When did Zhangjiagang (张家港) pair up?',
      'In March 2017.',
      '1 statement, 1 checked against the text',
    ],
    [
      'ja',
      '張家港と沿河はいつ正式に提携しましたか？',
      '正式な関係は2017年3月に始まりました。',
      '1 文、うち 1 文を原文と照合済み',
    ],
    ['ko', '장자강(张家港)은 언제 결연했나요?', '2017년 3월입니다.', '문장 1개, 1개 원문과 대조함'],
  ])('speaks %s when asked in it', async (_, text, says, words) => {
    const { sandbox } = await startTestBot({ drafts: [{ says, quotes: ['2017年3月'] }] });
    const { text: content } = await sandbox.member.ask(text, { mention: true });
    expect(content).toContain(`${says} [1]`);
    expect(content).toContain(words);
  });

  it('uses the server’s language where the question has none', async () => {
    const { sandbox } = await startTestBot({ sandbox: { guildLocale: 'ja' } });
    const answer = await sandbox.member.ask('???', { mention: true });
    expect(answer.text).toContain('言葉が見つかりませんでした');
  });

  it('uses the member’s or the server’s way of writing for Chinese that tells neither', async () => {
    const { sandbox } = await startTestBot({ sandbox: { guildLocale: 'zh-TW' } });
    expect((await sandbox.member.ask('你好', { mention: true })).text).toContain('可以回答關於文章');
    expect((await sandbox.member.ask('你好吗', { mention: true })).text).not.toContain('關於');
    const { original } = await sandbox.member.slash('ask', { question: '你好' }, { locale: 'zh-TW' });
    expect(original?.text).toContain('可以回答關於文章');
    const [, ...questions] = original?.text.split('\n• ') ?? [];
    expect(questions.length).toBe(3);
  });

  it('goes on with the conversation of the reply chain, also after a restart', async () => {
    const { sandbox, asked, bot, restart } = await startTestBot();
    const first = await sandbox.member.ask(question, { mention: true });
    await bot.stop();
    await restart();
    await sandbox.member.ask('那是哪两个地方？', { replyTo: first });
    expect(asked.at(-1)?.history).toEqual([
      { role: 'user', content: question },
      { role: 'assistant', content: '两地于2017年3月正式建立协作对口帮扶关系。' },
    ]);
  });

  it('knows the question of a slash command that is replied to', async () => {
    const { sandbox, asked } = await startTestBot();
    const { original } = await sandbox.member.slash('ask', { question });
    if (original === null) throw new Error('nothing is shown');
    await sandbox.other.ask('它们在哪里？', { replyTo: original });
    expect(asked.at(-1)?.history).toEqual([
      { role: 'user', content: question },
      { role: 'assistant', content: '两地于2017年3月正式建立协作对口帮扶关系。' },
    ]);
  });

  it('answers direct messages', async () => {
    const { sandbox } = await startTestBot();
    const answer = await sandbox.member.answerTo(await sandbox.member.dm(question));
    expect(answer.text).toContain('2017年3月');
  });

  it('never answers everyone, other bots, or talk of others', async () => {
    const { sandbox, asked } = await startTestBot();
    await sandbox.owner.say(`@everyone ${question}`, { mention: true });
    await sandbox.owner.say(`@here ${question}`);
    await sandbox.otherBot.say(question, { mention: true });
    await sandbox.member.say(question);
    await sandbox.quiet();
    expect(asked).toEqual([]);
    expect(botMessages(sandbox, sandbox.channels.general)).toEqual([]);
  });

  it('says once a thread, with a button, that it cannot read along, also after a restart', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const thread = await openBotThread(sandbox);
    await sandbox.member.say(question, { channel: thread });
    const notice = await sandbox.waitForMessage(
      ({ channel, buttons }) => channel === thread && buttons.length === 1,
    );
    expect(notice.text).toMatch(/^-# Discord shows me/);
    await sandbox.other.say('再问一次', { channel: thread });
    await sandbox.quiet();
    await bot.stop();
    await restart();
    await sandbox.member.say('还有呢', { channel: thread });
    await sandbox.quiet();
    expect(botMessages(sandbox, thread)).toHaveLength(1);

    const opened = await sandbox.member.tap(notice, 'Ask a question', { locale: 'zh-CN' });
    expect(opened.modal?.title).toBe('就文章提问');
    const submitted = await sandbox.member.submitModal(opened, { question }, { locale: 'zh-CN' });
    expect(submitted.original?.text).toContain(`> ${question}\n`);
    expect(submitted.original?.text).toContain('2017年3月');
    expect(submitted.original?.visibleTo).toBeNull();
  });

  it('says nothing in its own thread when it cannot tell whether that was said', async () => {
    const { sandbox, whenDone } = await startTestBot();
    const thread = await openBotThread(sandbox);
    sandbox.fail('GET', '/channels/:channel/messages', { status: 500 });
    await sandbox.member.say('我们聊点别的。', { channel: thread });
    await whenDone();
    expect(botMessages(sandbox, thread)).toEqual([]);
  });

  it('reads its own threads, and replies without a ping, where the operator has the intent', async () => {
    const { sandbox, asked } = await startTestBot({
      sandbox: { grantedIntents: ['messageContent'] },
      environment: { DISCORD_MESSAGE_CONTENT: 'on' },
    });
    const thread = await openBotThread(sandbox);
    const answer = await sandbox.member.ask(question, { channel: thread });
    await sandbox.member.ask('那是哪两个地方？', { replyTo: answer, silent: true });
    expect(asked.map((request) => request.question)).toEqual([question, '那是哪两个地方？']);
  });

  it('answers every message of a question channel, where the operator has the intent', async () => {
    const { sandbox, set, asked } = await startTestBot(readable);
    const channel = sandbox.channels.questions;
    const talk = await sandbox.other.say('我们聊点别的吧。', { channel });
    await sandbox.quiet();
    await set({ questionChannels: [channel.id] });
    const answer = await sandbox.member.ask(question, { channel });
    expect(answer.text).toContain('2017年3月');
    await sandbox.member.say('好的。', { replyTo: talk });
    await sandbox.quiet();
    expect(asked.map((request) => request.question)).toEqual([question]);
  });

  it('leaves a question channel alone without the intent, or where it may not answer', async () => {
    const without = await startTestBot();
    await without.set({ questionChannels: [without.sandbox.channels.questions.id] });
    await without.sandbox.member.say(question, { channel: without.sandbox.channels.questions });
    const elsewhere = await startTestBot(readable);
    const { questions, general } = elsewhere.sandbox.channels;
    await elsewhere.set({ questionChannels: [questions.id], channels: [general.id] });
    await elsewhere.sandbox.member.say(question, { channel: questions });
    for (const { sandbox, asked } of [without, elsewhere]) {
      await sandbox.quiet();
      expect(asked).toEqual([]);
      expect(botMessages(sandbox, sandbox.member.directMessages)).toEqual([]);
    }
  });

  it('answers the first message of a post in a question forum, and not the talk under it', async () => {
    const { sandbox, set, asked } = await startTestBot(readable);
    const { forum } = sandbox.channels;
    await set({ questionForums: [forum.id], forumDelay: 0 });
    const post = await sandbox.member.openThread('何时？', { channel: forum, first: question });
    const answer = await sandbox.waitForMessage(
      ({ channel, author }) => channel === post && author.id === sandbox.world.bot.id,
    );
    expect(answer.reference?.messageId).toBe(post.id);
    await sandbox.other.say('我也想知道。', { channel: post });
    await sandbox.quiet();
    expect(asked.map((request) => request.question)).toEqual([question]);
  });

  it('is silent in a post that a moderator has taken up, or that it cannot read', async () => {
    const { sandbox, set, asked, whenDone } = await startTestBot(readable);
    const { forum } = sandbox.channels;
    await set({ questionForums: [forum.id], forumDelay: 0 });
    const slow = sandbox.edit.addUser('late', sandbox.seeded.guild);
    const post = await sandbox
      .personFor(slow.id, sandbox.channels.general)
      .openThread('何时？', { channel: forum });
    sandbox.fail('GET', '/channels/:channel/messages', { delayMs: 300, times: 1 });
    await sandbox.member.say(question, { channel: post });
    await sandbox.moderator.say('我来回答。', { channel: post });
    await whenDone();
    sandbox.fail('GET', '/channels/:channel/messages', { status: 500 });
    await sandbox.member.openThread('还有？', { channel: forum, first: question });
    await whenDone();
    expect(asked).toEqual([]);
  });

  it('leaves a post alone that is gone, solved, or too short after its delay, and reads it as it is then', async () => {
    const { sandbox, set, asked } = await startTestBot(readable);
    const { member, edit, channels } = sandbox;
    const { forum } = channels;
    await set({ questionForums: [forum.id], forumDelay: 1, forumMinLength: 6 });
    const solved = edit.addForumTag(forum, '已解决');
    const [gone, done, , edited] = [
      await member.openThread('一', { channel: forum, first: question }),
      await member.openThread('二', { channel: forum, first: question }),
      await member.openThread('三', { channel: forum, first: '何时？' }),
      await member.openThread('四', { channel: forum, first: '哪两个地方在协作？' }),
    ];
    edit.setPostTags(done, [solved]);
    for (const message of [...gone.messages]) member.delete(message);
    for (const message of edited.messages) member.edit(message, question);
    await sandbox.waitFor(() => asked.length > 0 || undefined);
    await sandbox.quiet(600);
    expect(asked.map((request) => request.question)).toEqual([question]);
    expect(botMessages(sandbox, edited)).toHaveLength(1);
  });

  it('answers a post that mentions it without delay', async () => {
    const { sandbox, set } = await startTestBot(readable);
    const { forum } = sandbox.channels;
    await set({ questionForums: [forum.id], forumDelay: 3600 });
    const first = `<@${sandbox.world.bot.id}> ${question}`;
    const post = await sandbox.member.openThread('何时？', { channel: forum, first });
    await sandbox.waitForFinal(({ channel, text }) => channel === post && text.includes('2017年3月'));
  });

  it('answers commands but no messages in direct messages where the operator wants that, and says so once', async () => {
    const { sandbox, asked } = await startTestBot({ environment: { DISCORD_DMS: 'off' } });
    const { member } = sandbox;
    await member.dm('何时开始？');
    await sandbox.waitForMessage(({ text }) => text.includes('我不回答私信'));
    await member.dm('哪两个地方？');
    await sandbox.quiet();
    expect(botMessages(sandbox, member.directMessages)).toHaveLength(1);
    const { original } = await member.slash('ask', { question }, { channel: member.directMessages });
    expect(original?.text).toContain('2017年3月');
    expect(asked).toHaveLength(1);
  });

  it('tells the member in private which permission is missing', async () => {
    const { sandbox } = await startTestBot();
    await sandbox.moderator.say(question, { mention: true, channel: sandbox.channels.announcements });
    const { directMessages } = sandbox.moderator;
    const told = await sandbox.waitForMessage(({ channel }) => channel === directMessages);
    expect(told.text).toContain(`<#${sandbox.channels.announcements.id}>`);
    expect(told.text).toContain('发送消息');
    expect(botMessages(sandbox, sandbox.channels.announcements)).toEqual([]);
  });

  it('is silent in public where moderators turned chat off, and tells the member once', async () => {
    const { sandbox, set, asked } = await startTestBot();
    await set({ chat: false });
    await sandbox.member.say(question, { mention: true });
    await sandbox.member.say(question, { mention: true });
    await sandbox.quiet();
    expect(botMessages(sandbox, sandbox.channels.general)).toEqual([]);
    expect(botMessages(sandbox, sandbox.member.directMessages).map(({ content }) => content)).toEqual([
      '这个服务器的管理员关闭了聊天回答，请使用斜杠命令。',
    ]);
    expect(asked).toEqual([]);
  });

  it('lets the channels that moderators allow hold for their threads', async () => {
    const { sandbox, set } = await startTestBot();
    await set({ channels: [sandbox.channels.general.id] });
    const answer = await sandbox.member.ask(question, { mention: true, channel: sandbox.channels.thread });
    expect(answer.text).toContain('2017年3月');
    await sandbox.member.say(question, { mention: true, channel: sandbox.channels.questions });
    await sandbox.quiet();
    expect(botMessages(sandbox, sandbox.channels.questions)).toEqual([]);
  });

  it('answers late only replies to it of the last fifteen minutes', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    await bot.stop();
    const reply = await sandbox.member.say('那是哪两个地方？', { replyTo: answer });
    const mention = await sandbox.other.say(question, { mention: true, channel: sandbox.channels.questions });
    await restart();
    expect((await sandbox.member.answerTo(reply)).text).toContain('2017年3月');
    await sandbox.quiet();
    expect(botMessages(sandbox, mention.channel)).toEqual([]);
  });

  it('answers nothing twice when Discord is slow to confirm', async () => {
    const { sandbox } = await startTestBot();
    sandbox.fail('POST', '/channels/:channel/messages', { status: 500, times: 1, afterwards: true });
    const message = await sandbox.member.say(question, { mention: true });
    await sandbox.member.answerTo(message);
    await sandbox.quiet();
    expect(botMessages(sandbox, sandbox.channels.general)).toHaveLength(1);
  });

  it('answers many at once, each once, and is not seen typing when all is said', async () => {
    const { sandbox } = await startTestBot();
    const { general } = sandbox.channels;
    const people = Array.from({ length: 12 }, (_, index) =>
      sandbox.personFor(sandbox.edit.addUser(`reader${index}`, sandbox.seeded.guild).id, general),
    );
    const asked = await Promise.all(people.map((person) => person.say(question, { mention: true })));
    await sandbox.waitFor(
      () => (botMessages(sandbox, general).length === asked.length ? true : undefined),
      20_000,
      'twelve answers',
    );
    await sandbox.quiet(1500);
    const answered = botMessages(sandbox, general).map(({ reference }) => reference?.messageId);
    expect(new Set(answered)).toEqual(new Set(asked.map(({ id }) => id)));
    expect(sandbox.requestsTo('POST', '/channels/:channel/typing').length).toBeLessThanOrEqual(3);
    expect(sandbox.isTyping(general)).toBe(false);
  }, 30_000);

  it('says once to a member who asks too fast when they may go on', async () => {
    const { sandbox, set, asked, whenDone } = await startTestBot();
    await set({ memberPerMinute: 1 });
    for (let count = 0; count < 5; count += 1) await sandbox.member.say(question, { mention: true });
    await whenDone();
    const contents = botMessages(sandbox, sandbox.channels.general).map(({ content }) => content);
    expect(contents.filter((content) => content.includes('<t:'))).toHaveLength(1);
    expect(contents).toHaveLength(2);
    expect(asked).toHaveLength(1);
  });

  it('is not brought down by a message that is gone, nor by closed direct messages', async () => {
    const { sandbox, logged } = await startTestBot();
    sandbox.fail('POST', '/users/@me/channels', {
      status: 403,
      body: { code: 50007, message: 'Cannot send messages to this user' },
    });
    await sandbox.moderator.say(question, { mention: true, channel: sandbox.channels.announcements });
    await sandbox.quiet();
    expect((await sandbox.member.ask(question, { mention: true })).text).toContain('2017年3月');
    expect(logged.filter((line) => line.includes('"event":"bug"'))).toEqual([]);
  });
});
