import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../bench/load/report.ts';
import { makeFolder, runCommand } from '../cli/run-command.ts';

const load = (...args: string[]) => runCommand('../../bench/load', ['--no-pinned', ...args]);

describe('load', () => {
  it('a hundred who come by the clock and fifty at once are each answered once', async () => {
    const folder = await makeFolder();
    const [json, svg] = [join(folder, 'load.json'), join(folder, 'load.svg')];
    const { code, stdout, stderr } = await load(
      ...['--rate', '25', '--minutes', '0.06', '--burst', '50', '--model', 'off', '--servers', '5'],
      ...['--members', '300', '--json', json, '--svg', svg],
    );
    expect([code, stderr]).toEqual([0, '']);
    const summaries: Record<string, Summary> = JSON.parse(await readFile(json, 'utf8')).summaries;
    const [steady, burst] = Object.values(summaries);
    expect(steady?.asked).toBeGreaterThan(50);
    expect(burst?.asked).toBe(50);
    for (const summary of [steady, burst]) {
      expect(summary).toMatchObject({ missing: 0, twice: 0, busy: 0, limited: 0, sample: '' });
      expect(summary?.mostRequests).toBeLessThanOrEqual(50);
      expect(summary?.requests).toBeGreaterThan(50);
    }
    expect(stdout).toContain('| without a final message | 0 | 0 |');
    const picture = await readFile(svg, 'utf8');
    expect(picture.match(/<polyline/g)).toHaveLength(6);
    expect(picture).not.toContain('NaN');
  }, 120_000);

  it('refuses what is no rate', async () => {
    const { code, stderr } = await load('--rate', 'many');
    expect(code).toBe(2);
    expect(stderr).toContain('--rate');
  });
});
