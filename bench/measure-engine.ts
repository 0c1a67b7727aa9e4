/** Measures one engine in a process of its own, which `retrieval.ts` starts, and sends the figures to it. */
import type { BuiltIndex, Engine } from './engines/engine.ts';
import { engines } from './engines/index.ts';
import { heldBytes } from './held-bytes.ts';
import type { Measurement } from './measurement.ts';
import { rankOf } from './metrics.ts';
import { readDocs, readQueries } from './read-sets.ts';

/** As many are asked for as the mean reciprocal rank counts. */
const limit = 10;
/** So many queries are answered before the clock runs, so that code is compiled. */
const warmUp = 300;

const [name = '', docsPath = '', queriesPath = ''] = process.argv.slice(2);
process.send?.(await measure());

async function measure(): Promise<Measurement> {
  const engine = await engines[name]?.();
  if (engine === undefined) throw new TypeError(`no engine ${name}`);
  const before = await heldBytes();
  const { index, buildMilliseconds } = await build(engine);
  const indexBytes = (await heldBytes()) - before + (index.bytesOutside?.() ?? 0);

  const queries = await readQueries(queriesPath);
  for (const { q, group } of queries.slice(0, warmUp)) index.search(q, group, limit);
  const ranks: number[] = [];
  const milliseconds: number[] = [];
  for (const { q, group, gold } of queries) {
    const started = performance.now();
    const found = index.search(q, group, limit);
    milliseconds.push(performance.now() - started);
    ranks.push(rankOf(found, gold));
  }
  const { rss: residentBytes } = process.memoryUsage();
  return { ranks, buildMilliseconds, milliseconds, indexBytes, residentBytes };
}

/** In a function of its own, so that nothing of the texts outlives it but what the index keeps. */
async function build(engine: Engine): Promise<{ index: BuiltIndex; buildMilliseconds: number }> {
  const docs = await readDocs(docsPath);
  const started = performance.now();
  const index = engine.build(docs);
  return { index, buildMilliseconds: performance.now() - started };
}
