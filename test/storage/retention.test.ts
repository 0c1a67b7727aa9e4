/** What has to be gone is gone: on both databases from every table, and of SQLite's files from every byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createRetention, type Membership } from '../../src/guilds/retention.ts';
import { defaultSettings } from '../../src/guilds/settings.ts';
import { createLog } from '../../src/log.ts';
import type { Database } from '../../src/storage/database.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { createGapStore } from '../../src/storage/gap-store.ts';
import { createRetentionStore, guildTables } from '../../src/storage/retention-store.ts';
import { createSettingsStore } from '../../src/storage/settings-store.ts';
import { answer, vote } from '../guilds/feedback-store-contract.ts';
import { gapQuestion } from '../guilds/gap-store-contract.ts';
import { kinds, newPath, open, openNew } from './fixture.ts';

const gone = '111111111111111111';
const here = '222222222222222222';
const elsewhere = '333333333333333333';
const start = Date.parse('2026-11-24T12:00:00.000Z');
const hour = 3_600_000;
const day = 24 * hour;

/** Tables with nothing of one server, but for `rate_limits`, whose keys name one and whose rows end with the day. */
const ofNoServer = [
  ...['articles', 'embeddings', 'fleet_processes', 'fleet_shards', 'identifies', 'rate_limits'],
  'schema_migrations',
];

/** A row of every table that holds something of a server, with the server's id in each of its texts. */
async function fillTables(database: Database, guildId: string): Promise<void> {
  await database.use(async (connection) => {
    for (const { name, columns } of await connection.introspection.getTables()) {
      if (!(name in guildTables) || name === 'left_guilds') continue;
      const filled = columns.filter(({ isAutoIncrementing }) => !isAutoIncrementing);
      const isNumber = (type: string) => /int/i.test(type);
      const isBytes = (type: string) => /blob|bytea/i.test(type);
      const values = filled.map(({ name: column, dataType }) =>
        isNumber(dataType)
          ? Number(guildId[0])
          : ['guild_id', 'scope'].includes(column)
            ? guildId
            : isBytes(dataType)
              ? Buffer.from(`of ${guildId}`)
              : `of ${guildId}`,
      );
      await sql`insert into ${sql.table(name)} (${sql.join(filled.map((column) => sql.ref(column.name)))}) values (${sql.join(values)})`.execute(
        connection,
      );
    }
    await connection
      .insertInto('rate_limits')
      .values({ key: `questions/${guildId}/member/7`, count: 1, ends_at: 1 })
      .execute();
  });
}

/** By table, how many rows name a server anywhere. */
async function countRows(database: Database, guildId: string): Promise<Record<string, number>> {
  return database.use(async (connection) => {
    const counts: Record<string, number> = {};
    for (const { name } of await connection.introspection.getTables()) {
      const { rows } = await sql.raw(`select * from "${name}"`).execute(connection);
      const count = rows.filter((row) => JSON.stringify(row).includes(guildId)).length;
      if (count > 0) counts[name] = count;
    }
    return counts;
  });
}

const bytesOf = (path: string): string =>
  readdirSync(dirname(path))
    .map((name) => readFileSync(join(dirname(path), name), 'latin1'))
    .join('');

function openRetention(database: Database, keepDays = defaultSettings.keepDays) {
  const clock = { now: start };
  const logged: string[] = [];
  const retention = createRetention({
    store: createRetentionStore(database),
    guildSettings: { load: async () => ({ state: 'fresh', settings: { ...defaultSettings, keepDays } }) },
    log: createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
    now: () => clock.now,
  });
  return { retention, clock, logged };
}

const member = (isFirst = true): Membership => ({
  isIn: (guildId) => (guildId === here ? true : guildId === gone ? false : null),
  isFirst,
});

describe.each(kinds)('on %s', (kind) => {
  it('every table is known to hold something of a server, or nothing', async () => {
    const database = await openNew(kind);
    const tables = await database.use((connection) => connection.introspection.getTables());
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      [...Object.keys(guildTables), ...ofNoServer].toSorted(),
    );
  });

  it('a server that took the bot out is erased twelve hours later, and no other', async () => {
    const database = await openNew(kind);
    const { retention, clock } = openRetention(database);
    for (const guildId of [gone, here, elsewhere]) await fillTables(database, guildId);
    const before = await countRows(database, gone);
    expect(Object.keys(before)).toHaveLength(Object.keys(guildTables).length);
    await retention.sweep(member(false));
    clock.now += 11 * hour;
    await retention.sweep(member(false));
    expect(await countRows(database, gone)).toEqual({ ...before, left_guilds: 1 });
    clock.now += hour;
    await retention.sweep(member(false));
    expect(await countRows(database, gone)).toEqual({});
    expect(Object.keys(await countRows(database, here))).toEqual(Object.keys(before));
    expect(Object.keys(await countRows(database, elsewhere))).toEqual(Object.keys(before));
  });

  it('a server that takes it in again keeps what it had', async () => {
    const database = await openNew(kind);
    const { retention, clock } = openRetention(database);
    await fillTables(database, here);
    const before = await countRows(database, here);
    await retention.left(here);
    await retention.joined(here);
    await retention.left(here);
    clock.now += 3 * day;
    await retention.sweep(member(false));
    expect(await countRows(database, here)).toEqual(before);
  });

  it('what a server kept for long enough goes though nobody asks, in the process that is first', async () => {
    const database = await openNew(kind);
    const feedback = createFeedbackStore(database);
    const { retention, clock, logged } = openRetention(database, 30);
    await feedback.keepAnswer({ ...answer, guildId: here, asked: { question: 'When?', memberId: '7' } }, 365);
    await feedback.keepAnswer({ ...answer, id: 'direct', guildId: null }, 365);
    await feedback.vote({ ...vote, guildId: here });
    await createGapStore(database).add(here, { ...gapQuestion, askedAt: answer.shownAt }, null, 365);
    clock.now += 31 * day;
    await retention.sweep(member(false));
    expect((await feedback.ofGuild(here, '2000')).answers).toHaveLength(1);
    await retention.sweep(member());
    expect(await feedback.ofGuild(here, '2000')).toEqual({ answers: [], votes: [] });
    expect(await createGapStore(database).list(here)).toEqual([]);
    expect(await countRows(database, 'direct')).toEqual({});
    expect(logged.join('')).toContain('"count":4,"event":"expired-erased"');
  });
});

describe('no byte is left in SQLite’s files', () => {
  it('of a server that was left, nor of its settings and their history', async () => {
    const path = newPath();
    const database = await open(path);
    const { retention, clock } = openRetention(database);
    await createSettingsStore(database).save(
      gone,
      { tone: 'of the pirates' },
      { memberId: '7', at: answer.shownAt },
    );
    await fillTables(database, gone);
    expect(bytesOf(path)).toContain(gone);
    await retention.left(gone);
    clock.now += day;
    await retention.sweep(member(false));
    for (const trace of [gone, 'of the pirates']) expect(bytesOf(path)).not.toContain(trace);
  });

  it('of a question that was kept for long enough, nor of an answer that moderators dismissed', async () => {
    const path = newPath();
    const database = await open(path);
    const gaps = createGapStore(database);
    const { retention, clock } = openRetention(database, 1);
    await createFeedbackStore(database).keepAnswer(
      { ...answer, guildId: here, asked: { question: 'a question to forget', memberId: '7' } },
      365,
    );
    const id = await gaps.add(
      here,
      { ...gapQuestion, question: 'a gap to forget', askedAt: answer.shownAt },
      null,
      365,
    );
    const verdict = { wordings: ['words to forget'], answer: 'an answer to forget', pins: [] };
    await gaps.decide(here, { id, revision: 0 }, { ...verdict, state: 'answered' });
    const traces = ['a question to forget', 'a gap to forget', 'words to forget', 'an answer to forget'];
    for (const trace of traces) expect(bytesOf(path)).toContain(trace);
    await gaps.decide(here, { id, revision: 1 }, { ...verdict, state: 'dismissed' });
    clock.now += 2 * day;
    await retention.sweep(member());
    for (const trace of traces) expect(bytesOf(path)).not.toContain(trace);
  });
});
