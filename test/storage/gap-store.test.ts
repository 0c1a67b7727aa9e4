import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createGapStore } from '../../src/storage/gap-store.ts';
import { gapQuestion, itIsAGapStore } from '../guilds/gap-store-contract.ts';
import { newPath, open, openNew } from './fixture.ts';

itIsAGapStore('SQLite', async () => createGapStore(await open()));
// A new database takes longer here.
itIsAGapStore('PostgreSQL', async () => createGapStore(await openNew('PostgreSQL')), 8);

it('a forgotten question is in no byte of the database’s files', async () => {
  const path = newPath();
  const store = createGapStore(await open(path));
  const folder = dirname(path);
  const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  await store.add('1', { ...gapQuestion, memberId: '777777777777', question: 'to be forgotten' }, null, 90);
  expect(files().join('')).toContain('to be forgotten');
  await store.forget('777777777777');
  expect(files().join('')).not.toMatch(/to be forgotten|777777777777/);
});
