/** Column types under names of ours, since no name means the same to every database. */
import { type ColumnDefinitionBuilder, type RawBuilder, sql } from 'kysely';

type DataType = 'integer' | 'bigint' | 'text' | 'blob' | 'bytea' | RawBuilder<unknown>;

export interface ColumnTypes {
  /** Compared byte for byte. */
  readonly text: DataType;
  /** Whole numbers to 2^53. */
  readonly integer: DataType;
  readonly bytes: DataType;
  /** What makes a column of whole numbers the key, counted up by the database. */
  readonly countedKey: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}

export const sqliteTypes: ColumnTypes = {
  text: 'text',
  integer: 'integer',
  bytes: 'blob',
  countedKey: (column) => column.primaryKey().autoIncrement(),
};

export const postgresTypes: ColumnTypes = {
  text: sql`text collate "C"`,
  integer: 'bigint',
  bytes: 'bytea',
  countedKey: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
};
