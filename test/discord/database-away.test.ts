import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { UpstreamError } from '../../src/errors.ts';
import { startTestBot } from './test-bot.ts';
import { shownBy } from './test-message.ts';

const question = '张家港与沿河何时正式建立协作对口帮扶关系？';
const said = '两地于2017年3月正式建立协作对口帮扶关系。';
const warning = 'For you as a moderator: my database cannot be used';

const askedBy = async (person: Sandbox['member'], channel?: Sandbox['channels']['general']) =>
  person.slash('ask', { question }, channel === undefined ? {} : { channel });

describe('while the database is locked', () => {
  it('members are answered as ever, and a moderator who asks is told, in private and once', async () => {
    const { sandbox, databasePath, logged } = await startTestBot();
    const holder = new Sqlite(databasePath);
    onTestFinished(() => void holder.close());
    holder.exec('begin immediate');
    const forMember = await askedBy(sandbox.member);
    expect(shownBy(forMember).text).toContain(said);
    expect(shownBy(forMember).visibleTo).toBeNull();
    expect(forMember.followUps).toEqual([]);
    const forModerator = await askedBy(sandbox.moderator);
    expect(shownBy(forModerator).text).toContain(said);
    expect(forModerator.followUps.map(({ content }) => content)).toEqual([expect.stringContaining(warning)]);
    expect(forModerator.followUps[0]?.visibleTo).toBe(sandbox.moderator.id);
    expect((await askedBy(sandbox.moderator)).followUps).toEqual([]);
    expect(logged.join('')).toContain('usage-store-away');
  });

  it('a moderator who asks in chat is told by direct message', async () => {
    const { sandbox, databasePath } = await startTestBot();
    const holder = new Sqlite(databasePath);
    onTestFinished(() => void holder.close());
    holder.exec('begin immediate');
    expect((await sandbox.moderator.ask(question, { mention: true })).text).toContain(said);
    const { directMessages } = sandbox.moderator;
    const told = await sandbox.waitForMessage(({ channel }) => channel === directMessages);
    expect(told.text).toContain('仅告知管理员');
  });
});

describe('when the disk is full', () => {
  it('answers go on, counted in memory, and a moderator is told', async () => {
    const { sandbox, database, logged } = await startTestBot();
    const { id } = sandbox.seeded.guild;
    await database.use(async (connection) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(connection);
      await sql`pragma max_page_count = ${sql.raw(String(rows[0]?.page_count))}`.execute(connection);
    });
    // Rows as long as the bot's own, until there is no room for one more.
    const fill = async (): Promise<string> => {
      for (let count = 0; ; count += 1) {
        const scope = String(count).padStart(id.length, 'x');
        const row = { scope, day: '2026-11-24', answers: 1 };
        try {
          await database.use((connection) => connection.insertInto('daily_answers').values(row).execute());
        } catch (error) {
          return error instanceof UpstreamError ? error.reason : String(error);
        }
      }
    };
    expect(await fill()).toBe('full');
    const answer = await askedBy(sandbox.moderator);
    expect(shownBy(answer).text).toContain(said);
    expect(shownBy(answer).visibleTo).toBeNull();
    expect(answer.followUps[0]?.text).toContain(warning);
    expect(logged.join('')).toContain('"reason":"full"');
  });
});

describe('when the database file is broken', () => {
  it('under way, the last known settings hold, a moderator is told, and nothing is written over it', async () => {
    const { sandbox, set, database, databasePath, logged } = await startTestBot();
    const { questions } = sandbox.channels;
    await set({ channels: [questions.id] });
    await database.use((connection) => sql`pragma wal_checkpoint(truncate)`.execute(connection));
    const broken = Buffer.alloc(readFileSync(databasePath).length, 'broken ');
    writeFileSync(databasePath, broken);
    await database.use((connection) => sql`pragma shrink_memory`.execute(connection));
    expect(shownBy(await askedBy(sandbox.member)).text).toContain(`<#${questions.id}>`);
    const answer = await askedBy(sandbox.moderator, questions);
    expect(shownBy(answer).text).toContain(said);
    expect(shownBy(answer).visibleTo).toBeNull();
    expect(answer.followUps[0]?.text).toContain(warning);
    const shown = shownBy(await sandbox.moderator.slash('config show', {}, { channel: questions }));
    expect(shown.text).toContain('These are the last settings that I knew');
    expect(shown.text).toContain(`<#${questions.id}>`);
    expect(logged.join('')).toContain('settings-store-away');
    expect(readFileSync(databasePath).equals(broken)).toBe(true);
  });

  it('from the start, slash commands are answered in private only, chat not at all, and moderators know', async () => {
    const { sandbox, databasePath } = await startTestBot({ databaseFile: 'not a database' });
    const answer = shownBy(await askedBy(sandbox.member));
    expect(answer.visibleTo).toBe(sandbox.member.id);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('because the settings of this server cannot be read');
    expect((await askedBy(sandbox.moderator)).followUps[0]?.text).toContain(warning);
    await sandbox.other.say(question, { mention: true });
    const told = await sandbox.waitForMessage(({ channel }) => channel === sandbox.other.directMessages);
    expect(told.text).toContain('我只能私下回答斜杠命令');
    await sandbox.quiet();
    const spoken = sandbox.channels.general.messages.filter(
      ({ author, visibleTo, deleted }) =>
        author.id === sandbox.world.bot.id && visibleTo === null && !deleted,
    );
    expect(spoken).toEqual([]);
    for (const command of ['insights', 'gaps', 'config history'])
      expect(shownBy(await sandbox.owner.slash(command)).text, command).toContain(
        'My database cannot be used',
      );
    expect(readFileSync(databasePath, 'utf8')).toBe('not a database');
  });
});
