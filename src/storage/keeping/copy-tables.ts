/** Copies all tables from one kind of database to another, and reads both again to see that they are the same. */
import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** One of two databases that have the same tables. */
export interface TableSide {
  /** All rows, in pieces and in any order. */
  read(table: TableShape): AsyncIterable<readonly Row[]>;
  write(table: TableShape, rows: readonly Row[]): Promise<void>;
  /** The last number that a table's own counter gave, for tables with one: no number is given twice. */
  readCounters(): Promise<readonly Counter[]>;
  writeCounters(counters: readonly Counter[]): Promise<void>;
}

export interface Counter {
  readonly table: string;
  readonly last: number;
}

export interface CopiedTable {
  readonly name: string;
  readonly rows: number;
  /** Of all rows in whatever order, hexadecimal. */
  readonly hash: string;
}

/** Throws `UserError('copy-differs')`: whoever called does not keep what was written then. */
export async function copyTables(
  from: TableSide,
  to: TableSide,
  tables: readonly TableShape[],
): Promise<readonly CopiedTable[]> {
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    for await (const rows of from.read(table)) await to.write(table, rows);
    const source = await summarise(from, table);
    const target = await summarise(to, table);
    if (source.rows !== target.rows || source.hash !== target.hash)
      throw new UserError(
        'copy-differs',
        `The copy of the table ${table.name} is not the same: ${source.rows} rows became ${target.rows}, or one of them changed. Nothing was kept of it.`,
      );
    copied.push(source);
  }
  await to.writeCounters(await from.readCounters());
  return copied;
}

async function summarise(side: TableSide, table: TableShape): Promise<CopiedTable> {
  let count = 0;
  let sum = 0n;
  for await (const rows of side.read(table)) {
    count += rows.length;
    // Added up, the rows' hashes are the same in any order, and a row that is there twice counts twice.
    for (const row of rows) sum = (sum + hashRow(row, table)) % 2n ** 256n;
  }
  return { name: table.name, rows: count, hash: sum.toString(16).padStart(64, '0') };
}

function hashRow(row: Row, { columns }: TableShape): bigint {
  const values = JSON.stringify(columns.map((column) => toPlain(row[column])));
  return BigInt(`0x${createHash('sha256').update(values).digest('hex')}`);
}

function toPlain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') };
  // The one character that a text of PostgreSQL cannot hold.
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
