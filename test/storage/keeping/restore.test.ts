import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUpSqliteFile } from '../../../src/storage/keeping/backup.ts';
import { restoreSqliteFile } from '../../../src/storage/keeping/restore.ts';
import { runCommand } from '../../cli/run-command.ts';
import { newPath, open } from '../fixture.ts';

/** A database that nobody has open, with a setting for each server named. */
async function makeDatabase(...guilds: readonly string[]): Promise<string> {
  const path = newPath();
  const database = await open(path);
  const rows = guilds.map((guild) => ({ guild_id: guild, key: 'tone', value: `"${'x'.repeat(3_000)}"` }));
  await database.use((connection) => connection.insertInto('guild_settings').values(rows).execute());
  await database.close();
  return path;
}

async function readGuilds(path: string): Promise<readonly string[]> {
  const database = await open(path);
  const rows = await database.use((connection) =>
    connection.selectFrom('guild_settings').select('guild_id').execute(),
  );
  return rows.map((row) => row.guild_id);
}

function filesBeside(path: string): Readonly<Record<string, string>> {
  const folder = dirname(path);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

const truncate = (path: string, length: (size: number) => number) => {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, length(bytes.length)));
};

/** What may be wrong with a backup, and what is said of it. */
const faults: readonly (readonly [string, string, (path: string) => void])[] = [
  ['was copied by half', 'database-broken', (path) => truncate(path, (size) => size / 2)],
  ['lacks its last byte', 'database-broken', (path) => truncate(path, (size) => size - 1)],
  ['is empty', 'database-broken', (path) => truncate(path, () => 0)],
  [
    'has a page of zeros',
    'database-broken',
    (path) => writeFileSync(path, readFileSync(path).fill(0, 4096, 8192)),
  ],
  ['is no database', 'database-broken', (path) => writeFileSync(path, 'notes of somebody '.repeat(500))],
  [
    'is another program’s',
    'database-foreign',
    (path) => {
      writeFileSync(path, '');
      new Sqlite(path).exec('create table theirs (x)').close();
    },
  ],
  [
    'is of a newer version',
    'database-newer',
    (path) =>
      void new Sqlite(path).exec("insert into schema_migrations values (999, 'later', '2030-01-01')").close(),
  ],
];

describe('a backup that is restored', () => {
  it('takes the place of the database, which is kept beside it', async () => {
    const path = await makeDatabase('1', '2');
    const { path: backup } = await backUpSqliteFile(path);
    const later = await open(path);
    await later.use((connection) =>
      connection.deleteFrom('guild_settings').where('guild_id', '=', '2').execute(),
    );
    await later.close();
    writeFileSync(`${path}.${process.pid}.part`, 'left by a process that was killed');
    const { keptPath, rows } = await restoreSqliteFile(backup, path);
    expect(rows).toBe(2);
    expect(await readGuilds(path)).toEqual(['1', '2']);
    expect(await readGuilds(keptPath ?? '')).toEqual(['1']);
  });

  it('may be the files of a bot that was killed, with its log, and go where no database is yet', async () => {
    const path = newPath();
    const source = newPath();
    const running = await open(source);
    await running.use((connection) =>
      connection.insertInto('guild_settings').values({ guild_id: '7', key: 'tone', value: '""' }).execute(),
    );
    const moved = `${source}.moved`;
    for (const end of ['', '-wal']) copyFileSync(`${source}${end}`, `${moved}${end}`);
    expect(await restoreSqliteFile(moved, path)).toMatchObject({ keptPath: null, rows: 1 });
    expect(await readGuilds(path)).toEqual(['7']);
  });

  it.each(faults)('and %s is refused (%s), and the database is as it was', async (_, code, harm) => {
    const path = await makeDatabase('1');
    const backup = await makeDatabase(...Array.from({ length: 30 }, (_, index) => String(index)));
    harm(backup);
    const before = filesBeside(path);
    await expect(restoreSqliteFile(backup, path)).rejects.toMatchObject({ name: 'UserError', code });
    expect(filesBeside(path)).toEqual(before);
  });

  it('does not replace a database that a bot has open: exit code 7', async () => {
    const path = await makeDatabase('1');
    const backup = await makeDatabase('2');
    const running = await open(path);
    const { code, stdout, stderr } = await runCommand('restore', [backup], { DATABASE_URL: `file:${path}` });
    expect({ code, stdout }).toEqual({ code: 7, stdout: '' });
    expect(stderr).toContain('Stop the bot');
    await running.close();
    expect(await readGuilds(path)).toEqual(['1']);
  });

  it('replaces one that is broken, and does not take over the log beside it', async () => {
    const path = await makeDatabase('1');
    const holder = new Sqlite(path);
    holder.pragma('journal_mode = wal');
    holder.exec("delete from guild_settings; insert into daily_answers values ('9', '', 9)");
    const log = readFileSync(`${path}-wal`);
    holder.close();
    writeFileSync(path, 'broken');
    writeFileSync(`${path}-wal`, log);
    const { keptPath } = await restoreSqliteFile(await makeDatabase('2'), path);
    expect(await readGuilds(path)).toEqual(['2']);
    expect(readFileSync(keptPath ?? '', 'utf8')).toBe('broken');
    expect(readFileSync(`${keptPath}-wal`).equals(log)).toBe(true);
  });

  it('is never put where another program’s database or a folder is', async () => {
    const backup = await makeDatabase('2');
    const theirs = await makeDatabase('1');
    writeFileSync(theirs, '');
    new Sqlite(theirs).exec('create table theirs (x)').close();
    await expect(restoreSqliteFile(backup, theirs)).rejects.toMatchObject({ code: 'database-foreign' });
    const folder = newPath();
    mkdirSync(folder, { recursive: true });
    await expect(restoreSqliteFile(backup, folder)).rejects.toMatchObject({ code: 'restore-failed' });
  });

  it('and finds no room ends with its exit code, and the database is as it was', async () => {
    const path = await makeDatabase('1');
    const before = filesBeside(path);
    const { code, stderr } = await runCommand(
      'restore',
      [await makeDatabase('2')],
      { DATABASE_URL: `file:${path}` },
      { mostBytes: 20_480 },
    );
    expect(code).toBe(8);
    expect(stderr).toContain('could not be replaced');
    expect(filesBeside(path)).toEqual(before);
  });
});
