import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { lastMigration } from '../../src/storage/migrate.ts';
import { kinds, newPath, newUrl, open } from './fixture.ts';

const one = { guild_id: '1', key: 'chat', value: 'false' };

function insert(database: Database, row = one) {
  return database.use((connection) => connection.insertInto('guild_settings').values(row).execute());
}

function readAll(database: Database) {
  return database.use((connection) => connection.selectFrom('guild_settings').selectAll().execute());
}

async function pragma(database: Database, text: string): Promise<unknown> {
  const result = await database.use((connection) => sql.raw(`pragma ${text}`).execute(connection));
  return Object.values(result.rows[0] ?? {})[0];
}

/** Makes a file that is not ours at a path whose folder is missing. */
function plant(path: string, content: string | ((file: Sqlite.Database) => void)): Buffer {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string') writeFileSync(path, content);
  else {
    const file = new Sqlite(path);
    content(file);
    file.close();
  }
  return readFileSync(path);
}

describe('openDatabase', () => {
  it('makes the file and its folder, and finds again what was written', async () => {
    const path = newPath();
    const first = await open(path);
    await insert(first);
    await first.close();
    expect(await readAll(await open(path))).toEqual([one]);
  });

  it('opens so that what was committed survives a loss of power', async () => {
    const database = await open();
    expect(await pragma(database, 'journal_mode')).toBe('wal');
    expect(await pragma(database, 'synchronous')).toBe(2);
    expect(await pragma(database, 'foreign_keys')).toBe(1);
  });

  it('takes each step once when two open at the same time', async () => {
    const path = newPath();
    const [first, second] = await Promise.all([open(path), open(path)]);
    await insert(first);
    expect(await readAll(second)).toEqual([one]);
    const steps = await first.use((connection) =>
      connection.selectFrom('schema_migrations').select('number').execute(),
    );
    expect(steps).toEqual(Array.from({ length: lastMigration }, (_, index) => ({ number: index + 1 })));
  });

  it('refuses the database of another program, and changes nothing in it', async () => {
    const path = newPath();
    const before = plant(path, (file) => file.exec('create table theirs (x); insert into theirs values (1)'));
    await expect(openDatabase(`file:${path}`)).rejects.toMatchObject({
      name: 'UserError',
      code: 'database-foreign',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a database that a newer version wrote, and changes nothing in it', async () => {
    const path = newPath();
    await (await open(path)).close();
    const before = plant(path, (file) =>
      file.exec("insert into schema_migrations values (999, 'later', '2030-01-01')"),
    );
    await expect(openDatabase(`file:${path}`)).rejects.toMatchObject({
      name: 'UserError',
      code: 'database-newer',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a database that cannot be used', () => {
  it('is no database at all: each use says so, and the file stays as it is', async () => {
    const path = newPath();
    const before = plant(path, 'these are notes of somebody '.repeat(200));
    const database = await open(path);
    await expect(readAll(database)).rejects.toMatchObject({ upstream: 'database', reason: 'corrupt' });
    await expect(insert(database)).rejects.toMatchObject({ upstream: 'database', reason: 'corrupt' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('has broken pages: it is not opened, and stays as it is', async () => {
    const path = newPath();
    const first = await open(path);
    for (let count = 0; count < 300; count += 1)
      await insert(first, { ...one, guild_id: String(count), value: 'x'.repeat(200) });
    await first.close();
    const broken = readFileSync(path);
    broken.fill(0xaa, 4096 * 4, 4096 * 8);
    writeFileSync(path, broken);
    const database = await open(path);
    await expect(readAll(database)).rejects.toMatchObject({ upstream: 'database', reason: 'corrupt' });
    expect(readFileSync(path).equals(broken)).toBe(true);
  });

  it('is where no file can be', async () => {
    const path = newPath();
    mkdirSync(path, { recursive: true });
    await expect(readAll(await open(path))).rejects.toMatchObject({ reason: 'cannot-open' });
    await expect(readAll(await open(`${import.meta.filename}/footnote.db`))).rejects.toMatchObject({
      reason: 'cannot-open',
    });
  });

  // Node's own way to make folders one in another never ends there.
  it.runIf(existsSync('/proc'))('is in a file system that takes no folder', async () => {
    await expect(readAll(await open('/proc/footnote/deep/bot.db'))).rejects.toMatchObject({
      reason: 'cannot-open',
    });
  });

  it('is back by itself once the file is put right', async () => {
    const path = newPath();
    plant(path, 'not a database');
    const database = await open(path);
    await expect(readAll(database)).rejects.toMatchObject({ reason: 'corrupt' });
    writeFileSync(path, '');
    await expect.poll(() => readAll(database).catch(() => 'away'), { timeout: 5000 }).toEqual([]);
  });

  it('was closed', async () => {
    const database = await open();
    await database.close();
    await expect(readAll(database)).rejects.toMatchObject({ upstream: 'database', reason: 'closed' });
  });
});

describe('a database under way', () => {
  it('waits for a lock that is given back, without holding up the process', async () => {
    const path = newPath();
    const database = await open(path);
    const holder = new Sqlite(path);
    holder.exec('begin immediate');
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 5) holder.exec('commit');
    }, 20);
    await insert(database);
    clearInterval(ticking);
    holder.close();
    expect(ticks).toBeGreaterThanOrEqual(5);
    expect(await readAll(database)).toEqual([one]);
  });

  it('gives up on a lock that is kept, in time for a reply, and is still read meanwhile', async () => {
    const path = newPath();
    const database = await open(path);
    const holder = new Sqlite(path);
    holder.exec('begin immediate');
    const startedAt = performance.now();
    await expect(insert(database)).rejects.toMatchObject({ upstream: 'database', reason: 'locked' });
    const waited = performance.now() - startedAt;
    expect(waited).toBeLessThan(2500);
    const againAt = performance.now();
    await expect(insert(database)).rejects.toMatchObject({ reason: 'locked' });
    expect(performance.now() - againAt).toBeLessThan(waited / 2);
    expect(await readAll(database)).toEqual([]);
    holder.close();
    await insert(database);
    expect(await readAll(database)).toEqual([one]);
  });

  it('says when the disk is full, keeps what was there, and goes on when there is room', async () => {
    const database = await open();
    await insert(database);
    const pages = Number(await pragma(database, 'page_count'));
    await pragma(database, `max_page_count = ${pages}`);
    const large = { ...one, guild_id: '2', value: 'x'.repeat(100_000) };
    await expect(insert(database, large)).rejects.toMatchObject({ upstream: 'database', reason: 'full' });
    expect(await readAll(database)).toEqual([one]);
    await pragma(database, 'max_page_count = 1000000');
    await insert(database, large);
    expect(await readAll(database)).toHaveLength(2);
  });

  it('says so of a transaction too, which SQLite takes back by itself', async () => {
    const database = await open();
    const inTransaction = database.transact(null, async (transaction) => {
      await transaction.insertInto('guild_settings').values(one).execute();
      await sql`rollback`.execute(transaction);
      throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
    });
    await expect(inTransaction).rejects.toMatchObject({ upstream: 'database', reason: 'full' });
    expect(await readAll(database)).toEqual([]);
  });

  it('says when it may not be written, and is opened anew', async () => {
    const path = newPath();
    const database = await open(path);
    await pragma(database, 'query_only = on');
    await expect(insert(database)).rejects.toMatchObject({ upstream: 'database', reason: 'read-only' });
    await expect
      .poll(
        () =>
          insert(database).then(
            () => 'written',
            () => 'away',
          ),
        { timeout: 5000 },
      )
      .toBe('written');
  });

  it('passes on a wrong query as the bug that it is', async () => {
    const database = await open();
    await expect(
      database.use((connection) => sql.raw('select nothing from nowhere').execute(connection)),
    ).rejects.toMatchObject({ name: 'SqliteError' });
    expect(await readAll(database)).toEqual([]);
  });

  it('leaves nothing of a transaction that failed', async () => {
    const database = await open();
    const failing = database.use((connection) =>
      connection.transaction().execute(async (transaction) => {
        await transaction.insertInto('guild_settings').values(one).execute();
        throw new TypeError('a bug');
      }),
    );
    await expect(failing).rejects.toThrow(TypeError);
    expect(await readAll(database)).toEqual([]);
  });

  it('leaves no file besides the database when it is closed', async () => {
    const path = newPath();
    const database = await open(path);
    await insert(database);
    await database.close();
    expect(existsSync(path)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe.each(kinds)('a use of %s that fails late', (kind) => {
  const reason = kind === 'SQLite' ? 'disk' : 'timeout';
  const fail = (): never => {
    throw new UpstreamError('database', reason);
  };

  it('says nothing of the connection that was made since', async () => {
    const database = await open(await newUrl(kind));
    const late = Promise.withResolvers<void>();
    const failing = database.use(() => late.promise.then(fail));
    await expect(database.use(async () => fail())).rejects.toMatchObject({ reason });
    await expect(readAll(database)).rejects.toMatchObject({ reason });
    await expect.poll(() => readAll(database).catch(() => 'away'), { timeout: 20_000 }).toEqual([]);
    late.resolve();
    await expect(failing).rejects.toMatchObject({ reason });
    expect(await readAll(database)).toEqual([]);
  });

  it('opens nothing again that was closed', async () => {
    const database = await open(await newUrl(kind));
    const late = Promise.withResolvers<void>();
    const failing = database.use(() => late.promise.then(fail));
    await database.close();
    late.resolve();
    await expect(failing).rejects.toMatchObject({ reason });
    await expect(readAll(database)).rejects.toMatchObject({ reason: 'closed' });
  });
});
