/** Rows of anything in every table, whatever tables there are. */
import fc from 'fast-check';
import { SqliteAdapter, sql } from 'kysely';
import type { Connection } from '../../src/storage/engine.ts';

type Row = Readonly<Record<string, unknown>>;
/** Rows by table. */
type Filling = Readonly<Record<string, readonly Row[]>>;

const words = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text: words,
  int8: fc.maxSafeNat(),
  integer: fc.maxSafeNat(),
  bytea: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  blob: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
};

/** Three rows of anything in each table; each value is another, so that no key stands twice. */
export async function fill(connection: Connection): Promise<Filling> {
  const tables = await connection.introspection.getTables();
  const filling: Record<string, Row[]> = {};
  for (const { name, columns } of tables.filter((table) => table.name !== 'schema_migrations')) {
    const keys = await keysOf(connection, name);
    const columnValues = columns.map(({ name: column, dataType, isNullable }) => {
      const value = values[dataType.toLowerCase()] ?? fc.constant(undefined);
      return [column, isNullable && !keys.includes(column) ? fc.option(value) : value] as const;
    });
    const row = fc.record(Object.fromEntries(columnValues));
    const rows =
      fc.sample(fc.uniqueArray(row, { minLength: 3, maxLength: 3, comparator: shareValue }), 1)[0] ?? [];
    for (const one of rows) {
      const names = sql.join(Object.keys(one).map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(name)} (${names}) values (${sql.join(Object.values(one))})`.execute(
        connection,
      );
    }
    filling[name] = rows;
  }
  return filling;
}

function shareValue(one: Row, other: Row): boolean {
  return Object.keys(one).some((column) => one[column] === other[column]);
}

/** SQLite alone would take null in a key. */
async function keysOf(connection: Connection, table: string): Promise<readonly string[]> {
  if (!(connection.getExecutor().adapter instanceof SqliteAdapter)) return [];
  const { rows } = await sql<{ readonly name: string }>`
    select name from pragma_table_info(${table}) where pk > 0`.execute(connection);
  return rows.map((row) => row.name);
}

/** What is there now of the columns that were filled. */
export async function readAgain(connection: Connection, filling: Filling): Promise<Filling> {
  const found: Record<string, Row[]> = {};
  for (const [name, rows] of Object.entries(filling)) {
    const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
    found[name] = (await sql<Row>`select ${columns} from ${sql.table(name)}`.execute(connection)).rows;
  }
  return found;
}

/** In one order, and of values that can be compared. */
export const sorted = (filling: Filling) =>
  Object.fromEntries(
    Object.entries(filling).map(([name, rows]) => [
      name,
      rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted(),
    ]),
  );
