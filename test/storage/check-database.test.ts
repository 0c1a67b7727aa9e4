import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { createDatabaseCheck } from '../../src/storage/check-database.ts';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { kinds, newPath, open, openNew } from './fixture.ts';

it.each(kinds)(
  'the check of a %s database writes and leaves nothing behind, two at once too',
  async (kind) => {
    const database = await openNew(kind);
    await createUsageStore(database).take('1', '2026-11-29', 10);
    const rows = () =>
      database.use((connection) => connection.selectFrom('daily_answers').selectAll().execute());
    const before = await rows();
    const check = createDatabaseCheck(database);
    await Promise.all([check(), check()]);
    expect(await rows()).toEqual(before);
  },
);

it('the check of a database fails while it can be read and not written', async () => {
  const path = newPath();
  const database = await open(path);
  const holder = new Sqlite(path);
  onTestFinished(() => void holder.close());
  holder.exec('begin immediate');
  await expect(createDatabaseCheck(database)()).rejects.toMatchObject({
    upstream: 'database',
    reason: 'locked',
  });
});
