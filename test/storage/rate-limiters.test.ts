import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Database } from '../../src/storage/database.ts';
import { createKeptRateLimiter, createMemoryRateLimiter } from '../../src/storage/rate-limiters.ts';
import { itIsARateLimiter } from '../guilds/rate-limiter-contract.ts';
import { kinds, newPath, newUrl, open, openNew } from './fixture.ts';

const inAnHour = (): number => Date.now() + 3_600_000;

function keptIn(database: Database, lines: string[] = []) {
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  return createKeptRateLimiter({ database, log });
}

itIsARateLimiter('memory', async () => createMemoryRateLimiter());
for (const kind of kinds) itIsARateLimiter(kind, async () => keptIn(await openNew(kind)));
itIsARateLimiter('SQLite that is away', async () => {
  const database = await open();
  await database.close();
  return keptIn(database);
});

describe.each(kinds)('a rate limiter in a %s database', (kind) => {
  it('goes on counting after a restart', async () => {
    const url = await newUrl(kind);
    const first = await open(url);
    const { endsAt } = await keptIn(first).take('a', inAnHour());
    await first.close();
    expect(await keptIn(await open(url)).take('a', inAnHour())).toEqual({ count: 2, endsAt });
  });

  it('says once that the database is away', async () => {
    const database = await openNew(kind);
    const lines: string[] = [];
    const limiter = keptIn(database, lines);
    await database.close();
    await limiter.take('a', inAnHour());
    await limiter.take('a', inAnHour());
    expect(lines.filter((line) => line.includes('limits-store-away'))).toHaveLength(1);
  });

  it('keeps nothing beyond its end', async () => {
    const database = await openNew(kind);
    const limiter = keptIn(database);
    const { endsAt } = await limiter.take('a', Date.now() + 1);
    await expect.poll(() => Date.now()).toBeGreaterThan(endsAt);
    await limiter.take('b', inAnHour());
    const rows = await database.use((connection) =>
      connection.selectFrom('rate_limits').select('key').execute(),
    );
    expect(rows).toEqual([{ key: 'b' }]);
  });

  it('tells a member’s own counts and nobody else’s', async () => {
    const limiter = keptIn(await openNew(kind));
    const { endsAt } = await limiter.take('questions/1/member/77', inAnHour());
    for (const key of ['questions/1/member/777', 'questions/77', 'questions/1/channel/77'])
      await limiter.take(key, inAnHour());
    const until = new Date(endsAt).toISOString();
    expect(await limiter.ofMember('77')).toEqual([{ key: 'questions/1/member/77', count: 1, until }]);
  });
});

describe('a database from before there were limits', () => {
  it('keeps what was set of questions a minute, and its history, under the new name', async () => {
    const path = newPath();
    await (await open(path)).close();
    const file = new Sqlite(path);
    file.exec(`
      drop table rate_limits;
      delete from schema_migrations where number = 8;
      insert into guild_settings values ('1', 'questionsPerMinute', '3'), ('1', 'chat', 'false');
      insert into settings_edits (guild_id, member_id, edited_at, before, after)
        values ('1', '7', '2026-11-24', '{"questionsPerMinute":null}', '{"questionsPerMinute":3}');
    `);
    file.close();
    const database = await open(path);
    const settings = await database.use((connection) =>
      connection.selectFrom('guild_settings').select(['key', 'value']).orderBy('key').execute(),
    );
    expect(settings).toEqual([
      { key: 'chat', value: 'false' },
      { key: 'memberPerMinute', value: '3' },
    ]);
    const edits = await database.use((connection) =>
      connection.selectFrom('settings_edits').select(['before', 'after']).execute(),
    );
    expect(edits).toEqual([{ before: '{"memberPerMinute":null}', after: '{"memberPerMinute":3}' }]);
  });
});
