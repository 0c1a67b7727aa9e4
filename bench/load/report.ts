/** What a run was like, in figures and as a table. */
import { median, percentile } from '../metrics.ts';
import type { Moment, Run } from './run-load.ts';
import type { Outcome } from './watch-answers.ts';

export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export interface Summary {
  readonly asked: number;
  /** First response to a command or a tap. */
  readonly first: Spread;
  readonly typing: Spread;
  readonly final: Spread;
  /** What the answer took beyond the model's own time. */
  readonly overhead: Spread;
  readonly busy: number;
  readonly missing: number;
  readonly twice: number;
  /** What the first of the missing saw last. */
  readonly sample: string;
  readonly mostRequests: number;
  readonly requests: number;
  readonly limited: number;
  readonly loopDelay: { readonly p99: number; readonly max: number };
  /** In bytes, the first and the last reading. */
  readonly rss: readonly [number, number];
  /** Bytes that 10,000 questions add, by the readings after garbage was collected, without the first fifth; null where there are few. */
  readonly heapSlope: number | null;
  readonly rssSlope: number | null;
}

/** `limited`: how often Discord refused a request with 429. */
export function summarise({ outcomes, typing, moments }: Run, limited: number): Summary {
  const lost = outcomes.filter(({ final }) => final === null);
  const answered = outcomes.filter(({ final, isBusy }) => final !== null && !isBusy);
  const asking = answered.filter(({ kind }) => kind !== 'button');
  const times = (read: (outcome: Outcome) => number | null, of: readonly Outcome[]): Spread =>
    spreadOf(of.map((outcome) => read(outcome) ?? Number.POSITIVE_INFINITY));
  return {
    asked: outcomes.length,
    first: times(
      ({ first }) => first,
      outcomes.filter(({ kind }) => kind !== 'mention'),
    ),
    typing: spreadOf(typing),
    final: times(({ final }) => final, asking),
    overhead: times(({ final, model }) => (final === null ? null : final - model), asking),
    busy: outcomes.filter(({ isBusy }) => isBusy).length,
    missing: lost.length,
    twice: outcomes.filter(({ again }) => again > 0).length,
    sample: lost[0]?.last ?? '',
    requests: moments.reduce((sum, { requests }) => sum + requests, 0),
    mostRequests: Math.max(0, ...moments.map(({ most }) => most)),
    limited,
    loopDelay: {
      p99: median(moments.map(({ delay }) => delay.p99)),
      max: Math.max(0, ...moments.map(({ delay }) => delay.max)),
    },
    rss: [moments[0]?.rss ?? 0, moments.at(-1)?.rss ?? 0],
    heapSlope: slopeOf(moments, ({ heapUsed, external }) => heapUsed + external),
    rssSlope: slopeOf(moments, ({ rss }) => rss),
  };
}

function spreadOf(values: readonly number[]): Spread {
  const at = (share: number): number => (values.length === 0 ? 0 : Math.round(percentile(values, share)));
  return { count: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** By least squares over what was finished until each reading. */
function slopeOf(moments: readonly Moment[], read: (moment: Moment) => number): number | null {
  let finished = 0;
  const points = moments.flatMap((moment) => {
    finished += moment.finished;
    return moment.collected ? [{ x: finished, y: read(moment) }] : [];
  });
  const steady = points.slice(Math.ceil(points.length / 5));
  if (steady.length < 3) return null;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(steady.map((point) => point.x)), mean(steady.map((point) => point.y))];
  const across = steady.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return (steady.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / across) * 10_000;
}

/** Rows of a table in Markdown, a column for each summary. */
export function tableOf(summaries: Readonly<Record<string, Summary>>): string {
  const all = Object.values(summaries);
  const row = (name: string, cell: (summary: Summary) => string | number): string =>
    `| ${[name, ...all.map(cell)].join(' | ')} |`;
  const ms = ({ count, p50, p95, p99, max }: Spread): string =>
    count === 0 ? '' : `${p50} / ${p95} / ${p99} / ${max}`;
  const megabytes = (bytes: number | null): string =>
    bytes === null ? '' : `${(bytes / 1e6).toFixed(2)} MB`;
  return [
    `| ${['', ...Object.keys(summaries)].join(' | ')} |`,
    `|---|${all.map(() => '---:|').join('')}`,
    row('asked or tapped', ({ asked }) => asked),
    row('first response, ms: p50 / p95 / p99 / max', ({ first }) => ms(first)),
    row('offers while typing, ms', ({ typing }) => ms(typing)),
    row('answer, ms', ({ final }) => ms(final)),
    row('beyond the model, ms', ({ overhead }) => ms(overhead)),
    row('told that it is busy', ({ busy }) => busy),
    row('without a final message', ({ missing }) => missing),
    row('with more than one', ({ twice }) => twice),
    row('requests, most in a second', ({ requests, mostRequests }) => `${requests}, ${mostRequests}`),
    row('refused with 429', ({ limited }) => limited),
    row(
      'event loop kept waiting, ms: p99 / max',
      ({ loopDelay }) => `${loopDelay.p99.toFixed(0)} / ${loopDelay.max.toFixed(0)}`,
    ),
    row('resident, first and last reading', ({ rss }) => rss.map(megabytes).join(', ')),
    row('10,000 more add: heap, resident', ({ heapSlope, rssSlope }) =>
      heapSlope === null ? '' : `${megabytes(heapSlope)}, ${megabytes(rssSlope)}`,
    ),
    '',
  ].join('\n');
}
