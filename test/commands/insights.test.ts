import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../src/discord/insights-text.ts';
import { summarise } from '../../src/guilds/insights.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { startTestBot } from '../discord/test-bot.ts';
import { shownBy } from '../discord/test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';

describe('/insights', () => {
  it('is for moderators alone', async () => {
    const { sandbox } = await startTestBot();
    const told = shownBy(await sandbox.member.slash('insights'));
    expect(told.visibleTo).toBe(sandbox.member.id);
    expect(told.text).toContain('moderators');
    expect(told.attachments).toEqual([]);
  });

  it('shows a picture that is described, the figures as a file, and only counts where questions are not kept', async () => {
    const { sandbox } = await startTestBot();
    const answer = shownBy(await sandbox.member.slash('ask', { question }));
    await sandbox.other.tap(answer, 'Helpful');
    const shown = shownBy(await sandbox.moderator.slash('insights', { period: 'day' }));
    expect(shown.visibleTo).toBe(sandbox.moderator.id);
    expect(shown.text).toContain('Questions: 1. Answered in full or in part: 100%.');
    expect(shown.text).toContain('Votes: 1. Helpful: 100%.');
    expect(shown.text).toContain('only counts');
    expect(shown.attachments.map(({ name }) => name)).toEqual(['insights.png', 'insights.csv']);
    expect(shown.attachments[0]?.description).toContain('questions by outcome');
    const [picture, table] = shown.attachments.map(({ bytes }) => Buffer.from(bytes));
    expect(picture?.subarray(1, 4).toString()).toBe('PNG');
    expect(table?.toString()).toContain(',1,1,0,0,0,1,1,1,');
    expect(`${shown.text}${table}`).not.toContain('张家港');
  });

  it('lists what is asked most where questions are kept: harmless, as one in either script, of this server', async () => {
    const { sandbox, set, database } = await startTestBot();
    await set({ keepQuestions: true });
    const store = createFeedbackStore(database);
    const guildId = sandbox.seeded.guild.id;
    const texts = ['張家港？', '张家港?', '@everyone [x](https://a.example)', '=1+1'];
    for (const [index, text] of [...texts, 'of another server'].entries())
      await store.keepAnswer(
        {
          ...{ id: `answer-${index}`, guildId: index < texts.length ? guildId : '1', language: 'en' },
          ...{ outcome: 'not-in-article', citations: [], making: null },
          versions: { article: 'a', bot: 'b', prompt: 'c' },
          shownAt: new Date().toISOString(),
          asked: { question: text, memberId: '7' },
        },
        180,
      );
    const { text, attachments } = shownBy(await sandbox.moderator.slash('insights'));
    expect(text).toContain('**Asked most**\n• 張家港？: 2\n');
    expect(text).toContain('**Not in the article**');
    expect(text).not.toMatch(/@everyone|\[x\]\(|another server/);
    const lists = Buffer.from(attachments.find(({ name }) => name === 'lists.csv')?.bytes ?? []).toString();
    expect(lists).toContain("asked,'=1+1,1\r\n");
  });

  it('has files that Discord takes, however much was asked', () => {
    const answers = Array.from({ length: 1500 }, (_, index) => ({
      ...{ outcome: 'not-in-article', language: 'zh-CN', making: null },
      ...{ shownAt: '2026-11-24T12:00:00.000Z', question: `${index}${'问'.repeat(996)}` },
    }));
    const kept = {
      answers,
      votes: [{ helpful: false, reason: 'wrong', votedAt: '2026-11-24T12:00:00.000Z' }],
    };
    const now = Date.parse('2026-11-24T18:30:00.000Z');
    const normalise = (text: string) => text;
    const tables = tablesOf(summarise(kept, { period: 'week', now, normalise, withTexts: true }));
    const bytes = tables.reduce((sum, { attachment }) => sum + attachment.byteLength, 0);
    expect(bytes).toBeLessThan(5_000_000);
    expect(tables.at(-1)?.attachment.toString()).toContain('reason,wrong,1');
  });

  it('says so where nothing was asked', async () => {
    const { sandbox } = await startTestBot();
    const { text, attachments } = shownBy(await sandbox.moderator.slash('insights'));
    expect(text).toContain('No questions');
    expect(attachments).toEqual([]);
  });
});
