import { describe, expect, it } from 'vitest';
import { kinds } from './kinds.ts';
import { runKind } from './run-kind.ts';

/** One of each family that has its place in every run of the tests; `npm run chaos` plays them all. */
const few = ['gateway-no-hello', 'rest-outage', 'model-cut-mid-body', 'stopped', 'database-locked'];
/** Discord's three seconds are for `npm run chaos`, on a machine that does nothing else. */
const firstResponse = 30_000;

describe('chaos', () => {
  it('has at least 40 kinds, each with a name of its own', () => {
    const names = kinds.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(40);
  });

  it.concurrent.each(few)('%s breaks no promise', { timeout: 180_000 }, async (name) => {
    const kind = kinds.find((one) => one.name === name);
    if (kind === undefined) throw new Error(`there is no kind ${name}`);
    const { findings, moments } = await runKind(kind, { seed: '1', moments: 1, firstResponse });
    expect(findings).toEqual([]);
    expect(moments).toBe(1);
  });
});
