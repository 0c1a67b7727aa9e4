import { describe, expect, it } from 'vitest';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { itIsAUsageStore } from '../guilds/usage-store-contract.ts';
import { newPath, open } from './fixture.ts';

itIsAUsageStore('SQLite', async () => createUsageStore(await open()));

describe('two connections to one SQLite file', () => {
  it('share one count', async () => {
    const path = newPath();
    const stores = [createUsageStore(await open(path)), createUsageStore(await open(path))];
    const takes = Array.from({ length: 30 }, (_, index) => stores[index % 2]?.take('1', '2026-11-24', 12));
    const counts = await Promise.all(takes);
    expect(counts.filter((count) => count !== null)).toHaveLength(12);
  });
});
