import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTextSource, scripts } from '../../bench/synthetic-texts.ts';
import { makeFolder, runCommand } from '../cli/run-command.ts';

const bench = (...args: string[]) => runCommand('../../bench/scale', args);

describe('bench:scale', () => {
  it('measures each size with and without spaces, and draws the figures', async () => {
    const svg = join(await makeFolder(), 'scale.svg');
    const { code, stdout } = await bench('--sizes', '50,200', '--svg', svg, '--json');
    expect(code).toBe(0);
    const points: { script: string; size: number; recallAt1: number }[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(points.map(({ script, size }) => [script, size])).toEqual([
      ['han', 50],
      ['han', 200],
      ['spaced', 50],
      ['spaced', 200],
    ]);
    for (const point of points) expect(point.recallAt1).toBeGreaterThan(90);
    const picture = await readFile(svg, 'utf8');
    expect(picture).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(picture.match(/<polyline/g)).toHaveLength(8);
    expect(picture).not.toContain('NaN');
  });

  it.each(['0', '10,', 'many', '-5', '100000000'])('refuses %j passages with exit code 2', async (sizes) => {
    const { code, stderr } = await bench(`--sizes=${sizes}`);
    expect(code).toBe(2);
    expect(stderr).toContain('--sizes');
  });
});

describe('made texts', () => {
  it.each(scripts)('are the same in each run, and no two are alike (%s)', (script) => {
    const [one, other] = [createTextSource(script), createTextSource(script)];
    const texts = Array.from({ length: 50 }, () => one.next());
    expect(texts).toEqual(Array.from({ length: 50 }, () => other.next()));
    expect(new Set(texts).size).toBe(50);
  });

  it('have words as unevenly frequent as natural ones: half of all are of the first few hundred', () => {
    const source = createTextSource('spaced');
    const counts = new Map<string, number>();
    let total = 0;
    for (let text = 0; text < 300; text += 1) {
      for (const word of source.next().match(/[a-z]+/g) ?? []) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
        total += 1;
      }
    }
    const frequent = [...counts.values()].sort((one, other) => other - one);
    const ofFirst = frequent.slice(0, 300).reduce((sum, count) => sum + count, 0);
    expect(ofFirst / total).toBeGreaterThan(0.5);
    expect(frequent.filter((count) => count === 1).length).toBeGreaterThan(frequent.length / 3);
  });
});
