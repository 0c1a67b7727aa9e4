import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Counter, Row, TableSide } from './copy-tables.ts';

const pieceSize = 500;

/** The tables of ours in PostgreSQL, as one transaction sees them. */
export function createPostgresSide(transaction: Transaction<Tables>): TableSide {
  return {
    async *read({ name, columns }) {
      await sql`declare reading no scroll cursor for select ${list(columns)} from ${sql.table(name)}`.execute(
        transaction,
      );
      for (;;) {
        const { rows } = await sql<Row>`fetch ${sql.lit(pieceSize)} from reading`.execute(transaction);
        if (rows.length === 0) break;
        yield rows;
      }
      await sql`close reading`.execute(transaction);
    },
    async write({ name, columns }, rows) {
      if (rows.length === 0) return;
      const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
      await sql`insert into ${sql.table(name)} (${list(columns)}) values ${sql.join(values)}`.execute(
        transaction,
      );
    },
    async readCounters() {
      const { rows } = await sql<Counter>`
        select table_name as "table", pg_sequence_last_value(${counterOf}) as last
        from information_schema.columns
        where table_schema = current_schema() and is_identity = 'YES'
          and pg_sequence_last_value(${counterOf}) is not null`.execute(transaction);
      return rows;
    },
    async writeCounters(counters) {
      for (const { table, last } of counters)
        await sql`
          select setval(${counterOf}, ${last})
          from information_schema.columns
          where table_schema = current_schema() and is_identity = 'YES' and table_name = ${table}`.execute(
          transaction,
        );
    },
  };
}

const counterOf = sql`pg_get_serial_sequence(quote_ident(table_name), column_name)::regclass`;

function list(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}
