/** Draws the figures of `scale.ts` as one SVG: four small charts, both axes logarithmic. */
import type { ScalePoint } from './scale-point.ts';
import { type Script, scripts } from './synthetic-texts.ts';

interface Chart {
  readonly title: string;
  readonly read: (point: ScalePoint) => number;
  readonly label: (value: number) => string;
}

const milliseconds = (value: number): string =>
  value >= 1_000 ? `${short(value / 1_000)} s` : `${short(value)} ms`;

const bytes = (value: number): string =>
  value >= 1_000 ? `${short(value / 1_000)} kB` : `${short(value)} B`;

const charts: readonly Chart[] = [
  { title: 'Time to build', read: ({ buildMilliseconds }) => buildMilliseconds, label: milliseconds },
  {
    title: 'Memory a passage',
    read: ({ bytesAPassage }) => bytesAPassage,
    label: bytes,
  },
  { title: 'Search, p50', read: ({ p50Milliseconds }) => p50Milliseconds, label: milliseconds },
  { title: 'Search, p99', read: ({ p99Milliseconds }) => p99Milliseconds, label: milliseconds },
];

const colours: Readonly<Record<Script, string>> = { han: '#b3261e', spaced: '#1f5fa8' };
const names: Readonly<Record<Script, string>> = { han: 'Chinese-like', spaced: 'with spaces' };

const panel = { width: 430, height: 290, left: 70, right: 70, top: 40, bottom: 44 };
const header = 40;
const columns = 2;
const lineHeight = 14;

export function drawScale(points: readonly ScalePoint[]): string {
  const width = columns * panel.width;
  const height = header + Math.ceil(charts.length / columns) * panel.height;
  const parts = charts.flatMap((chart, number) => {
    const x = (number % columns) * panel.width;
    const y = header + Math.floor(number / columns) * panel.height;
    return [`<g transform="translate(${x} ${y})">`, ...drawChart(chart, points), '</g>'];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="#333">`,
    '<title>The index as it grows: time to build, memory a passage, time to search, by number of passages</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawLegend(),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function drawLegend(): string[] {
  return scripts.flatMap((script, number) => {
    const x = panel.left + number * 140;
    return [
      `<path d="M${x} 24h24" stroke="${colours[script]}" stroke-width="2.5"/>`,
      `<circle cx="${x + 12}" cy="24" r="3.5" fill="${colours[script]}"/>`,
      `<text x="${x + 32}" y="28">${names[script]}</text>`,
    ];
  });
}

function drawChart({ title, read, label }: Chart, points: readonly ScalePoint[]): string[] {
  const across = spanDecades(points.map(({ size }) => size));
  const up = spanDecades(points.map(read));
  const toX = scaleTo(across, panel.left, panel.width - panel.right);
  const toY = scaleTo(up, panel.height - panel.bottom, panel.top);
  const [right, bottom] = [panel.width - panel.right, panel.height - panel.bottom];
  return [
    `<text x="${panel.left}" y="${panel.top - 14}" font-size="14" font-weight="600">${title}</text>`,
    ...decadesOf(up).flatMap((value) => [
      `<path d="M${panel.left} ${toY(value)}H${right}" stroke="#ddd"/>`,
      `<text x="${panel.left - 8}" y="${round(toY(value) + 4)}" text-anchor="end">${label(value)}</text>`,
    ]),
    ...decadesOf(across).map(
      (value) =>
        `<text x="${toX(value)}" y="${bottom + 18}" text-anchor="middle">${shortCount(value)}</text>`,
    ),
    `<path d="M${panel.left} ${bottom}H${right}" stroke="#888"/>`,
    `<text x="${right}" y="${bottom + 34}" text-anchor="end" fill="#777">passages</text>`,
    ...scripts.flatMap((script) =>
      drawLine(script, points, (point) => ({ x: toX(point.size), y: toY(read(point)) })),
    ),
    ...drawEnds(points, (point) => ({ x: toX(point.size), y: toY(read(point)), text: label(read(point)) })),
  ];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function drawLine(
  script: Script,
  points: readonly ScalePoint[],
  place: (point: ScalePoint) => Place,
): string[] {
  const places = points.filter((point) => point.script === script).map(place);
  const colour = colours[script];
  return [
    `<polyline points="${places.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`),
  ];
}

/** The last figure of each line, beside it; lines that end close together keep their words apart. */
function drawEnds(
  points: readonly ScalePoint[],
  place: (point: ScalePoint) => Place & { readonly text: string },
): string[] {
  const ends = scripts
    .flatMap((script) => points.filter((point) => point.script === script).slice(-1))
    .map((point) => ({ ...place(point), colour: colours[point.script] }))
    .sort((one, other) => one.y - other.y);
  let lowest = Number.NEGATIVE_INFINITY;
  return ends.map(({ x, y, text, colour }) => {
    lowest = Math.max(y + 4, lowest + lineHeight);
    return `<text x="${x + 9}" y="${round(lowest)}" fill="${colour}">${text}</text>`;
  });
}

interface Span {
  /** Powers of ten. */
  readonly from: number;
  readonly to: number;
}

function spanDecades(values: readonly number[]): Span {
  const logs = values.map((value) => Math.log10(Math.max(value, 1e-6)));
  const from = Math.floor(Math.min(...logs));
  return { from, to: Math.max(from + 1, Math.ceil(Math.max(...logs))) };
}

function decadesOf({ from, to }: Span): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step));
}

function scaleTo({ from, to }: Span, start: number, end: number): (value: number) => number {
  return (value) => round(start + ((Math.log10(Math.max(value, 1e-6)) - from) / (to - from)) * (end - start));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Two digits that count: 0.012, 1.2, 120. */
function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function shortCount(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000}M`;
  return value >= 1_000 ? `${value / 1_000}k` : String(value);
}
