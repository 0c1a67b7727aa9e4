import { describe, expect, it } from 'vitest';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { itIsAUsageStore } from '../guilds/usage-store-contract.ts';
import { kinds, newUrl, open, openNew } from './fixture.ts';

for (const kind of kinds) itIsAUsageStore(kind, async () => createUsageStore(await openNew(kind)));

describe.each(kinds)('two connections to one %s database', (kind) => {
  it('share one count', async () => {
    const url = await newUrl(kind);
    const stores = [createUsageStore(await open(url)), createUsageStore(await open(url))];
    const takes = Array.from({ length: 30 }, (_, index) => stores[index % 2]?.take('1', '2026-11-24', 12));
    const counts = await Promise.all(takes);
    expect(counts.filter((count) => count !== null)).toHaveLength(12);
  });
});
