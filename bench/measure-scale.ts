/** Measures our index at one size in a process of its own, which `scale.ts` starts, and sends the figures to it. */
import { buildTextIndex } from '../src/knowledge/retrieval/text-index.ts';
import { heldBytes } from './held-bytes.ts';
import { middleTimes, percentile } from './metrics.ts';
import type { ScalePoint } from './scale-point.ts';
import { createTextSource, type Script, scripts } from './synthetic-texts.ts';

const queryCount = 1_000;
const warmUp = 200;
const limit = 10;
const roundCount = 3;

const [scriptName, sizeText] = process.argv.slice(2);
const script: Script = scripts.find((name) => name === scriptName) ?? 'han';
process.send?.(await measure(Number(sizeText)));

async function measure(size: number): Promise<ScalePoint> {
  const source = createTextSource(script);
  const queries: { readonly id: string; readonly question: string }[] = [];
  let writing = 0;

  function* write(): Generator<{ id: string; text: string }> {
    for (let number = 0; number < size; number += 1) {
      const started = performance.now();
      const doc = { id: `p${number}`, text: source.next() };
      if (number % Math.max(1, Math.floor(size / queryCount)) === 0)
        queries.push({ id: doc.id, question: source.ask(doc.text) });
      writing += performance.now() - started;
      yield doc;
    }
  }

  // Tables that are made at the first text are no part of what a passage takes.
  buildTextIndex([{ id: '', text: source.next() }]);
  const before = await heldBytes();
  const started = performance.now();
  const index = buildTextIndex(write());
  const buildMilliseconds = performance.now() - started - writing;
  const heldMore = (await heldBytes()) - before;

  for (const { question } of queries.slice(0, warmUp)) index.search(question, { limit });
  let found = 0;
  const rounds = Array.from({ length: roundCount }, () =>
    queries.map(({ id, question }) => {
      const asked = performance.now();
      const hits = index.search(question, { limit });
      const time = performance.now() - asked;
      if (hits[0]?.id === id) found += 1;
      return time;
    }),
  );
  const times = middleTimes(rounds);
  return {
    script,
    size,
    buildMilliseconds,
    bytesAPassage: heldMore / size,
    p50Milliseconds: percentile(times, 0.5),
    p99Milliseconds: percentile(times, 0.99),
    recallAt1: (100 * found) / (roundCount * queries.length),
    residentMegabytes: process.memoryUsage().rss / (1024 * 1024),
  };
}
