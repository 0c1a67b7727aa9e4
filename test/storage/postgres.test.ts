import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { lastMigration } from '../../src/storage/migrate.ts';
import { startProxy } from '../postgres/proxy.ts';
import { newUrl, open } from './fixture.ts';

const one = { guild_id: '1', key: 'chat', value: 'false' };

function insert(database: Database, row = one) {
  return database.use((connection) => connection.insertInto('guild_settings').values(row).execute());
}

function readAll(database: Database) {
  return database.use((connection) => connection.selectFrom('guild_settings').selectAll().execute());
}

/** A new database, and the way to it through a proxy. */
async function throughProxy() {
  const url = new URL(await newUrl('PostgreSQL'));
  const proxy = await startProxy(Number(url.port));
  onTestFinished(() => proxy.close());
  url.port = String(proxy.port);
  return { proxy, url: url.href };
}

describe('a database of PostgreSQL', () => {
  it('takes each step once when several open at the same time, and finds again what was written', async () => {
    const url = await newUrl('PostgreSQL');
    const [first, second] = await Promise.all([open(url), open(url), open(url)]);
    await insert(first);
    expect(await readAll(second)).toEqual([one]);
    const steps = await first.use((connection) =>
      connection.selectFrom('schema_migrations').select('number').orderBy('number').execute(),
    );
    expect(steps.map(({ number }) => number)).toEqual(
      Array.from({ length: lastMigration }, (_, index) => index + 1),
    );
  });

  it('stands beside the tables of another program, and leaves them alone', async () => {
    const url = await newUrl('PostgreSQL');
    const database = await open(url);
    await database.use((connection) =>
      sql`create table public.guild_settings (theirs integer)`.execute(connection),
    );
    await insert(database);
    expect(await readAll(await open(url))).toEqual([one]);
    const { rows } = await database.use((connection) =>
      sql`select * from public.guild_settings`.execute(connection),
    );
    expect(rows).toEqual([]);
  });

  it('is refused where a newer version wrote it', async () => {
    const url = await newUrl('PostgreSQL');
    const database = await open(url);
    await database.use((connection) =>
      connection
        .insertInto('schema_migrations')
        .values({ number: 999, name: 'later', applied_at: '2030-01-01' })
        .execute(),
    );
    await expect(openDatabase(url)).rejects.toMatchObject({ name: 'UserError', code: 'database-newer' });
  });

  it.each([
    ['a wrong password', (url: URL) => Object.assign(url, { password: 'wrong' })],
    ['encryption that the server has not', (url: URL) => Object.assign(url, { search: 'sslmode=require' })],
    ['a database that does not exist', (url: URL) => Object.assign(url, { pathname: '/nowhere' })],
  ])('says that it does not let us in with %s', async (_, change) => {
    const url = change(new URL(await newUrl('PostgreSQL'))).href;
    const error: unknown = await openDatabase(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'UserError', code: 'database-refused' });
    expect(String(error)).not.toContain('wrong');
  });

  it('compares texts byte for byte, as SQLite does', async () => {
    const database = await open(await newUrl('PostgreSQL'));
    for (const key of ['b', 'B', 'ä', 'a', 'A', '中'])
      await insert(database, { guild_id: '1', key, value: '' });
    const rows = await database.use((connection) =>
      connection.selectFrom('guild_settings').select('key').orderBy('key').execute(),
    );
    expect(rows.map(({ key }) => key)).toEqual(['A', 'B', 'a', 'b', 'ä', '中']);
  });

  it('passes on a wrong query as the bug that it is, and leaves nothing of a transaction that failed', async () => {
    const database = await open(await newUrl('PostgreSQL'));
    const failing = database.transact(null, async (transaction) => {
      await transaction.insertInto('guild_settings').values(one).execute();
      await sql.raw('select nothing from nowhere').execute(transaction);
    });
    await expect(failing).rejects.toMatchObject({ name: 'error' });
    expect(await readAll(database)).toEqual([]);
  });
});

describe('a PostgreSQL that is away', () => {
  it('is said to refuse us where it lets us in no more', async () => {
    const url = await newUrl('PostgreSQL');
    const database = await open(url);
    const server = await open(await newUrl('PostgreSQL'));
    const name = new URL(url).pathname.slice(1);
    await server.use((connection) => sql`drop database ${sql.id(name)} with (force)`.execute(connection));
    await expect(readAll(database)).rejects.toMatchObject({ upstream: 'database' });
    await expect
      .poll(() => readAll(database).catch((error: unknown) => error))
      .toMatchObject({ upstream: 'database', reason: 'refused' });
  });

  it('says so at each use, from the start on, and is back by itself', async () => {
    const { proxy, url } = await throughProxy();
    proxy.set('refuse');
    const database = await open(url);
    await expect(readAll(database)).rejects.toMatchObject({ upstream: 'database', reason: 'unreachable' });
    proxy.set('pass');
    await expect.poll(() => readAll(database).catch(() => 'away'), { timeout: 10_000 }).toEqual([]);
    proxy.set('refuse');
    await expect(insert(database)).rejects.toMatchObject({ upstream: 'database', reason: 'unreachable' });
    proxy.set('pass');
    await expect.poll(() => readAll(database).catch(() => 'away'), { timeout: 10_000 }).toEqual([]);
  });

  it('is not waited for by a stop, where nothing comes back', async () => {
    const { proxy, url } = await throughProxy();
    const database = await openDatabase(url);
    await new Promise<void>((resolve) => database.listen({ onMessage: () => undefined, onGap: resolve }));
    proxy.set('swallow');
    const late = new Promise((resolve) => setTimeout(resolve, 3_000, 'late').unref());
    expect(await Promise.race([database.close().then(() => 'closed'), late])).toBe('closed');
  });

  it('is given up where nothing comes back, and reached anew', async () => {
    const { proxy, url } = await throughProxy();
    const database = await openDatabase(url, { queryTimeout: 500 });
    onTestFinished(() => database.close());
    await insert(database);
    proxy.set('swallow');
    await expect(readAll(database)).rejects.toMatchObject({ upstream: 'database', reason: 'timeout' });
    proxy.set('pass');
    await expect.poll(() => readAll(database).catch(() => 'away'), { timeout: 10_000 }).toEqual([one]);
  });
});
