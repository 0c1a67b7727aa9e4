/** The figures that are printed, and how. */
import { ours } from './engines/index.ts';
import type { Measurement } from './measurement.ts';
import { median, middleTimes, percentile, summariseRanks } from './metrics.ts';

/** The figures of one engine. */
interface Row {
  readonly engine: string;
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly recallAt5: number;
  readonly meanReciprocalRank: number;
  readonly buildMilliseconds: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly indexMegabytes: number;
  readonly residentMegabytes: number;
}

const nameWidth = 20;
const width = 9;

/** The figures of all rounds of one engine: their medians. */
export function toRow(engine: string, measurements: readonly Measurement[]): Row {
  const { questions, at1, at3, at5, meanReciprocalRank } = summariseRanks(measurements[0]?.ranks ?? []);
  const middle = (read: (measurement: Measurement) => number): number => median(measurements.map(read));
  const times = middleTimes(measurements.map(({ milliseconds }) => milliseconds));
  const megabyte = 1024 * 1024;
  return {
    engine,
    questions,
    recallAt1: at1,
    recallAt3: at3,
    recallAt5: at5,
    meanReciprocalRank,
    buildMilliseconds: middle(({ buildMilliseconds }) => buildMilliseconds),
    p50Milliseconds: percentile(times, 0.5),
    p99Milliseconds: percentile(times, 0.99),
    indexMegabytes: middle(({ indexBytes }) => indexBytes / megabyte),
    residentMegabytes: middle(({ residentBytes }) => residentBytes / megabyte),
  };
}

/** A table of all figures, and one of how many times ours each is. */
export function describeRows(rows: readonly Row[]): string[] {
  return [...toTable(rows), ...toRatios(rows)];
}

function toTable(rows: readonly Row[]): string[] {
  const heads = ['R@1', 'R@3', 'R@5', 'MRR@10', 'build ms', 'p50 ms', 'p99 ms', 'index MB', 'resident'];
  return [
    `${rows[0]?.questions ?? 0} queries`,
    toLine('engine', heads),
    ...rows.map((row) =>
      toLine(row.engine, [
        ...[row.recallAt1, row.recallAt3, row.recallAt5, row.meanReciprocalRank].map((rate) =>
          rate.toFixed(2),
        ),
        row.buildMilliseconds.toFixed(0),
        row.p50Milliseconds.toFixed(3),
        row.p99Milliseconds.toFixed(3),
        row.indexMegabytes.toFixed(1),
        row.residentMegabytes.toFixed(0),
      ]),
    ),
  ];
}

/** How many times ours each figure is; nothing where ours was not measured. */
function toRatios(rows: readonly Row[]): string[] {
  const own = rows.find(({ engine }) => engine === ours);
  if (own === undefined || rows.length === 1) return [];
  const heads = ['', '', '', '', 'build', 'p50', 'p99', 'index', 'resident'];
  return [
    '',
    toLine(`times ${ours}`, heads),
    ...rows
      .filter((row) => row !== own)
      .map((row) =>
        toLine(row.engine, [
          ...['', '', '', ''],
          ...[
            row.buildMilliseconds / own.buildMilliseconds,
            row.p50Milliseconds / own.p50Milliseconds,
            row.p99Milliseconds / own.p99Milliseconds,
            row.indexMegabytes / own.indexMegabytes,
            row.residentMegabytes / own.residentMegabytes,
          ].map((ratio) => `${ratio.toFixed(1)}x`),
        ]),
      ),
  ];
}

function toLine(name: string, figures: readonly string[]): string {
  return `${name.padEnd(nameWidth)}${figures.map((figure) => figure.padStart(width)).join('')}`.trimEnd();
}
