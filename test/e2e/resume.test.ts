import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { createSeal } from '../../src/discord/pending/seal.ts';
import { shownBy } from '../discord/test-message.ts';
import { answersTruly, says } from '../model-server/behaviour.ts';
import { behaviours } from '../model-server/behaviours.ts';
import type { ModelRequest } from '../model-server/model-request.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { readDraftData } from '../model-server/oracle.ts';
import { type RunningBot, runBot, startTimeout } from './running-bot.ts';

/** The database's files, what is not written back yet among them. */
const filesOf = (path: string) => ['', '-wal'].map((end) => readFileSync(`${path}${end}`));

const question = '张家港累计落实了多少帮扶资金？';
const everything = '扶贫协作的全部内容有哪些方面？沿河张家港';
/** Says every passage twice over: enough for some pages. */
function longDraft(request: ModelRequest): string {
  const { passages } = readDraftData(request) ?? { passages: [] };
  const statements = passages.map(({ passage, text }) => ({
    text: text.repeat(2),
    citations: [{ passage, quote: text }],
  }));
  return JSON.stringify({ outcome: 'answered', statements });
}

const finished = ({ buttons }: Message) => buttons.length > 0;
const inChinese = { locale: 'zh-CN', settle: false } as const;

describe('after a kill', () => {
  let model: ModelServer;
  let bot: RunningBot;
  beforeAll(async () => {
    model = await startModelServer({ behaviour: 'well-behaved' });
    bot = await runBot({ model });
    await bot.sandbox.moderator.slash('config set', { setting: 'memberPerMinute', value: 'unlimited' });
  }, startTimeout);
  afterAll(async () => {
    await bot.close();
    await model.close();
  });

  /** What the database keeps of questions under way. */
  const pending = () => {
    const file = new Sqlite(bot.databasePath, { readonly: true });
    const rows = file.prepare<[], { id: string; sealed: Buffer }>('select id, sealed from pending').all();
    file.close();
    return rows;
  };
  const whenPending = (count: number) =>
    bot.sandbox.waitFor(() => pending().length === count || undefined, startTimeout, `${count} pending`);
  const whenFinished = (message: () => Message | null | undefined) =>
    bot.sandbox.waitFor(
      () => {
        const shown = message();
        return shown && finished(shown) ? shown : undefined;
      },
      startTimeout,
      'a finished answer',
    );

  it(
    'every question under way is answered once, where it was asked',
    async () => {
      const { sandbox } = bot;
      const { member, other } = sandbox;
      const earlier = shownBy(await bot.asking(() => member.slash('ask', { question }, { locale: 'zh-CN' })));
      const further = await member.tap(earlier, 'further');
      // One of them is killed in mid-stream, when a part of its answer is shown already.
      model.behave((exchange) =>
        behaviours[exchange.request.user.includes('流式') ? 'silent-mid-stream' : 'hangs-before-headers'](
          exchange,
        ),
      );
      const asked: readonly Interaction[] = [
        await member.slash('ask', { question: `请问${question}` }, inChinese),
        await other.slash('ask', { question: `想知道${question}`, private: true }, inChinese),
        await member.submitModal(further, { question: `那么${question}` }, inChinese),
        await other.contextMenu('Ask about this', await other.say(`敢问${question}`), inChinese),
      ];
      const said = [
        await member.say(`流式：${question}`, { mention: true }),
        await other.dm(`麻烦问一下${question}`),
      ];
      await member.tap(earlier, '重新回答', inChinese);
      const repliesTo = ({ id, channel }: Message) =>
        channel.messages.filter(({ reference }) => reference?.messageId === id);
      const streamed = await sandbox.waitFor(
        () => said.flatMap(repliesTo)[0],
        startTimeout,
        'a part of an answer',
      );
      expect(finished(streamed)).toBe(false);
      await whenPending(7);
      const tokens = asked.map(({ token }) => token);
      expect(
        filesOf(bot.databasePath).filter((bytes) =>
          [question, ...tokens].some((word) => bytes.includes(word)),
        ),
      ).toEqual([]);
      await bot.end('SIGKILL');
      const before = earlier.revisions;
      model.behave('well-behaved');
      await bot.start();
      for (const { original, user } of asked) {
        const answer = await whenFinished(() => original);
        expect(answer.text).toContain('6594万元');
        expect(answer.visibleTo === null || answer.visibleTo === user.id).toBe(true);
      }
      expect(asked.map(({ original }) => original?.ephemeral)).toEqual([false, true, false, true]);
      for (const message of said) {
        const answer = await whenFinished(() => repliesTo(message)[0]);
        expect(answer.text).toContain('6594万元');
        expect(repliesTo(message)).toHaveLength(1);
      }
      expect(said.flatMap(repliesTo)).toContain(streamed);
      await sandbox.waitFor(
        () => earlier.revisions > before || undefined,
        startTimeout,
        'the answer made anew',
      );
      await whenPending(0);
      expect(asked.flatMap(({ followUps }) => followUps)).toEqual([]);
      expect(bot.output()).not.toContain('"event":"bug"');
    },
    startTimeout,
  );

  it(
    'the pages of an answer that were not sent yet follow, each once',
    async () => {
      const { sandbox } = bot;
      const { general } = sandbox.channels;
      model.behave((exchange) =>
        exchange.request.user.includes('全部内容')
          ? says(longDraft(exchange.request))(exchange)
          : answersTruly(exchange),
      );
      const posts = '/channels/:channel/messages';
      sandbox.fail('POST', posts, { hang: true });
      const asked = await sandbox.member.slash('ask', { question: everything }, inChinese);
      await whenFinished(() => asked.original);
      const seal = createSeal(sandbox.token);
      await sandbox.waitFor(
        () => pending().some(({ id, sealed }) => seal.open(id, sealed)?.unsent?.sent === 1) || undefined,
        startTimeout,
        'a second page to be sent',
      );
      await bot.end('SIGKILL');
      sandbox.clearFaults();
      await bot.start();
      await whenPending(0);
      const pages = general.messages.flatMap(({ text }) => /第 \d+ 页，共 \d+ 页/.exec(text)?.[0] ?? []);
      expect(pages.length).toBeGreaterThan(1);
      expect(pages).toEqual(pages.map((_, index) => `第 ${index + 1} 页，共 ${pages.length} 页`));
    },
    startTimeout,
  );
});
