import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqliteTypes } from '../../src/storage/column-types.ts';
import type { Connection } from '../../src/storage/engine.ts';
import { lastMigration, migrate, migrations } from '../../src/storage/migrate.ts';
import { atVersion } from './at-version.ts';
import { fill, readAgain, sorted } from './filling.ts';
import { kinds, newPath, newUrl, open } from './fixture.ts';

const versions = Array.from({ length: lastMigration - 1 }, (_, index) => index + 1);

describe.each(kinds)('a database of an earlier version, on %s', (kind) => {
  it.each(versions)('of schema %i is brought to today’s shape with all its rows', async (schema) => {
    const url = await newUrl(kind);
    const filling = await atVersion(url, schema, fill);
    expect(Object.keys(filling).length).toBeGreaterThan(1);
    const database = await open(url);
    expect(sorted(await database.use((connection) => readAgain(connection, filling)))).toEqual(
      sorted(filling),
    );
    const newest = await database.use((connection) =>
      connection
        .selectFrom('schema_migrations')
        .select(({ fn }) => fn.max('number').as('number'))
        .executeTakeFirst(),
    );
    expect(newest).toEqual({ number: lastMigration });
  });

  it('is as it was after a migration that fails half-way', async () => {
    const url = await newUrl(kind);
    const filling = await atVersion(url, lastMigration, fill);
    const failing = {
      number: lastMigration + 1,
      name: 'failing',
      async up(connection: Connection) {
        await connection.schema.createTable('half').addColumn('x', 'text').execute();
        await connection.deleteFrom('guild_settings').execute();
        throw new TypeError('a bug');
      },
    };
    const run = atVersion(url, lastMigration, async (connection) =>
      migrate(connection, sqliteTypes, '', [...migrations, failing]),
    );
    await expect(run).rejects.toThrow('a bug');
    const database = await open(url);
    expect(sorted(await database.use((connection) => readAgain(connection, filling)))).toEqual(
      sorted(filling),
    );
    const tables = await database.use((connection) => connection.introspection.getTables());
    expect(tables.map((table) => table.name)).not.toContain('half');
  });
});

describe('the backup before a migration', () => {
  const backupsOf = (path: string) => {
    const folder = join(dirname(path), 'backups');
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  };

  it('is made of a file that has something to lose, and of no other', async () => {
    const path = newPath();
    const filling = await atVersion(`file:${path}`, 3, fill);
    await (await open(path)).close();
    await (await open(path)).close();
    const [backup = '', ...others] = backupsOf(path);
    expect(backup).toMatch(/^footnote-[\dTZ-]+-schema-3-before-migration\.db$/);
    expect(others).toEqual([]);
    const kept = await atVersion(`file:${join(dirname(path), 'backups', backup)}`, 3, (connection) =>
      readAgain(connection, filling),
    );
    expect(sorted(kept)).toEqual(sorted(filling));
    const fresh = newPath();
    await (await open(fresh)).close();
    expect(backupsOf(fresh)).toEqual([]);
  });

  it('is one of seven: the oldest goes, and what the operator made stays', async () => {
    const path = newPath();
    await atVersion(`file:${path}`, 4, fill);
    const folder = join(dirname(path), 'backups');
    mkdirSync(folder);
    const earlier = Array.from(
      { length: 7 },
      (_, index) => `footnote-201${index}-01-01T00-00-00Z-schema-2-before-migration.db`,
    );
    const own = [
      'footnote-2009-01-01T00-00-00Z-schema-1.db',
      'footnote-2-2009-01-01T00-00-00Z-schema-2-before-migration.db',
      'other-2009-01-01T00-00-00Z-schema-2-before-migration.db',
    ];
    for (const name of [...earlier, ...own]) writeFileSync(join(folder, name), '');
    await open(path);
    const [made = '', ...rest] = backupsOf(path).filter(
      (name) => !own.includes(name) && !earlier.includes(name),
    );
    expect(rest).toEqual([]);
    expect(backupsOf(path)).toEqual([...own, ...earlier.slice(1), made].toSorted());
  });

  it('that cannot be written leaves the file as it was', async () => {
    const path = newPath();
    await atVersion(`file:${path}`, 5, fill);
    const before = readFileSync(path);
    writeFileSync(join(dirname(path), 'backups'), 'a file in the way');
    await expect(open(path)).rejects.toMatchObject({ name: 'UserError', code: 'backup-failed' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
