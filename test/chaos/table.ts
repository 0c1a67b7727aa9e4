/** The results as a Markdown table. */
import type { Result } from './run-kind.ts';

export function printTable(results: readonly Result[]): string {
  const rows = results.map(({ kind, moments, exits, asked, slowest, findings }) =>
    [kind, moments, exits, asked, `${(slowest / 1000).toFixed(1)} s`, findings.length].join(' | '),
  );
  return [
    '| kind | moments | exits | asked | slowest recovery | findings |',
    '|---|---:|---:|---:|---:|---:|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
