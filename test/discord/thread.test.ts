import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { locales } from '../../src/locales/translator.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const said = '两地于2017年3月正式建立协作对口帮扶关系。';
const label = 'Continue in a thread';

const labels = ({ buttons }: Message) => buttons.map((button) => button.label);

async function askIn(sandbox: Sandbox, values: Record<string, string | boolean> = {}, channel?: Channel) {
  const place = channel === undefined ? {} : { channel };
  return shownBy(await sandbox.member.slash('ask', { question, ...values }, place));
}

function threadOf(message: Message): Channel {
  if (message.thread === null) throw new Error('there is no thread');
  return message.thread;
}

const saidByBot = (sandbox: Sandbox, channel: Channel) =>
  channel.messages.filter(({ author }) => author.id === sandbox.world.bot.id).map(({ content }) => content);

/** In a server that wants follow-ups in threads. */
async function startWithThreads(options?: Parameters<typeof startTestBot>[0]) {
  const started = await startTestBot(options);
  await started.set({ followUps: 'thread' });
  return started;
}

describe('a thread under an answer', () => {
  it('is opened once, named after the question, and shown to whoever asks for it', async () => {
    const { sandbox } = await startWithThreads();
    const answer = await askIn(sandbox);
    const opened = shownBy(await sandbox.member.tap(answer, label, { locale: 'zh-CN' }));
    const thread = threadOf(answer);
    expect(thread.name).toBe(question);
    expect(opened.visibleTo).toBe(sandbox.member.id);
    expect(opened.text).toBe(`对话在 <#${thread.id}> 中继续。`);
    expect(saidByBot(sandbox, thread)).toEqual(['-# 请在这里接着问，我知道上面的回答。']);
    const again = shownBy(await sandbox.other.tap(answer, label));
    expect(again.text).toBe(`The conversation goes on in <#${thread.id}>.`);
    expect(sandbox.requestsTo('POST', '/channels/:channel/messages').map(({ body }) => body)).toEqual([
      expect.objectContaining({
        nonce: `${answer.id}-t`,
        enforce_nonce: true,
        allowed_mentions: expect.objectContaining({ parse: [] }),
      }),
    ]);
    expect(sandbox.bugs).toEqual([]);
  });

  it('goes on with the answer above: by mention, and by the button where messages cannot be read', async () => {
    const { sandbox, asked } = await startWithThreads();
    const answer = await askIn(sandbox);
    await sandbox.member.tap(answer, label);
    const channel = threadOf(answer);
    await sandbox.member.ask('那是哪两个地方？', { mention: true, channel });
    expect(asked.at(-1)?.history).toEqual([
      { role: 'user', content: question },
      { role: 'assistant', content: said },
    ]);
    await sandbox.other.say('再问一次', { channel });
    const notice = await sandbox.waitForMessage(
      (message) => message.channel === channel && labels(message).includes('Ask a question'),
    );
    expect(notice.text).toMatch(/^-# Discord shows me/);
    await sandbox.other.say('还有呢', { channel });
    await sandbox.quiet();
    expect(saidByBot(sandbox, channel)).toHaveLength(3);
    const form = await sandbox.other.tap(notice, 'Ask a question');
    shownBy(await sandbox.other.submitModal(form, { question: '它们在哪里？' }));
    expect(asked.at(-1)?.question).toBe('它们在哪里？');
    expect(asked.at(-1)?.history.slice(0, 2)).toEqual([
      { role: 'user', content: question },
      { role: 'assistant', content: said },
    ]);
  });

  it('takes every message in it for a question where the operator has the intent', async () => {
    const { sandbox, asked } = await startWithThreads({
      sandbox: { grantedIntents: ['messageContent'] },
      environment: { DISCORD_MESSAGE_CONTENT: 'on' },
    });
    const answer = await askIn(sandbox);
    await sandbox.member.tap(answer, label);
    await sandbox.member.ask('那是哪两个地方？', { channel: threadOf(answer) });
    await sandbox.other.ask('它们在哪里？', { channel: threadOf(answer) });
    expect(asked.at(-1)?.history).toEqual([
      { role: 'user', content: question },
      { role: 'assistant', content: said },
    ]);
  });

  it('keeps what one member asks in it apart from what another does, unless they reply to it', async () => {
    const { sandbox, asked, bot, restart } = await startWithThreads({
      sandbox: { grantedIntents: ['messageContent'] },
      environment: { DISCORD_MESSAGE_CONTENT: 'on' },
    });
    const answer = await askIn(sandbox);
    await sandbox.member.tap(answer, label);
    const channel = threadOf(answer);
    const mine = await sandbox.member.ask('张家港捐了多少钱？', { channel });
    await sandbox.other.ask('沿河有多少人？', { channel });
    await bot.stop();
    await restart();
    const spoken = () =>
      asked
        .at(-1)
        ?.history.filter(({ role }) => role === 'user')
        .map(({ content }) => content);
    await sandbox.member.ask('那是哪一年？', { channel });
    expect(spoken()).toEqual([question, '张家港捐了多少钱？']);
    await sandbox.other.ask('它在哪里？', { replyTo: mine });
    // A draft is shown the last two exchanges.
    expect(spoken()).toEqual(['沿河有多少人？', '张家港捐了多少钱？']);
  });

  it('is offered under an answer in chat too, and named after the question there', async () => {
    const { sandbox } = await startWithThreads();
    const answer = await sandbox.member.ask(question, { mention: true });
    expect(labels(answer)).toContain('在子区中继续');
    await sandbox.member.tap(answer, '在子区中继续');
    expect(threadOf(answer).name).toBe(question);
  });

  it('has a name that pings nobody, links nowhere and is not too long', async () => {
    const { sandbox } = await startWithThreads();
    const hostile = `@everyone <@1> https://evil.example discord.gg/abc **张家港** ${'何时'.repeat(99)}？`;
    const answer = await askIn(sandbox, { question: hostile });
    await sandbox.member.tap(answer, label);
    const { name } = threadOf(answer);
    expect(name).toContain('**张家港**');
    expect(name).not.toMatch(/@everyone|<@1>|https:\/\/|discord\.gg/);
    expect([...name].length).toBeLessThanOrEqual(100);
  });

  it('is offered only where it can be: in a channel of a server, in public, with the permission, with chat on', async () => {
    const { sandbox, set } = await startWithThreads();
    const { lobby, thread } = sandbox.channels;
    expect(labels(await askIn(sandbox))).toContain(label);
    expect(labels(await askIn(sandbox, { private: true }))).not.toContain(label);
    expect(labels(await askIn(sandbox, {}, lobby))).not.toContain(label);
    expect(labels(await askIn(sandbox, {}, thread))).not.toContain(label);
    const direct = await sandbox.member.answerTo(await sandbox.member.dm(question));
    expect(labels(direct).join()).not.toContain('子区');
    await set({ chat: false });
    expect(labels(await askIn(sandbox))).not.toContain(label);
  });

  it('is refused, in private, to who may not open threads, and where the bot may not any more', async () => {
    const { sandbox } = await startWithThreads();
    const answer = await askIn(sandbox);
    const { guild, roles } = sandbox.seeded;
    const everyone = guild.roles.get(guild.id);
    if (everyone === undefined) throw new Error('no such role');
    sandbox.edit.setRolePermissions(guild, everyone, ['ViewChannel', 'SendMessages', 'ReadMessageHistory']);
    sandbox.edit.setRolePermissions(guild, roles.bot, ['CreatePublicThreads', 'SendMessagesInThreads']);
    const refused = shownBy(await sandbox.member.tap(answer, label));
    expect(refused.visibleTo).toBe(sandbox.member.id);
    expect(refused.text).toBe(
      'Opening a thread here needs a permission that you do not have: Create Public Threads, Send Messages in Threads.',
    );
    sandbox.edit.setRolePermissions(guild, roles.bot, []);
    const unable = shownBy(await sandbox.owner.tap(answer, label, { locale: 'ko' }));
    expect(unable.text).toContain('공개 스레드 만들기');
    expect(answer.thread).toBeNull();
  });

  it('is refused where moderators turned chat off or the channel away since', async () => {
    const { sandbox, set } = await startWithThreads();
    const answer = await askIn(sandbox);
    await set({ chat: false });
    expect(shownBy(await sandbox.member.tap(answer, label)).text).toContain('turned chat off');
    await set({ chat: true, channels: [sandbox.channels.questions.id] });
    expect(shownBy(await sandbox.member.tap(answer, label)).text).toContain('these channels only');
    expect(answer.thread).toBeNull();
  });

  it('is not opened by a forged id in a thread, in direct messages or on a private answer', async () => {
    const { sandbox, logged } = await startWithThreads();
    const places = [
      await askIn(sandbox, {}, sandbox.channels.thread),
      await askIn(sandbox, { private: true }),
      await sandbox.member.answerTo(await sandbox.member.dm(question)),
    ];
    for (const message of places) {
      const told = shownBy(await sandbox.member.forge(message, 'thread'));
      expect(told.text).toBe('This has expired. Please ask again.');
      expect(message.thread).toBeNull();
    }
    expect(logged.filter((line) => line.includes('"event":"bug"'))).toEqual([]);
  });

  it.each(locales)('is offered and opened in words of %s', async (locale) => {
    const { sandbox } = await startWithThreads();
    const answer = shownBy(await sandbox.member.slash('ask', { question }, { locale }));
    expect(answer.buttons.map(({ custom_id }) => custom_id)).toContain('thread');
    const opened = shownBy(await sandbox.member.tap(answer, 'thread', { locale }));
    expect(opened.text).toContain(`<#${answer.id}>`);
    const [first = ''] = saidByBot(sandbox, threadOf(answer));
    expect(first).toMatch(/^-# .{10,}/);
    expect(first === '-# Go on asking here. I know the answer above.').toBe(locale === 'en-US');
  });
});
