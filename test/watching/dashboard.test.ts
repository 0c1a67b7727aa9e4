import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createMetrics } from '../../src/watching/metrics.ts';

const docs = join(import.meta.dirname, '../../docs');

const dashboard = z.object({
  uid: z.string(),
  panels: z
    .array(
      z.object({
        id: z.number(),
        title: z.string(),
        type: z.string(),
        targets: z.array(z.object({ refId: z.string(), expr: z.string() })).min(1),
      }),
    )
    .min(10),
});

const { registry } = createMetrics('0.0.0', () => null);
const metrics = await registry.getMetricsAsJSON();
const series = new Set(
  metrics.flatMap(({ name, type }) =>
    String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  ),
);
const namesIn = (text: string): string[] => text.match(/\b(?:footnote|process|nodejs)_[a-z0-9_]+/g) ?? [];

it('the dashboard asks for metrics that there are, and shows every one of ours', () => {
  const { panels } = dashboard.parse(JSON.parse(readFileSync(join(docs, 'grafana-dashboard.json'), 'utf8')));
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const asked = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr)));
  expect(asked.filter((name) => !series.has(name))).toEqual([]);
  const shown = asked.map((name) => name.replace(/_(?:bucket|sum|count)$/, ''));
  const ours = metrics.map(({ name }) => name).filter((name) => name.startsWith('footnote_'));
  expect(ours.filter((name) => !shown.includes(name) && name !== 'footnote_build_info')).toEqual([]);
});

it('the alerts of the operators’ page watch metrics that there are', () => {
  const asked = namesIn(readFileSync(join(docs, 'operators.md'), 'utf8'));
  expect(asked.length).toBeGreaterThan(8);
  expect(asked.filter((name) => !series.has(name))).toEqual([]);
});

it('names are by Prometheus’ conventions: counters end in _total, times in _seconds', () => {
  const ours = metrics.filter(({ name }) => name.startsWith('footnote_'));
  expect(ours.length).toBeGreaterThan(15);
  for (const { name, type, help } of ours) {
    expect(name.endsWith('_total'), name).toBe(String(type) === 'counter');
    if (String(type) === 'histogram') expect(name).toMatch(/_seconds$/);
    expect(help, name).toMatch(/\.$/);
  }
});
