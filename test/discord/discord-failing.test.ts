import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import type { GenerateRequest } from '../../src/knowledge/answering/generator.ts';
import { createApi } from '../sandbox/api.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const everything = '扶贫协作的全部内容有哪些方面？沿河张家港';
const messages = '/channels/:channel/messages';
const original = '/webhooks/:application/:token/messages/@original';

/** Long enough for some pages. */
async function* long({ passages }: GenerateRequest) {
  for (const { number, passage } of passages) {
    const citations = [{ passage: number, quote: passage.text }];
    yield { type: 'statement' as const, statement: { text: passage.text.repeat(2), citations } };
  }
}

/** Statement by statement, with time for an unfinished state between them. */
async function* slow({ passages }: GenerateRequest) {
  for (const quote of ['2017年3月', '正式建立协作对口帮扶关系']) {
    const passage = passages.find((one) => one.passage.text.includes(quote))?.number ?? 0;
    yield { type: 'statement' as const, statement: { text: `${quote}。`, citations: [{ passage, quote }] } };
    await sleep(900);
  }
}

const said = (sandbox: Sandbox, channel: Channel) =>
  channel.messages.filter(({ author }) => author.id === sandbox.world.bot.id);

describe('when Discord takes no edit', () => {
  it('the answer comes as soon as it does', async () => {
    const { sandbox } = await startTestBot();
    sandbox.fail('PATCH', original, { status: 500, times: 4 });
    const asked = await sandbox.member.slash('ask', { question });
    expect(shownBy(asked).text).toContain('2017年3月');
  });
});

describe('when Discord’s answer to the deferral is lost', () => {
  it.each([{ status: 500 }, { cut: true }])('the question is answered all the same (%o)', async (fault) => {
    const { sandbox } = await startTestBot();
    const callback = '/interactions/:interaction/:token/callback';
    sandbox.fail('POST', callback, { ...fault, afterwards: true, times: 1 });
    const asked = await sandbox.member.slash('ask', { question });
    expect(shownBy(asked).text).toContain('2017年3月');
    expect(asked.followUps).toEqual([]);
  });
});

describe('when Discord’s answer is no JSON', () => {
  it('an answer stands all the same, once', async () => {
    const { sandbox, logged } = await startTestBot();
    const headers = { 'content-type': 'application/json' };
    const fault = { status: 200, body: '{"id": "1', headers, afterwards: true, times: 1 };
    sandbox.fail('PATCH', original, fault);
    sandbox.fail('POST', messages, fault);
    expect(shownBy(await sandbox.member.slash('ask', { question })).text).toContain('2017年3月');
    await sandbox.member.ask(question, { mention: true });
    await sandbox.quiet();
    expect(said(sandbox, sandbox.channels.general)).toHaveLength(2);
    expect(logged.join('')).not.toContain('"event":"bug"');
  });
});

describe('when Discord delivers an interaction twice', () => {
  it('it is answered once', async () => {
    const { sandbox, asked } = await startTestBot();
    await sandbox.member.slash('ask', { question }, { settle: false });
    sandbox.gateway.repeatEvents(1);
    await sandbox.quiet();
    expect(asked).toHaveLength(1);
  });
});

describe('when Discord refuses one request for its token', () => {
  it('the bot goes on with the token: the gateway says whether it is wrong', async () => {
    const { sandbox } = await startTestBot();
    sandbox.fail('POST', messages, { status: 401, times: 1 });
    await sandbox.member.say(question, { mention: true });
    await sandbox.quiet();
    expect((await sandbox.other.ask(question, { mention: true })).text).toContain('2017年3月');
  });
});

describe('when a page without a time says that there are too many requests', () => {
  it('the bot waits before it tries again', async () => {
    const { sandbox } = await startTestBot();
    sandbox.fail('PATCH', original, { status: 429, body: '<h1>Error 1015</h1>', times: 2 });
    const asked = await sandbox.member.slash('ask', { question });
    expect(shownBy(asked).text).toContain('2017年3月');
    const [first, second] = sandbox.requestsTo('PATCH', original);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(400);
  });
});

describe('when Discord takes the first page and not the next', () => {
  it('the next comes as soon as it does', async () => {
    const { sandbox, whenDone } = await startTestBot({ drafts: long });
    sandbox.fail('POST', messages, { status: 500, times: 4 });
    const asked = await sandbox.member.slash('ask', { question: everything });
    await whenDone();
    expect(asked.original?.text).toMatch(/Page 1 of \d/);
    expect(asked.followUps).toEqual([]);
    expect(said(sandbox, asked.channel)[1]?.text).toMatch(/Page 2 of \d/);
  });

  it('the first stays, and the next comes another way where the channel takes none', async () => {
    const { sandbox, whenDone } = await startTestBot({ drafts: long });
    const body = { code: 160005, message: 'Thread is locked' };
    sandbox.fail('POST', messages, { status: 400, body });
    const asked = await sandbox.member.slash('ask', { question: everything });
    await whenDone();
    expect(asked.original?.text).toMatch(/Page 1 of \d/);
    expect(asked.followUps[0]?.text).toMatch(/Page 2 of \d/);
  });

  it('the next comes in chat as well', async () => {
    const { sandbox, whenDone } = await startTestBot({
      async *drafts(request) {
        yield* long(request);
        await sleep(900);
      },
    });
    const asked = await sandbox.member.say(everything, { mention: true });
    await sandbox.waitForMessage(({ channel }) => channel === asked.channel);
    sandbox.fail('POST', messages, { status: 500, times: 4 });
    await whenDone();
    const [first, second] = said(sandbox, asked.channel).map(({ text }) => text);
    expect(first).toMatch(/第 1 页/);
    expect(second).toMatch(/第 2 页/);
  });
});

describe('when Discord does not confirm an unfinished answer', () => {
  it('that message becomes the answer, and there is no second one', async () => {
    const { sandbox, whenDone } = await startTestBot({ drafts: slow });
    sandbox.fail('POST', messages, { status: 500, times: 3, afterwards: true });
    await sandbox.member.say(question, { mention: true });
    await whenDone();
    const answers = said(sandbox, sandbox.channels.general);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.text).toContain('正式建立协作对口帮扶关系。 [2]');
    expect(answers[0]?.text).not.toContain('正在核对');
  });
});

describe('when Discord does not confirm an answer', () => {
  it.each([true, false])('it stays if it came through (%s), else it is sent again', async (afterwards) => {
    const { sandbox, whenDone } = await startTestBot();
    sandbox.fail('POST', messages, { status: 500, times: 3, afterwards });
    await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => (sandbox.requestsTo('POST', messages).length > 3 ? true : undefined));
    await whenDone();
    const answers = said(sandbox, sandbox.channels.general).map(({ text }) => text);
    expect(answers).toEqual([expect.stringMatching(/2017年3月/)]);
  });
});

describe('a place where the bot may not speak', () => {
  it('is told of once for each permission that is missing', async () => {
    const { sandbox } = await startTestBot();
    const { questions } = sandbox.channels;
    const { bot } = sandbox.seeded.roles;
    const told = (): string[] => said(sandbox, sandbox.member.directMessages).map(({ text }) => text);
    for (const [count, permission] of (['SendMessages', 'ReadMessageHistory'] as const).entries()) {
      sandbox.edit.setOverwrite(questions, bot, { deny: [permission] });
      await sandbox.member.say(question, { mention: true, channel: questions });
      await sandbox.member.say(question, { mention: true, channel: questions });
      await sandbox.quiet();
      expect(told()).toHaveLength(count + 1);
    }
    expect(told()[1]).toContain('读取消息历史记录');
  });

  it('may be a locked thread', async () => {
    const { sandbox } = await startTestBot();
    const { thread } = sandbox.channels;
    sandbox.edit.archiveThread(thread, { locked: true });
    await sandbox.moderator.say(question, { mention: true, channel: thread });
    const { directMessages } = sandbox.moderator;
    const told = await sandbox.waitForMessage(({ channel }) => channel === directMessages);
    expect(told.text).toContain('管理子区');
  });

  it('may be one that it cannot see', async () => {
    const { sandbox } = await startTestBot();
    const { staff } = sandbox.channels;
    const asked = await sandbox.moderator.slash('ask', { question }, { channel: staff });
    expect(shownBy(asked).visibleTo).toBe(sandbox.moderator.id);
    expect(shownBy(asked).text).toContain('View Channel');
  });
});

describe('after a session that could not be resumed', () => {
  it('a reply of the time between is answered, once', async () => {
    const { sandbox } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    sandbox.gateway.invalidateSessions(false);
    await sandbox.waitFor(() => (sandbox.gateway.connected ? undefined : true));
    const reply = await sandbox.member.say('那是哪两个地方？', { replyTo: answer });
    await sandbox.whenReady();
    expect((await sandbox.member.answerTo(reply)).text).toContain('2017年3月');
    await sandbox.quiet();
    expect(said(sandbox, sandbox.channels.general)).toHaveLength(2);
  });
});

describe('a command of another version', () => {
  it('is answered politely', async () => {
    const { sandbox } = await startTestBot();
    const path = `/applications/${sandbox.applicationId}/commands`;
    await createApi(sandbox)('POST', path, { name: 'Gone since', type: 3 });
    const message = await sandbox.member.say(question);
    const used = await sandbox.member.contextMenu('Gone since', message);
    expect(shownBy(used).text).toBe('This has expired. Please ask again.');
  });
});
