import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Message } from '../../sandbox/world/message.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';

const nothing = { votes: [], answers: [], counts: [], gaps: { questions: [], wishes: [] } };

const answerTo = async (person: Sandbox['member']) => shownBy(await person.slash('ask', { question }));

async function say(
  person: Sandbox['member'],
  answer: Message,
  reason: string,
  note = '',
): Promise<Interaction> {
  const opened = await person.tap(answer, 'Not helpful');
  return person.submitModal(opened, { reason: [reason], note });
}

/** What `/privacy` hands out. */
async function exportOf(person: Sandbox['member']) {
  const card = shownBy(await person.slash('privacy'));
  const shown = shownBy(await person.tap(card, 'Export mine'));
  expect([card.visibleTo, shown.visibleTo]).toEqual([person.id, person.id]);
  const [file] = shown.attachments;
  expect(file?.name).toBe('footnote.json');
  return JSON.parse(Buffer.from(file?.bytes ?? []).toString());
}

describe('a vote on an answer', () => {
  it('is not taken for an answer that the message does not show', async () => {
    const { sandbox } = await startTestBot();
    const answer = await answerTo(sandbox.member);
    const told = shownBy(await sandbox.other.forge(answer, 'helpful:AAAAAAAAAAAA'));
    expect(told.text).toBe('This has expired. Please ask again.');
    expect((await exportOf(sandbox.other)).votes).toEqual([]);
  });

  it('is confirmed to the member alone, kept with what the answer was, and changed by voting again', async () => {
    const { sandbox, logged } = await startTestBot();
    const answer = await answerTo(sandbox.member);
    const { other } = sandbox;
    const thanks = shownBy(await other.tap(answer, 'Helpful'));
    expect(thanks.content).toContain('noted as helpful');
    expect(thanks.visibleTo).toBe(other.id);
    expect((await exportOf(other)).votes).toMatchObject([{ helpful: true, reason: null, note: null }]);
    const noted = shownBy(await say(other, answer, 'other', '  The year\nis missing @everyone  '));
    expect(noted.content).toContain('noted as not helpful');
    expect(noted.visibleTo).toBe(other.id);
    const { votes, answers } = await exportOf(other);
    expect(votes).toMatchObject([
      {
        ...{ memberId: other.id, guildId: sandbox.seeded.guild.id, helpful: false, reason: 'other' },
        note: 'The year\nis missing @everyone',
      },
    ]);
    expect(answers).toMatchObject([
      { id: votes[0].answerId, outcome: 'answered', versions: { bot: '0.0.0' }, asked: null },
    ]);
    expect(answers[0].citations.length).toBeGreaterThan(0);
    expect(answers[0].making).toMatchObject({ by: 'model', usage: { tokensIn: expect.any(Number) } });
    expect(answers[0].making.milliseconds).toBeGreaterThan(0);
    expect(JSON.stringify(answers)).not.toContain('张家港');
    expect(logged.join('')).not.toContain('张家港');
    expect(logged.join('')).not.toContain('is missing');
  });

  it('is taken on an answer from before a restart', async () => {
    const { sandbox, bot, restart } = await startTestBot();
    const answer = await answerTo(sandbox.member);
    await bot.stop();
    await restart();
    await say(sandbox.other, answer, 'incomplete');
    expect(await exportOf(sandbox.other)).toMatchObject({
      votes: [{ reason: 'incomplete', note: null }],
      answers: [{ outcome: 'answered' }],
    });
  });

  it('is told not to have been kept while the database is locked; the answer comes all the same', async () => {
    const { sandbox, databasePath, logged } = await startTestBot();
    const holder = new Sqlite(databasePath);
    onTestFinished(() => void holder.close());
    holder.exec('begin immediate');
    const answer = await answerTo(sandbox.member);
    expect(answer.text).toContain('两地于2017年3月');
    expect(shownBy(await sandbox.other.tap(answer, 'Helpful')).content).toContain('try again in a minute');
    expect(logged.join('')).toContain('answer-not-kept');
    holder.exec('rollback');
    await sandbox.other.tap(answer, 'Helpful');
    expect(await exportOf(sandbox.other)).toMatchObject({ votes: [{ helpful: true }], answers: [] });
  });

  it('has no way in by a forged id', async () => {
    const { sandbox } = await startTestBot();
    const answer = await answerTo(sandbox.member);
    for (const id of ['helpful:', 'helpful:short', 'unhelpful:../../etc/pa', 'helpful:AAAAAAAAAAAA:x'])
      expect(shownBy(await sandbox.other.forge(answer, id)).content).toContain('expired');
    expect((await exportOf(sandbox.other)).votes).toEqual([]);
  });
});

describe('a question', () => {
  it('is kept as its asker’s only where the server allows it', async () => {
    const { sandbox, set } = await startTestBot();
    const { member, other } = sandbox;
    expect(shownBy(await member.slash('privacy')).content).toContain('Questions asked here are not kept.');
    await answerTo(member);
    expect(await exportOf(member)).toEqual(nothing);
    await set({ keepQuestions: true });
    expect(shownBy(await member.slash('privacy')).content).toContain('let me keep questions');
    await say(other, await answerTo(member), 'wrong');
    expect((await exportOf(member)).answers).toMatchObject([{ asked: { question, memberId: member.id } }]);
    expect((await exportOf(other)).answers).toMatchObject([{ asked: null }]);
  });
});

describe('“delete mine”', () => {
  it('asks once, then deletes the member’s alone and says how many', async () => {
    const { sandbox, set } = await startTestBot();
    const { member, other } = sandbox;
    await set({ keepQuestions: true });
    const answer = await answerTo(member);
    await member.tap(answer, 'Helpful');
    await other.tap(answer, 'Helpful');
    const card = shownBy(await member.slash('privacy'));
    const sure = shownBy(await member.tap(card, 'Delete mine'));
    expect((await exportOf(member)).votes).toHaveLength(1);
    await member.tap(sure, 'Delete them all');
    await sandbox.quiet();
    expect(sure.content).toBe('Deleted for good. Votes: 1. Questions: 1. Left to the moderators: 0.');
    expect(sure.buttons).toEqual([]);
    expect(await exportOf(member)).toEqual(nothing);
    expect((await exportOf(other)).votes).toHaveLength(1);
  });
});
