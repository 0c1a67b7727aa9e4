import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/storage/database.ts';
import { backUpSqliteFile } from '../../../src/storage/keeping/backup.ts';
import { runCommand } from '../../cli/run-command.ts';
import { newPath, open } from '../fixture.ts';

/** Two rows in one transaction: a copy with one of them would not be whole. */
async function writePair(database: Database, number: number): Promise<void> {
  const guild = String(number);
  await database.use((connection) =>
    connection.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('guild_settings')
        .values({ guild_id: guild, key: 'chat', value: 'false' })
        .execute();
      await transaction
        .insertInto('daily_answers')
        .values({ scope: guild, day: '', answers: number })
        .execute();
    }),
  );
}

async function readPairs(database: Database) {
  return database.use(async (connection) => ({
    settings: (await connection.selectFrom('guild_settings').select('guild_id').execute()).map(
      (row) => row.guild_id,
    ),
    answers: (await connection.selectFrom('daily_answers').select('scope').execute()).map((row) => row.scope),
  }));
}

describe('a backup', () => {
  it('has all that was committed before it, in whole transactions, while the bot goes on writing', async () => {
    const path = newPath();
    const database = await open(path);
    await writePair(database, 0);
    const backedUp = runCommand('backup', [], { DATABASE_URL: `file:${path}` });
    let isDone = false;
    void backedUp.finally(() => {
      isDone = true;
    });
    let written = 0;
    while (!isDone) {
      written += 1;
      await writePair(database, written);
      await othersTurn();
    }
    const { code, stdout, stderr } = await backedUp;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [, file = '', rows] =
      /^(.+\/backups\/footnote-[\dTZ-]+-schema-\d+\.db): 0\.\d MB, schema \d+, ([\d,]+) rows\n$/.exec(
        stdout,
      ) ?? [];
    expect(written).toBeGreaterThan(50);
    const { settings, answers } = await readPairs(await open(file));
    expect(settings).toContain('0');
    expect(settings.toSorted()).toEqual(answers.toSorted());
    expect(Number(rows?.replace(',', ''))).toBe(2 * settings.length);
    expect(await readPairs(database)).toMatchObject({ settings: { length: written + 1 } });
  });

  it('goes where it is told, as one file, over no other', async () => {
    const path = newPath();
    await writePair(await open(path), 1);
    const target = join(dirname(path), 'mine.db');
    // Of a process with the same number that was killed, as it is in a container.
    writeFileSync(join(dirname(path), `.backup-${process.pid}.part`), 'half a copy');
    const backup = await backUpSqliteFile(path, target);
    expect(backup).toMatchObject({ path: target, rows: 2, size: readFileSync(target).length });
    expect(readdirSync(dirname(path)).filter((name) => !name.startsWith('footnote.db'))).toEqual(['mine.db']);
    const before = readFileSync(target);
    await expect(backUpSqliteFile(path, target)).rejects.toMatchObject({ code: 'backup-exists' });
    expect(readFileSync(target).equals(before)).toBe(true);
  });

  it('is not there where it cannot be written, or where the database is broken', async () => {
    const path = newPath();
    await (await open(path)).close();
    const folder = join(dirname(path), 'backups');
    writeFileSync(folder, 'a file in the way');
    await expect(backUpSqliteFile(path)).rejects.toMatchObject({ code: 'backup-failed' });
    writeFileSync(path, readFileSync(path).subarray(0, 20_000));
    mkdirSync(`${folder}-2`);
    await expect(backUpSqliteFile(path, join(`${folder}-2`, 'x.db'))).rejects.toMatchObject({
      code: 'database-broken',
    });
    expect(readdirSync(`${folder}-2`)).toEqual([]);
    await expect(backUpSqliteFile(newPath())).rejects.toMatchObject({ code: 'database-missing' });
  });

  it('that the disk has no room for ends with its exit code and leaves nothing', async () => {
    const path = newPath();
    await writePair(await open(path), 1);
    const { code, stdout, stderr } = await runCommand(
      'backup',
      [],
      { DATABASE_URL: `file:${path}` },
      { mostBytes: 20_480 },
    );
    expect({ code, stdout }).toEqual({ code: 8, stdout: '' });
    expect(stderr).toMatch(/^No backup could be written to .+ \(\w+\), so nothing was changed\..+\n$/);
    expect(readdirSync(join(dirname(path), 'backups'))).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});
