import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Channel } from '../../sandbox/world/entities.ts';
import { mostClaims } from '../../src/knowledge/answering/check-claims.ts';
import type { GenerateRequest } from '../../src/knowledge/answering/generator.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const other = '两地是哪一年结对的？';

const said = (sandbox: Sandbox, channel: Channel = sandbox.channels.general) =>
  channel.messages.filter((message) => message.author.id === sandbox.world.bot.id && !message.deleted);

/** A bot whose answers are begun, and ended when the test says so, or by what was asked going away. */
async function startWaiting() {
  const gate = Promise.withResolvers<void>();
  let aborted = 0;
  const started = await startTestBot({
    async *drafts({ passages }: GenerateRequest, signal: AbortSignal) {
      const passage = passages.find((one) => one.passage.text.includes('2017年3月'))?.number ?? 0;
      const statement = { text: '2017年3月。', citations: [{ passage, quote: '2017年3月' }] };
      yield { type: 'statement' as const, statement };
      const gone = new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          aborted += 1;
          resolve();
        });
      });
      await Promise.race([gate.promise, gone]);
      signal.throwIfAborted();
    },
  });
  const { sandbox, bot } = started;
  const rest = () => sandbox.waitFor(() => !bot.isBusy() || undefined);
  return { ...started, finish: gate.resolve, endings: () => aborted, rest };
}

const events = (logged: readonly string[], event: string) =>
  logged.filter((line) => line.includes(`"event":"${event}"`));

describe('a question that is deleted while it is answered', () => {
  it('is answered no further, and what was begun is taken away', async () => {
    const { sandbox, logged, endings, rest } = await startWaiting();
    const asked = await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => said(sandbox).length === 1 || undefined);
    sandbox.member.delete(asked);
    await sandbox.waitFor(() => said(sandbox).length === 0 || undefined);
    await rest();
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
  it('ends the answering quietly: a channel, a thread, the server', async () => {
    const { sandbox, asked, logged, endings, rest } = await startWaiting();
    const { thread, questions, general } = sandbox.channels;
    const remove = [
      [thread, () => sandbox.edit.removeChannel(thread)],
      [questions, () => sandbox.edit.removeChannel(questions)],
      [general, () => sandbox.edit.removeBot(sandbox.seeded.guild)],
    ] as const;
    for (const [index, [channel, goes]] of remove.entries()) {
      await sandbox.member.say(question, { mention: true, channel });
      await sandbox.waitFor(() => (asked.length > index && said(sandbox, channel).length === 1) || undefined);
      goes();
      await sandbox.waitFor(() => events(logged, 'nobody-to-answer').length > index || undefined);
      await rest();
      expect(endings()).toBe(index + 1);
    }
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
    const { sandbox, asked, finish, rest } = await startWaiting();
    const message = await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => said(sandbox).length === 1 || undefined);
    sandbox.member.edit(message, `<@${sandbox.world.bot.id}> ${other}`);
    await sandbox.quiet();
    finish();
    const answer = await sandbox.waitForMessage(({ text }) => text.includes(`> ${question}`));
    await rest();
    await sandbox.member.tap(answer, '重新回答', { quietMs: 0, locale: 'zh-CN' });
    await sandbox.waitFor(() => asked.length === 2 || undefined);
    expect(asked.map((request) => request.question)).toEqual([question, other]);
    await sandbox.waitFor(() => !answer.text.includes('> ') || undefined);
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
  it('is a line in the log, and the next question is answered', async () => {
    const { sandbox, logged } = await startTestBot();
    for (const [index, code] of [10062, 40060, 50027].entries()) {
      const body = { code, message: 'Unknown interaction' };
      sandbox.fail('POST', '/interactions/:id/:token/callback', { status: 404, times: 1, body });
      await sandbox.member.slash('ask', { question }, { settle: false });
      await sandbox.waitFor(
        () => events(logged, 'nobody-to-answer').length > index || undefined,
        5000,
        `${code}`,
      );
    }
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

  it('a message of 10,000 characters is cut in each menu, or refused in one sentence as a question', async () => {
    const { sandbox, logged, asked } = await startTestBot();
    const sentence = '张家港和沿河是结对的。';
    const long = sentence.repeat(910);
    const message = await sandbox.other.say(long);
    const checked = await sandbox.member.contextMenu('Check against the article', message);
    const pages = [checked.original, ...checked.followUps].map((page) => page?.content ?? '');
    expect(pages.join('\n').match(/^\*\*\[\d+\]/gm)).toHaveLength(mostClaims);
    expect(pages.at(-1)).toContain(`Not all of the message was checked: at most ${mostClaims} sentences`);
    const opened = await sandbox.member.contextMenu('Ask about this', message);
    const about = JSON.stringify(opened.modal).match(/(?:张家港和沿河是结对的。)+[^"]*/)?.[0] ?? '';
    expect([...about]).toHaveLength(1000);
    expect(long.startsWith(about.slice(0, -1))).toBe(true);
    await sandbox.member.submitModal(opened, { question: other });
    const [kept] = asked[0]?.history ?? [];
    expect(kept?.content.length).toBeGreaterThan(100);
    expect(about.startsWith(kept?.content ?? about)).toBe(true);
    const longQuestion = await sandbox.other.say(`${long}是吗？`);
    const told = shownBy(await sandbox.member.contextMenu('Ask about this', longQuestion));
    expect(told.text).toMatch(/^That question is too long\. Please keep it within 1,000 characters\.$/);
    expect(asked).toHaveLength(1);
    expect(events(logged, 'bug')).toEqual([]);
  });

  it('a member who takes no direct messages is left alone', async () => {
    const { sandbox, bot, logged, set } = await startTestBot();
    await set({ chat: false });
    const body = { code: 50007, message: 'Cannot send messages to this user' };
    sandbox.fail('POST', '/channels/:channel/messages', { status: 403, body });
    await sandbox.member.say(question, { mention: true });
    await sandbox.waitFor(() => events(logged, 'upstream-failed').length > 0 || undefined);
    await sandbox.waitFor(() => !bot.isBusy() || undefined);
    expect(events(logged, 'bug')).toEqual([]);
    expect(said(sandbox)).toEqual([]);
  });
});
