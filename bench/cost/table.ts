import { costOf, type Prices, type Usage } from '../../src/knowledge/answering/usage.ts';

/** What one way of answering took for all questions. */
export interface CostRow {
  readonly name: string;
  readonly questions: number;
  readonly right: number;
  readonly calls: number;
  readonly usage: Usage;
}

const widths = [14, 9, 6, 9, 9, 9, 7, 9, 9];

/** A line a way: tokens an answer, their share of the second way's, and what 100 questions cost where prices are set. */
export function toCostTable(rows: readonly CostRow[], prices: Prices | null): string {
  const whole = rows[1] ?? rows[0];
  const heads = ['way', 'right', 'calls', 'in', 'out', 'tokens', 'share', 'could be', 'cost of'];
  const units = ['', '', '', 'an answer', '', '', '', 'cached', '100'];
  return [heads, units, ...rows.map((row) => toCells(row, whole ?? row, prices))].map(toLine).join('\n');
}

function toCells({ name, questions, right, calls, usage }: CostRow, whole: CostRow, prices: Prices | null) {
  const { tokensIn, tokensOut, tokensCached } = usage;
  const share = (tokensIn + tokensOut) / (whole.usage.tokensIn + whole.usage.tokensOut);
  const costs = [{ ...usage, tokensCached: 0 }, usage].map((each) =>
    prices === null ? '-' : ((100 * costOf(each, prices)) / questions).toFixed(3),
  );
  return [
    name,
    `${right}/${questions}`,
    String(calls),
    ...[tokensIn, tokensOut, tokensIn + tokensOut].map((tokens) => (tokens / questions).toFixed(0)),
    `${(100 * share).toFixed(1)}%`,
    (tokensCached / questions).toFixed(0),
    costs.join(' to '),
  ];
}

function toLine(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join(' ')
    .trimEnd();
}
