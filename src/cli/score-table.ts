import type { GroupScore, Share } from './score-predictions.ts';

interface Column {
  /** Columns beside each other that belong together have the same words above them. */
  readonly above: string;
  readonly name: string;
  readonly cell: (score: GroupScore) => string;
}

const columns: readonly Column[] = [
  { above: '', name: 'group', cell: ({ group }) => group },
  { above: '', name: 'asked', cell: ({ questions }) => String(questions) },
  { above: '', name: 'right', cell: ({ right }) => `${toCount(right)} ${toPercent(right)}`.trimEnd() },
  { above: 'found', name: 'first', cell: ({ paragraphFirst }) => toPercent(paragraphFirst) },
  {
    above: 'shown',
    name: 'recall',
    cell: ({ shown }) => toPercent({ count: shown.supported, of: shown.statements }),
  },
  {
    above: 'shown',
    name: 'prec.',
    cell: ({ shown }) => toPercent({ count: shown.precise, of: shown.citations }),
  },
  {
    above: 'drafted',
    name: 'recall',
    cell: ({ drafted }) => toPercent({ count: drafted.supported, of: drafted.statements }),
  },
  {
    above: 'drafted',
    name: 'prec.',
    cell: ({ drafted }) => toPercent({ count: drafted.precise, of: drafted.citations }),
  },
  { above: 'refusals', name: 'prec.', cell: ({ refusalPrecision }) => toCount(refusalPrecision) },
  { above: 'refusals', name: 'recall', cell: ({ refusalRecall }) => toCount(refusalRecall) },
  { above: 'wrong', name: 'language', cell: ({ wrongLanguage }) => toCount(wrongLanguage) },
  { above: '', name: 'tokens', cell: ({ meanTokens }) => meanTokens.toFixed(0) },
];

const legend = [
  'shown, drafted: citation recall and precision (ALCE, judged by our own check) of what a member is shown and of',
  'all that was proposed, dropped statements too. wrong language: of answers that are not quotes. tokens: a question.',
];

/** The scores as a table for a terminal of 120 columns, with what its heads mean. */
export function toScoreTable(scores: readonly GroupScore[]): string {
  const rows = scores.map((score) => columns.map(({ cell }) => cell(score)));
  const heads = columns.map(({ name }) => name);
  const above = columns.map(({ above }, index) => (columns[index - 1]?.above === above ? '' : above));
  const widths = columns.map((_, index) =>
    Math.max(...[above, heads, ...rows].map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(above), line(heads), rule, ...rows.map(line), ...legend].join('\n');
}

function toCount({ count, of }: Share): string {
  return of === 0 ? '-' : `${count}/${of}`;
}

function toPercent({ count, of }: Share): string {
  return of === 0 ? '-' : `${((100 * count) / of).toFixed(1)}%`;
}
