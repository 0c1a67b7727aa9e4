import type Sqlite from 'better-sqlite3';
import { tablesOf } from './copy-sqlite.ts';
import type { Counter, Row, TableShape, TableSide } from './copy-tables.ts';

/** They say what was done to this database and who runs on it, not what it holds. */
const aboutThePlace: ReadonlySet<string> = new Set(['schema_migrations', 'fleet_processes', 'fleet_shards']);
const pieceSize = 500;

/** The tables of ours whose rows are copied. */
export function readTableShapes(file: Sqlite.Database): readonly TableShape[] {
  return tablesOf(file)
    .filter((name) => !aboutThePlace.has(name))
    .map((name) => ({
      name,
      columns: file.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(name),
    }));
}

/** A SQLite file that nobody else writes to. */
export function createSqliteSide(file: Sqlite.Database): TableSide {
  return {
    async *read({ name, columns }) {
      let piece: Row[] = [];
      for (const row of file.prepare<[], Row>(`select ${quote(columns)} from ${quote([name])}`).iterate()) {
        piece.push(row);
        if (piece.length < pieceSize) continue;
        yield piece;
        piece = [];
      }
      yield piece;
    },
    async write({ name, columns }, rows) {
      const places = columns.map(() => '?').join(', ');
      const insert = file.prepare(`insert into ${quote([name])} (${quote(columns)}) values (${places})`);
      for (const row of rows) insert.run(columns.map((column) => row[column]));
    },
    async readCounters() {
      // There since the fifth migration, and read of files of today's shape only.
      return file.prepare<[], Counter>('select name as "table", seq as last from sqlite_sequence').all();
    },
    async writeCounters(counters) {
      for (const { table, last } of counters) {
        file.prepare('delete from sqlite_sequence where name = ?').run(table);
        file.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, last);
      }
    },
  };
}

function quote(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
