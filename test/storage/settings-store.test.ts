import { describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../src/storage/settings-store.ts';
import { itIsASettingsStore } from '../guilds/settings-store-contract.ts';
import { newPath, open } from './fixture.ts';

itIsASettingsStore('SQLite', async () => createSettingsStore(await open()));

describe('two connections to one SQLite file', () => {
  it('see each other’s changes, and lose none when both write at once', async () => {
    const path = newPath();
    const stores = [createSettingsStore(await open(path)), createSettingsStore(await open(path))];
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
    const database = await open();
    await database.use((connection) =>
      connection
        .insertInto('guild_settings')
        .values({ guild_id: '1', key: 'chat', value: '{broken' })
        .execute(),
    );
    expect(await createSettingsStore(database).load('1')).toEqual({ chat: undefined });
  });
});
