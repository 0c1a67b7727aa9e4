import type { Contents } from '../storage/keeping/copy-sqlite.ts';

/** `schema 9, 1,234 rows`. */
export function describeContents({ schema, rows }: Contents): string {
  return `schema ${schema}, ${rows.toLocaleString('en')} rows`;
}
