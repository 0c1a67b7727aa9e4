import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import type { GenerateRequest } from '../../src/knowledge/answering/generator.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const other = '两地是哪一年结对的？';
const meanwhile = { quietMs: 400 };
const moment = 'That is being done already. One moment, please.';

const said = (sandbox: Sandbox, channel: Channel = sandbox.channels.general) =>
  channel.messages.filter((message) => message.author.id === sandbox.world.bot.id && !message.deleted);

/** A bot whose answers are begun, and ended when the test says so. */
async function startWaiting() {
  const gate = Promise.withResolvers<void>();
  let aborted = 0;
  const started = await startTestBot({
    async *drafts({ passages }: GenerateRequest, signal: AbortSignal) {
      const passage = passages.find((one) => one.passage.text.includes('2017年3月'))?.number ?? 0;
      const statement = { text: '2017年3月。', citations: [{ passage, quote: '2017年3月' }] };
      yield { type: 'statement' as const, statement };
      signal.addEventListener('abort', () => {
        aborted += 1;
        gate.resolve();
      });
      await gate.promise;
    },
  });
  return { ...started, finish: gate.resolve, endings: () => aborted };
}

const events = (logged: readonly string[], event: string) =>
  logged.filter((line) => line.includes(`"event":"${event}"`));

describe('a question that is deleted while it is answered', () => {
  it('is answered no further, and what was begun is taken away', async () => {
    const { sandbox, logged, endings } = await startWaiting();
    const asked = await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => said(sandbox).length === 1 || undefined);
    sandbox.member.delete(asked);
    await sandbox.waitFor(() => said(sandbox).length === 0 || undefined);
    await sandbox.quiet(1500);
    expect(said(sandbox)).toEqual([]);
    expect(endings()).toBe(1);
    expect(events(logged, 'nobody-to-answer')).toHaveLength(1);
    expect(events(logged, 'bug')).toEqual([]);
  });

  it('is still answered to another member who asked the same', async () => {
    const { sandbox, finish, endings } = await startWaiting();
    const asked = await sandbox.member.say(question, { mention: true });
    const same = await sandbox.other.say(question, { mention: true });
    await sandbox.waitFor(() => said(sandbox).length === 2 || undefined);
    sandbox.member.delete(asked);
    await sandbox.quiet();
    finish();
    expect((await sandbox.member.answerTo(same)).text).toContain('2017年3月');
    expect(endings()).toBe(0);
    expect(said(sandbox)).toHaveLength(1);
  });

  it('gets no answer that hangs in the channel without it, where Discord tells of it only in refusing', async () => {
    const { sandbox, logged } = await startTestBot();
    const errors = {
      message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
    };
    const body = { code: 50035, message: 'Invalid Form Body', errors };
    sandbox.fail('POST', '/channels/:channel/messages', { status: 400, body });
    await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => events(logged, 'nobody-to-answer').length > 0 || undefined);
    expect(sandbox.requestsTo('POST', '/channels/:channel/messages')).toHaveLength(1);
    expect(sandbox.requestsTo('POST', '/channels/:channel/messages')[0]?.body).toMatchObject({
      message_reference: { fail_if_not_exists: true },
    });
  });
});

describe('a place that is deleted while a question in it is answered', () => {
  it.each(['channel', 'thread', 'server'] as const)('ends the answering quietly: a %s', async (kind) => {
    const { sandbox, logged, endings } = await startWaiting();
    const channel = kind === 'thread' ? sandbox.channels.thread : sandbox.channels.questions;
    await sandbox.member.say(question, { mention: true, channel });
    await sandbox.waitFor(() => said(sandbox, channel).length === 1 || undefined);
    if (kind === 'server') sandbox.edit.removeBot(sandbox.seeded.guild);
    else sandbox.edit.removeChannel(channel);
    await sandbox.waitFor(() => events(logged, 'nobody-to-answer').length > 0 || undefined);
    expect(endings()).toBe(1);
    expect(events(logged, 'bug')).toEqual([]);
  });

  it('ends a slash command quietly', async () => {
    const { sandbox, logged, finish } = await startWaiting();
    const channel = sandbox.channels.questions;
    void sandbox.member.slash('ask', { question }, { channel }).catch(() => null);
    await sandbox.waitFor(() => said(sandbox, channel).length === 1 || undefined);
    const body = { code: 10003, message: 'Unknown Channel' };
    sandbox.fail('PATCH', '/webhooks/:application/:token/messages/@original', { status: 404, body });
    sandbox.edit.removeChannel(channel);
    finish();
    await sandbox.waitFor(() => events(logged, 'nobody-to-answer').length > 0 || undefined);
    expect(events(logged, 'bug')).toEqual([]);
  });
});

describe('a question that is edited while it is answered', () => {
  it('stands in the answer as it was read, and “ask again” answers it as it is now', async () => {
    const { sandbox, asked, finish } = await startWaiting();
    const message = await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => said(sandbox).length === 1 || undefined);
    sandbox.member.edit(message, `<@${sandbox.world.bot.id}> ${other}`);
    await sandbox.quiet();
    finish();
    const answer = await sandbox.waitForMessage(({ text }) => text.includes(`> ${question}`));
    await sandbox.quiet();
    await sandbox.member.tap(answer, '重新回答', { ...meanwhile, locale: 'zh-CN' });
    await sandbox.waitFor(() => asked.length === 2 || undefined);
    expect(asked.map((request) => request.question)).toEqual([question, other]);
    await sandbox.waitFor(() => !answer.text.includes('> ') || undefined);
  });
});

describe('the same tap twice', () => {
  it('makes one new answer, also where a moderator taps with the asker', async () => {
    const { sandbox, asked, finish } = await startWaiting();
    finish();
    const answer = await sandbox.member.ask(question, { mention: true });
    sandbox.fail('PATCH', '/webhooks/:application/:token/messages/@original', { delayMs: 500, times: 1 });
    const taps = await Promise.all(
      [sandbox.member, sandbox.member, sandbox.moderator].map((person) =>
        person.tap(answer, '重新回答', { quietMs: 1200 }),
      ),
    );
    const told = taps.flatMap(({ original }) =>
      original === answer || original === null ? [] : [original.text],
    );
    expect(asked).toHaveLength(2);
    expect(told).toEqual([moment, moment]);
  });

  it('sends a modal once; other words are another question', async () => {
    const { sandbox, asked } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    const opened = await sandbox.member.tap(answer, '继续提问', { locale: 'zh-CN' });
    sandbox.fail('PATCH', '/webhooks/:application/:token/messages/@original', { delayMs: 500, times: 2 });
    const shown = await Promise.all(
      [other, other, '它们在哪里？'].map((text) => sandbox.member.submitModal(opened, { question: text })),
    );
    expect(shown.map((one) => shownBy(one).text).filter((text) => text === moment)).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  it.each(['有帮助', '删除'])('is harmless on %s', async (label) => {
    const { sandbox, logged } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    await Promise.all([1, 2].map(() => sandbox.member.tap(answer, label, meanwhile).catch(() => undefined)));
    expect(events(logged, 'bug')).toEqual([]);
    expect(answer.deleted).toBe(label === '删除');
  });
});

describe('a tap while the bot is being stopped', () => {
  it('is answered with a sentence, and what was begun is finished', async () => {
    const { sandbox, bot, finish } = await startWaiting();
    const first = await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => said(sandbox).length === 1 || undefined);
    const stopped = bot.stop();
    const late = await sandbox.other.slash('ask', { question });
    expect(shownBy(late).text).toBe('I am being restarted just now. Please ask again in a minute.');
    expect(shownBy(late).visibleTo).toBe(sandbox.other.id);
    finish();
    await stopped;
    expect((await sandbox.member.answerTo(first)).text).toContain('2017年3月');
  });
});

describe('a token that Discord takes no more', () => {
  it.each([10062, 40060, 50027])('is a line in the log: %s', async (code) => {
    const { sandbox, logged } = await startTestBot();
    const body = { code, message: 'Unknown interaction' };
    sandbox.fail('POST', '/interactions/:id/:token/callback', { status: 404, times: 1, body });
    void sandbox.member.slash('ask', { question }).catch(() => undefined);
    await sandbox.waitFor(() => events(logged, 'nobody-to-answer').length > 0 || undefined);
    expect((await sandbox.other.ask(question, { mention: true })).text).toContain('2017年3月');
    expect(events(logged, 'bug')).toEqual([]);
  });
});

describe('what nobody expects', () => {
  it('a language that Discord has since tomorrow is answered in English', async () => {
    const { sandbox } = await startTestBot();
    const answer = await sandbox.member.ask(question, { mention: true });
    const told = shownBy(await sandbox.member.forge(answer, 'of-tomorrow', { locale: 'tlh-QO' }));
    expect(told.text).toBe('This has expired. Please ask again.');
  });

  it('a message of 10,000 characters can be asked about', async () => {
    const { sandbox, logged } = await startTestBot();
    const long = await sandbox.other.say('张家港和沿河是结对的。'.repeat(910));
    const checked = shownBy(await sandbox.member.contextMenu('Check against the article', long));
    expect(checked.text).not.toBe('');
    const opened = await sandbox.member.contextMenu('Ask about this', long);
    expect(opened.modal ?? shownBy(opened).text).not.toBeNull();
    expect(events(logged, 'bug')).toEqual([]);
  });

  it('a member who takes no direct messages is left alone', async () => {
    const { sandbox, logged, set } = await startTestBot();
    await set({ chat: false });
    const body = { code: 50007, message: 'Cannot send messages to this user' };
    sandbox.fail('POST', '/channels/:channel/messages', { status: 403, body });
    await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => events(logged, 'upstream-failed').length > 0 || undefined);
    await sleep(100);
    expect(events(logged, 'bug')).toEqual([]);
    expect(said(sandbox)).toEqual([]);
  });
});
