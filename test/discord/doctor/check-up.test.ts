import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../sandbox/people/person.ts';
import { commands } from '../../../src/commands/index.ts';
import { UpstreamError } from '../../../src/errors.ts';
import { startTestBot } from '../test-bot.ts';
import { shownBy } from '../test-message.ts';

/** Every line of a check-up, which only who asked for it sees. */
async function checkUp(person: Person, locale = 'en-US'): Promise<readonly string[]> {
  const interaction = await person.slash('config doctor', {}, { locale });
  const messages = [shownBy(interaction), ...interaction.followUps];
  expect(messages.map(({ visibleTo }) => visibleTo)).toEqual(messages.map(() => person.id));
  return messages.flatMap(({ text }) => text.split('\n'));
}

describe('/config doctor', () => {
  it('says of each part whether it works, and what to do where it does not', async () => {
    const { sandbox } = await startTestBot();
    const { announcements, lobby, staff } = sandbox.channels;
    const named = (await checkUp(sandbox.moderator))
      .join('\n')
      .replaceAll(announcements.id, 'announcements')
      .replaceAll(lobby.id, 'lobby')
      .replaceAll(staff.id, 'staff')
      .replace(`registered (${commands.length})`, 'registered (as many as there are)');
    expect(named).toMatchInlineSnapshot(`
      "**Check-up.** To do: 0. To look at: 3. OK: 9.
      **To look at:** Text channels <#announcements>: I am missing Send Messages (to answer), Send Messages in Threads (to answer in threads and posts).
      -# → Edit Channel → Permissions → Footnote: allow it there.
      **To look at:** Text channels <#lobby>: I am missing Send Messages in Threads (to answer in threads and posts).
      -# → Edit Channel → Permissions → Footnote: allow it there.
      **To look at:** Text channels <#staff>: I cannot see them, which is fine where I am not wanted.
      -# → Edit Channel → Permissions → Footnote: allow it there.
      **OK:** Text channels: 2 of 5 are fine.
      **OK:** Forum channels: all fine (1).
      **OK:** Private threads: I answer in one once somebody has mentioned me there.
      **OK:** Message Content: off, and no setting needs it.
      **OK:** Model: none is configured, so I answer with quotes.
      **OK:** Database: it can be read and written.
      **OK:** Article: “扶贫攻坚，打造东西协作的升级版”, version 054b37f6ab58, paragraphs: 12.
      **OK:** Commands: all registered (as many as there are).
      **OK:** Clock: it agrees with Discord’s."
    `);
  });

  it('tells of a permission that is taken away, in the reader’s language, and no more once it is back', async () => {
    const { sandbox, set } = await startTestBot();
    const { edit, seeded } = sandbox;
    const { questions } = sandbox.channels;
    await set({ channels: [questions.id] });
    edit.setOverwrite(questions, seeded.roles.bot, { deny: ['ReadMessageHistory'] });
    await sandbox.quiet(50);
    const lines = await checkUp(sandbox.moderator, 'zh-CN');
    expect(lines).toContain(
      `**待处理：**文字频道 <#${questions.id}>：我缺少读取消息历史记录（用来回复消息并了解前文）。`,
    );
    edit.setOverwrite(questions, seeded.roles.bot, {});
    await sandbox.quiet(50);
    expect((await checkUp(sandbox.moderator)).join('\n')).toContain('Text channels: all fine (1)');
  });

  it('tells of a named channel that is gone, and of a kind that is no forum', async () => {
    const { sandbox, set } = await startTestBot();
    const { edit, seeded } = sandbox;
    const gone = edit.addChannel(seeded.guild, 'gone');
    const media = edit.addChannel(seeded.guild, 'media', ChannelType.GuildMedia);
    await set({ channels: [sandbox.channels.general.id, gone.id, media.id], questionForums: [media.id] });
    edit.removeChannel(gone);
    await sandbox.quiet(50);
    const lines = (await checkUp(sandbox.moderator)).join('\n');
    expect(lines).toContain(`names what I cannot find in this server, deleted or archived: ${gone.id}`);
    expect(lines).toContain(`names channels that are no forums: <#${media.id}>`);
    expect(lines).toContain('has no effect, because I may not read messages that do not mention me');
  });

  it('leaves out where it may not answer, and tells of locked threads', async () => {
    const { sandbox, set } = await startTestBot();
    const { announcements, lobby, staff, thread } = sandbox.channels;
    await set({ deniedChannels: [announcements.id, lobby.id, staff.id] });
    sandbox.edit.archiveThread(thread, { archived: false, locked: true });
    await sandbox.quiet(50);
    const [summary, ...lines] = await checkUp(sandbox.moderator);
    expect(summary).toContain('To do: 0. To look at: 1.');
    expect(lines[0]).toContain(
      `Locked threads <#${thread.id}>: I am missing Manage Threads (to answer in locked threads).`,
    );
    expect(lines.join('\n')).toContain('Channels where the settings do not let me answer: 3.');
  });

  it('is for moderators: others are refused, and nothing is looked at', async () => {
    const { sandbox } = await startTestBot();
    const looks = () => sandbox.requestsTo('GET', '/applications/:application/commands').length;
    const before = looks();
    for (const person of [sandbox.member, sandbox.editor])
      expect(await checkUp(person)).toEqual(['Only moderators of this server can do that.']);
    expect(looks()).toBe(before);
    await checkUp(sandbox.moderator);
    expect(looks()).toBe(before + 1);
  });

  it('tells of commands that Discord has otherwise, and of a clock that is not Discord’s', async () => {
    const { sandbox } = await startTestBot();
    for (const command of sandbox.world.commands.values())
      if (command.name === 'search') sandbox.world.commands.delete(command.id);
    sandbox.clock.advance(90_000);
    const lines = (await checkUp(sandbox.moderator)).join('\n');
    expect(lines).toContain('**To do:** Commands: Discord has these otherwise, or not at all: search.');
    expect(lines).toMatch(/\*\*To look at:\*\* Clock: it is (8\d|90) seconds away from Discord’s\./);
  });

  it('names the model and why it is away, and nothing of where it is', async () => {
    const { sandbox } = await startTestBot({
      environment: { OPENAI_BASE_URL: 'http://planted.invalid/v1', OPENAI_MODEL: 'small*' },
      checkModel: () => Promise.reject(new UpstreamError('model', 'http-401')),
    });
    const lines = (await checkUp(sandbox.moderator)).join('\n');
    expect(lines).toContain(
      '**To do:** Model: small\\* cannot be reached (http-401), so I answer with quotes.\n-# →',
    );
    expect(lines).not.toContain('planted');
  });

  it('tells what cannot be looked at, and is not held up by it', async () => {
    const { sandbox, database } = await startTestBot();
    sandbox.fail('GET', '/applications/:application/commands', { status: 403, times: 1 });
    await database.close();
    const lines = (await checkUp(sandbox.moderator)).join('\n');
    expect(lines).toContain('**To do:** Database: it cannot be read or written (closed).');
    expect(lines).toContain(
      '**To look at:** Commands: Discord does not say which are registered (http-403).',
    );
  });
});
