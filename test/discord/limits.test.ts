import { describe, expect, it } from 'vitest';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const answered = '2017年3月';
const again = /again <t:(\d{10}):R>/;

describe('a member over a limit', () => {
  it('is told when it ends, also after a restart, while others are answered', async () => {
    const { sandbox, set, bot, restart } = await startTestBot();
    await set({ memberPerDay: 1 });
    expect(shownBy(await sandbox.member.slash('ask', { question })).text).toContain(answered);
    await bot.stop();
    await restart();
    const refused = shownBy(await sandbox.member.slash('ask', { question }));
    const [, endsAt = ''] = again.exec(refused.text) ?? [];
    expect(refused.text).toContain('as many questions today');
    expect(refused.visibleTo).toBe(sandbox.member.id);
    expect(Number(endsAt) % 86_400).toBe(0);
    expect(shownBy(await sandbox.other.slash('ask', { question })).text).toContain(answered);
  });

  it('is not limited with an exempt role', async () => {
    const { sandbox, set } = await startTestBot();
    const { guild, roles } = sandbox.seeded;
    await set({ memberPerMinute: 1, exemptRoles: [roles.editors.id] });
    const editor = sandbox.personFor(
      sandbox.edit.addUser('editor', guild, [roles.editors]).id,
      sandbox.channels.general,
    );
    for (let count = 0; count < 2; count += 1)
      expect(shownBy(await editor.slash('ask', { question })).text).toContain(answered);
    await sandbox.member.slash('ask', { question });
    expect(shownBy(await sandbox.member.slash('ask', { question })).text).toMatch(again);
  });

  it.each([{ channelPerMinute: 1 }, { memberPerDay: 1 }])('of %o hears it once in chat', async (limit) => {
    const { sandbox, set } = await startTestBot();
    const { general } = sandbox.channels;
    await set(limit);
    const mention = true;
    expect((await sandbox.member.ask(question, { mention })).text).toContain(answered);
    expect((await sandbox.member.ask(question, { mention })).text).toMatch(/<t:\d{10}:R>/);
    await sandbox.member.say(question, { mention });
    await sandbox.quiet(500);
    const said = general.messages.filter(({ author }) => author.id === sandbox.world.bot.id);
    expect(said).toHaveLength(2);
  });

  it('finds the count in what is kept of them, and it stays when that is deleted', async () => {
    const { sandbox, set } = await startTestBot();
    await set({ memberPerDay: 1 });
    await sandbox.member.slash('ask', { question });
    const card = shownBy(await sandbox.member.slash('privacy'));
    const sure = shownBy(await sandbox.member.tap(card, 'Delete mine'));
    await sandbox.member.tap(sure, 'Delete them all');
    const [file] = shownBy(await sandbox.member.tap(card, 'Export mine')).attachments;
    const { counts } = JSON.parse(Buffer.from(file?.bytes ?? []).toString());
    const key = `questions/${sandbox.seeded.guild.id}/member/${sandbox.member.id}`;
    expect(counts).toEqual([{ key, count: 1, until: expect.stringMatching(/T00:00:00/) }]);
  });
});
