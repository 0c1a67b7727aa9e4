/** Gradient boosting of small trees for ordering: the chance that a candidate is the right one is the softmax over its query's scores. */
import { compileModel, type RerankModel } from '../src/knowledge/retrieval/rerank-model.ts';

/** Candidates of many queries: a row of features each, and whether it is right. */
export interface Candidates {
  readonly columns: number;
  readonly rows: Float32Array;
  /** The first candidate of each query; one more entry at the end. */
  readonly starts: readonly number[];
  readonly isRight: Uint8Array;
}

export interface BoostSettings {
  readonly trees: number;
  readonly depth: number;
  /** How much of each tree's correction is taken. */
  readonly rate: number;
  /** A leaf rests on at least so much evidence (the sum of second derivatives). */
  readonly leastEvidence: number;
  /** Draws leaves that rest on little towards 0. */
  readonly smoothing: number;
  /** The share of queries that each tree is grown on. */
  readonly share: number;
  /** What the first column counts before any tree. */
  readonly base: number;
  /** Columns that may be used. */
  readonly columns: readonly number[];
}

/** Chosen by trying: trees of depth 3 lose 0.1 to 0.6 points in folds, 150 trees gain nothing. */
export const usualSettings: Omit<BoostSettings, 'columns'> = {
  trees: 120,
  depth: 4,
  rate: 0.08,
  leastEvidence: 8,
  smoothing: 10,
  share: 0.7,
  base: 12,
};

const bins = 32;
const never = 1e30;

/** Joins sets of candidates. */
export function joinCandidates(sets: readonly Candidates[]): Candidates {
  const columns = sets[0]?.columns ?? 0;
  const rows = new Float32Array(sets.reduce((sum, set) => sum + set.rows.length, 0));
  const starts = [0];
  let row = 0;
  for (const set of sets) {
    rows.set(set.rows, row * columns);
    for (const start of set.starts.slice(1)) starts.push(row + start);
    row += set.isRight.length;
  }
  return { columns, rows, starts, isRight: Uint8Array.from(sets.flatMap(({ isRight }) => [...isRight])) };
}

/** The candidates of some queries only, by number. */
export function takeQueries(set: Candidates, wanted: (query: number) => boolean): Candidates {
  const { columns, rows, starts, isRight } = set;
  const taken: number[] = [];
  const newStarts = [0];
  for (let query = 0; query + 1 < starts.length; query += 1) {
    if (!wanted(query)) continue;
    for (let row = starts[query] ?? 0; row < (starts[query + 1] ?? 0); row += 1) taken.push(row);
    newStarts.push(taken.length);
  }
  const newRows = new Float32Array(taken.length * columns);
  for (const [place, row] of taken.entries())
    newRows.set(rows.subarray(row * columns, (row + 1) * columns), place * columns);
  return {
    columns,
    rows: newRows,
    starts: newStarts,
    isRight: Uint8Array.from(taken, (row) => isRight[row] ?? 0),
  };
}

/** Thresholds that cut a column into bins of about as many rows each. */
function findCuts({ rows, columns }: Candidates, column: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / columns / 20_000));
  const sample: number[] = [];
  for (let at = column; at < rows.length; at += columns * step) sample.push(rows[at] ?? 0);
  sample.sort((one, other) => one - other);
  const cuts: number[] = [];
  for (let bin = 1; bin < bins; bin += 1) {
    const cut = sample[Math.floor((bin * sample.length) / bins)] ?? 0;
    if (cut > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(Number(cut.toPrecision(4)));
  }
  return [...new Set(cuts)];
}

/** Numbers from 0 to 1, the same at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}

/** Learns trees that put the right candidates first. */
export function boost(set: Candidates, settings: BoostSettings): RerankModel {
  const { depth, columns, rate, leastEvidence, smoothing } = settings;
  const { rows, starts, isRight } = set;
  const count = isRight.length;
  const cuts = columns.map((column) => findCuts(set, column));
  const binned = new Uint8Array(count * columns.length);
  columns.forEach((column, at) => {
    for (let row = 0; row < count; row += 1) {
      const value = rows[row * set.columns + column] ?? 0;
      const bin = cuts[at]?.findIndex((cut) => value <= cut) ?? -1;
      binned[row * columns.length + at] = bin < 0 ? (cuts[at]?.length ?? 0) : bin;
    }
  });
  const scores = Float64Array.from(
    { length: count },
    (_, row) => settings.base * (rows[row * set.columns] ?? 0),
  );
  const slopes = new Float64Array(count);
  const curves = new Float64Array(count);
  const random = createRandom(7);
  const splits = 2 ** depth - 1;
  const model = { features: [] as number[], thresholds: [] as number[], values: [] as number[] };
  const histogram = new Float64Array(columns.length * bins * 2);

  const drawRows = (): number[] => {
    const drawn: number[] = [];
    for (let query = 0; query + 1 < starts.length; query += 1) {
      const from = starts[query] ?? 0;
      const to = starts[query + 1] ?? 0;
      const right = isRight.subarray(from, to).reduce((sum, one) => sum + one, 0);
      if (right === 0 || right === to - from || random() > settings.share) continue;
      let most = Number.NEGATIVE_INFINITY;
      for (let row = from; row < to; row += 1) most = Math.max(most, scores[row] ?? 0);
      let all = 0;
      let ofRight = 0;
      for (let row = from; row < to; row += 1) {
        const power = Math.exp((scores[row] ?? 0) - most);
        slopes[row] = power;
        all += power;
        if (isRight[row] === 1) ofRight += power;
      }
      for (let row = from; row < to; row += 1) {
        const chance = (slopes[row] ?? 0) / all;
        const wanted = isRight[row] === 1 ? (slopes[row] ?? 0) / ofRight : 0;
        slopes[row] = wanted - chance;
        curves[row] = Math.max(chance * (1 - chance), 1e-4);
        drawn.push(row);
      }
    }
    return drawn;
  };

  /** Grows node `node` of a tree on `of`; a node that is not worth cutting sends all to the left. */
  const grow = (of: readonly number[], node: number, first: number, values: Float64Array): void => {
    let slope = 0;
    let curve = 0;
    for (const row of of) {
      slope += slopes[row] ?? 0;
      curve += curves[row] ?? 0;
    }
    if (node >= splits) {
      values[node - splits] = (rate * slope) / (curve + smoothing);
      return;
    }
    histogram.fill(0);
    for (const row of of) {
      for (let at = 0; at < columns.length; at += 1) {
        const place = (at * bins + (binned[row * columns.length + at] ?? 0)) * 2;
        histogram[place] = (histogram[place] ?? 0) + (slopes[row] ?? 0);
        histogram[place + 1] = (histogram[place + 1] ?? 0) + (curves[row] ?? 0);
      }
    }
    const whole = slope ** 2 / (curve + smoothing);
    let gain = 1e-3;
    let chosen = -1;
    let cutAt = 0;
    for (let at = 0; at < columns.length; at += 1) {
      let left = 0;
      let leftCurve = 0;
      for (let bin = 0; bin < (cuts[at]?.length ?? 0); bin += 1) {
        left += histogram[(at * bins + bin) * 2] ?? 0;
        leftCurve += histogram[(at * bins + bin) * 2 + 1] ?? 0;
        const rightCurve = curve - leftCurve;
        if (leftCurve < leastEvidence || rightCurve < leastEvidence) continue;
        const found =
          left ** 2 / (leftCurve + smoothing) + (slope - left) ** 2 / (rightCurve + smoothing) - whole;
        if (found <= gain) continue;
        gain = found;
        chosen = at;
        cutAt = bin;
      }
    }
    model.features[first + node] = chosen < 0 ? 0 : (columns[chosen] ?? 0);
    model.thresholds[first + node] = chosen < 0 ? never : (cuts[chosen]?.[cutAt] ?? 0);
    const isLeft = (row: number): boolean =>
      chosen < 0 || (binned[row * columns.length + chosen] ?? 0) <= cutAt;
    grow(of.filter(isLeft), node * 2 + 1, first, values);
    grow(chosen < 0 ? of : of.filter((row) => !isLeft(row)), node * 2 + 2, first, values);
  };

  for (let tree = 0; tree < settings.trees; tree += 1) {
    const values = new Float64Array(splits + 1);
    grow(drawRows(), 0, tree * splits, values);
    for (const value of values) model.values.push(Number(value.toFixed(4)));
    const one = {
      depth,
      base: 0,
      features: model.features.slice(tree * splits),
      thresholds: model.thresholds.slice(tree * splits),
      values: model.values.slice(tree * (splits + 1)),
    };
    const added = scoreRows(one, set);
    for (let row = 0; row < count; row += 1) scores[row] = (scores[row] ?? 0) + (added[row] ?? 0);
  }
  return { depth, base: settings.base, ...model };
}

/** What a model gives each candidate. */
export function scoreRows(model: RerankModel, set: Candidates): Float64Array {
  const score = compileModel(model);
  return Float64Array.from(set.isRight, (_, row) => score(set.rows, row * set.columns));
}
