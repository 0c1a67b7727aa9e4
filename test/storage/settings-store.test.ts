import { describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../src/storage/settings-store.ts';
import { itIsASettingsStore } from '../guilds/settings-store-contract.ts';
import { kinds, newUrl, open, openNew } from './fixture.ts';

for (const kind of kinds) itIsASettingsStore(kind, async () => createSettingsStore(await openNew(kind)));

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
