import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createGuildSettings, type GuildSettings } from '../../src/guilds/guild-settings.ts';
import { createLog } from '../../src/log.ts';
import { createSettingsStore } from '../../src/storage/settings-store.ts';
import { itIsASettingsStore } from '../guilds/settings-store-contract.ts';
import { kinds, newUrl, open, openNew } from './fixture.ts';

for (const kind of kinds) itIsASettingsStore(kind, async () => createSettingsStore(await openNew(kind)));

describe('the settings of two processes on one PostgreSQL', () => {
  const edit = { memberId: '7' };
  const openSettings = async (url: string): Promise<GuildSettings> => {
    const store = createSettingsStore(await open(url));
    const guildSettings = createGuildSettings({ store, log: createLog({ level: 'silent' }), now: Date.now });
    await guildSettings.warm();
    return guildSettings;
  };
  /** How long it takes until `peek`, which asks nobody, tells what another process has set. */
  const seenAfter = async (guildSettings: GuildSettings, length: string): Promise<number> => {
    const startedAt = performance.now();
    await expect
      .poll(() => guildSettings.peek('1').settings.length, { timeout: 10_000, interval: 5 })
      .toBe(length);
    return performance.now() - startedAt;
  };

  it('are seen by the other within two seconds, and after a lost connection too', async () => {
    const url = await newUrl('PostgreSQL');
    const [one, other] = [await openSettings(url), await openSettings(url)];
    await one.change('1', { length: 'short' }, edit);
    expect(await seenAfter(other, 'short')).toBeLessThan(2_000);
    const database = await open(url);
    await database.use((connection) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(connection),
    );
    await expect
      .poll(
        () =>
          one.change('1', { length: 'long' }, edit).then(
            () => 'set',
            () => 'away',
          ),
        { timeout: 10_000 },
      )
      .toBe('set');
    expect(await seenAfter(other, 'long')).toBeLessThan(5_000);
  });
});

describe.each(kinds)('two connections to one %s database', (kind) => {
  it('see each other’s changes, and lose none when both write at once', async () => {
    const url = await newUrl(kind);
    const stores = [createSettingsStore(await open(url)), createSettingsStore(await open(url))];
    const writes = Array.from({ length: 40 }, (_, index) =>
      stores[index % 2]?.save(
        '1',
        { [`key${index}`]: index },
        { memberId: '7', at: '2026-11-24T00:00:00.000Z' },
      ),
    );
    await Promise.all(writes);
    for (const store of stores) expect(Object.keys(await store.load('1'))).toHaveLength(40);
  });

  it('takes a value that is no JSON for one that is not allowed', async () => {
    const database = await openNew(kind);
    await database.use((connection) =>
      connection
        .insertInto('guild_settings')
        .values({ guild_id: '1', key: 'chat', value: '{broken' })
        .execute(),
    );
    expect(await createSettingsStore(database).load('1')).toEqual({ chat: undefined });
  });
});
