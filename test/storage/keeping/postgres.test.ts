import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { backUpPostgres, moveToPostgres, restorePostgres } from '../../../src/storage/keeping/postgres.ts';
import { createUsageStore } from '../../../src/storage/usage-store.ts';
import { runCommand } from '../../cli/run-command.ts';
import { atVersion } from '../at-version.ts';
import { fill, readAgain, sorted } from '../filling.ts';
import { newBackupFolder, newPath, newUrl, open } from '../fixture.ts';

/** A SQLite file with rows of anything in each table, which nobody has open; `filling` without what says who runs on it. */
async function makeFile() {
  const path = newPath();
  const database = await open(path);
  const tables = Object.entries(await database.use(fill));
  await database.close();
  return { path, filling: Object.fromEntries(tables.filter(([name]) => !name.startsWith('fleet_'))) };
}

/** Closes it, and waits until the server has noticed. */
async function leave(database: Database, url: string): Promise<void> {
  await database.close();
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  const others = `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await expect.poll(async () => (await server.query(others)).rows, { timeout: 20_000 }).toEqual([]);
  await server.end();
}

async function rowsOf(database: Database, filling: Awaited<ReturnType<typeof fill>>) {
  return sorted(await database.use((connection) => readAgain(connection, filling)));
}

describe('moving to PostgreSQL', () => {
  it('brings every row of every table, says so, and leaves the file as it was', async () => {
    const { path, filling } = await makeFile();
    const before = readFileSync(path);
    const url = await newUrl('PostgreSQL');
    const { code, stdout, stderr } = await runCommand('move-to-postgres', [url], {
      DATABASE_URL: `file:${path}`,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const [name, rows] of Object.entries(filling))
      expect(stdout).toMatch(
        new RegExp(`^${name} +${rows.length} rows, the same on both sides: [0-9a-f]{12}$`, 'm'),
      );
    expect(await rowsOf(await open(url), filling)).toEqual(sorted(filling));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['footnote.db']);
  });

  it('never gives a number again that the file has given', async () => {
    const path = newPath();
    const file = await open(path);
    const gap = { guild_id: '1', state: 'open', wordings: '[]', answer: null, pins: '[]', revision: 1 };
    const insert = (database: Database) =>
      database.use((connection) =>
        connection.insertInto('gaps').values(gap).returning('id').executeTakeFirstOrThrow(),
      );
    await insert(file);
    const last = await insert(file);
    await file.use((connection) => connection.deleteFrom('gaps').where('id', '=', last.id).execute());
    await file.close();
    const url = await newUrl('PostgreSQL');
    await moveToPostgres(path, url);
    expect(await insert(await open(url))).toEqual({ id: last.id + 1 });
  });

  it('leaves out the one character that PostgreSQL cannot hold', async () => {
    const path = newPath();
    const file = await open(path);
    const row = { guild_id: '1', key: 'tone', value: '"a\0b"' };
    await file.use((connection) => connection.insertInto('guild_settings').values(row).execute());
    await file.close();
    const url = await newUrl('PostgreSQL');
    await moveToPostgres(path, url);
    const moved = await (await open(url)).use((connection) =>
      connection.selectFrom('guild_settings').selectAll().execute(),
    );
    expect(moved).toEqual([{ ...row, value: '"ab"' }]);
  });

  it('refuses a database that has rows of ours, or that a bot uses, and a file that a bot uses', async () => {
    const { path } = await makeFile();
    const url = await newUrl('PostgreSQL');
    const running = await open(url);
    await createUsageStore(running).take('1', '2026-11-29', 5);
    await expect(moveToPostgres(path, url)).rejects.toMatchObject({ code: 'database-held' });
    await leave(running, url);
    await expect(moveToPostgres(path, url)).rejects.toMatchObject({ code: 'database-not-empty' });
    const again = await open(path);
    await expect(moveToPostgres(path, await newUrl('PostgreSQL'))).rejects.toMatchObject({
      code: 'database-held',
    });
    await again.close();
  });

  it('that breaks off leaves nothing, and can be run again', async () => {
    const { path, filling } = await makeFile();
    const url = await newUrl('PostgreSQL');
    const database = await open(url);
    // The last table but one refuses its rows.
    await database.use((connection) =>
      sql`alter table votes add constraint refusing check (helpful < 0)`.execute(connection),
    );
    await leave(database, url);
    await expect(moveToPostgres(path, url)).rejects.toThrow('refusing');
    const after = await open(url);
    const empty = Object.fromEntries(Object.keys(filling).map((name) => [name, []]));
    expect(await rowsOf(after, filling)).toEqual(empty);
    await after.use((connection) => sql`alter table votes drop constraint refusing`.execute(connection));
    await leave(after, url);
    expect(await moveToPostgres(path, url)).toHaveLength(Object.keys(filling).length);
  });

  it('notices a row that is not the same on the other side', async () => {
    const { path } = await makeFile();
    const url = await newUrl('PostgreSQL');
    const database = await open(url);
    await database.use(async (connection) => {
      await sql`create function change() returns trigger language plpgsql as 'begin new.value := new.value || ''!''; return new; end'`.execute(
        connection,
      );
      await sql`create trigger change before insert on guild_settings for each row execute function change()`.execute(
        connection,
      );
    });
    await leave(database, url);
    await expect(moveToPostgres(path, url)).rejects.toMatchObject({ code: 'copy-differs' });
    const after = await open(url);
    expect(
      await after.use((connection) => connection.selectFrom('guild_settings').selectAll().execute()),
    ).toEqual([]);
  });
});

describe('a backup of PostgreSQL', () => {
  it('is a SQLite file with all rows, made while the bot goes on, and can be restored to both', async () => {
    const { path, filling } = await makeFile();
    const url = await newUrl('PostgreSQL');
    await moveToPostgres(path, url);
    const running = await open(url);
    const backup = await backUpPostgres(url, join(dirname(path), 'backup.db'));
    const count = Object.values(filling).reduce((sum, rows) => sum + rows.length, 0);
    expect(backup.rows).toBe(count);
    await running.use((connection) => connection.deleteFrom('votes').execute());
    await expect(restorePostgres(backup.path, url)).rejects.toMatchObject({ code: 'database-held' });
    await leave(running, url);
    const restored = await runCommand('restore', [backup.path], { DATABASE_URL: url });
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toContain(`restored, ${count} rows`);
    expect(await rowsOf(await open(url), filling)).toEqual(sorted(filling));
    const kept = /^(.+-before-restore\.db): what was there before$/m.exec(restored.stdout)?.[1] ?? '';
    expect(await rowsOf(await open(kept), filling)).toEqual(sorted({ ...filling, votes: [] }));
    expect(await rowsOf(await open(backup.path), filling)).toEqual(sorted(filling));
  });

  it('of an earlier version is of that version, changes nothing there, and becomes today’s when it is restored', async () => {
    const schema = 4;
    const url = await newUrl('PostgreSQL');
    const filling = await atVersion(url, schema, fill);
    const backup = await backUpPostgres(url, `${newPath()}.db`);
    expect(backup.schema).toBe(schema);
    await atVersion(url, schema, async (connection) =>
      expect(await connection.selectFrom('schema_migrations').select('number').execute()).toHaveLength(
        schema,
      ),
    );
    const running = await atVersion(url, schema, async (connection) => {
      await expect(restorePostgres(backup.path, url)).rejects.toMatchObject({ code: 'database-held' });
      return connection.selectFrom('schema_migrations').select('number').execute();
    });
    expect(running).toHaveLength(schema);
    const target = await newUrl('PostgreSQL');
    expect(await restorePostgres(backup.path, target)).toMatchObject({ keptPath: null });
    expect(await rowsOf(await open(target), filling)).toEqual(sorted(filling));
  });

  it('says what is wrong where there is none: no database of ours, no way in, no server', async () => {
    const wrong = Object.assign(new URL(await newUrl('PostgreSQL')), { password: 'wrong' });
    await expect(backUpPostgres(wrong.href, `${newPath()}.db`)).rejects.toMatchObject({
      code: 'database-refused',
    });
    await expect(backUpPostgres(await newUrl('PostgreSQL'), `${newPath()}.db`)).rejects.toMatchObject({
      code: 'database-missing',
    });
    const { code, stdout, stderr } = await runCommand('backup', [], {
      DATABASE_URL: 'postgres://me:hunter22@127.0.0.1:1/x',
    });
    expect({ code, stdout }).toEqual({ code: 8, stdout: '' });
    expect(stderr).toContain('(unreachable)');
    expect(stderr).not.toContain('hunter22');
  });
});

describe('a database of PostgreSQL that an earlier version left', () => {
  it('is backed up before it is migrated, and not migrated where that cannot be', async () => {
    const url = await newUrl('PostgreSQL');
    const filling = await atVersion(url, 9, fill);
    const backups = newBackupFolder();
    mkdirSync(dirname(backups), { recursive: true });
    writeFileSync(backups, 'no folder');
    await expect(openDatabase(url, { backups })).rejects.toMatchObject({ code: 'backup-failed' });
    rmSync(backups);
    expect(await rowsOf(await open(url, backups), filling)).toEqual(sorted(filling));
    await open(url, backups);
    const files = readdirSync(backups);
    expect(files).toEqual([expect.stringMatching(/^footnote-.*-schema-9-before-migration\.db$/)]);
    expect(await rowsOf(await open(join(backups, files[0] ?? '')), filling)).toEqual(sorted(filling));
  });
});
