/** Draws what was seen in the course of a run as one SVG: charts below each other, over the same seconds. */
import type { Moment } from './run-load.ts';

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly read: (moment: Moment, seconds: number) => number;
}

interface Chart {
  readonly title: string;
  readonly lines: readonly Line[];
}

const [red, blue] = ['#b3261e', '#1f5fa8'];

const charts: readonly Chart[] = [
  {
    title: 'A second',
    lines: [
      { name: 'sent', colour: blue, read: ({ sent }, seconds) => sent / seconds },
      { name: 'requests of the bot', colour: red, read: ({ requests }, seconds) => requests / seconds },
    ],
  },
  {
    title: 'Milliseconds',
    lines: [
      {
        name: 'slowest first response, mentions too',
        colour: blue,
        read: ({ slowestFirst }) => slowestFirst,
      },
      { name: 'event loop kept waiting, longest', colour: red, read: ({ delay }) => delay.max },
    ],
  },
  {
    title: 'Memory, MB',
    lines: [
      { name: 'resident', colour: blue, read: ({ rss }) => rss / 1e6 },
      { name: 'heap in use', colour: red, read: ({ heapUsed }) => heapUsed / 1e6 },
    ],
  },
];

const width = 860;
const panel = { height: 190, left: 60, right: 20, top: 46, bottom: 26 };

export function drawLoad(moments: readonly Moment[], title: string): string {
  const height = charts.length * panel.height + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="#333">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...charts.flatMap((chart, number) => [
      `<g transform="translate(0 ${number * panel.height})">`,
      ...drawChart(chart, moments),
      '</g>',
    ]),
    `<text x="${width - panel.right}" y="${height - 6}" text-anchor="end" fill="#777">seconds</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function drawChart({ title, lines }: Chart, moments: readonly Moment[]): string[] {
  const longest = Math.max(1, moments.at(-1)?.at ?? 1);
  const series = lines.map(({ read }) =>
    moments.map((moment, index) => read(moment, Math.max(0.1, moment.at - (moments[index - 1]?.at ?? 0)))),
  );
  const top = niceTop(Math.max(1, ...series.flat()));
  const bottom = panel.height - panel.bottom;
  const toX = (at: number): number => round(panel.left + (at / longest) * (width - panel.left - panel.right));
  const toY = (value: number): number => round(bottom - (value / top) * (bottom - panel.top));
  return [
    `<text x="${panel.left}" y="22" font-size="14" font-weight="600">${title}</text>`,
    ...lines.flatMap(({ name, colour }, number) => [
      `<path d="M${200 + number * 260} 18h24" stroke="${colour}" stroke-width="2.5"/>`,
      `<text x="${232 + number * 260}" y="22">${name}</text>`,
    ]),
    ...[0, top / 2, top].flatMap((value) => [
      `<path d="M${panel.left} ${toY(value)}H${width - panel.right}" stroke="${value === 0 ? '#888' : '#ddd'}"/>`,
      `<text x="${panel.left - 8}" y="${round(toY(value) + 4)}" text-anchor="end">${value}</text>`,
    ]),
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => {
      const at = Math.round(share * longest);
      return `<text x="${toX(at)}" y="${bottom + 16}" text-anchor="middle">${at}</text>`;
    }),
    ...lines.map(({ colour }, number) => {
      const points = moments.map(({ at }, index) => `${toX(at)},${toY(series[number]?.[index] ?? 0)}`);
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
    }),
  ];
}

/** The next of 1, 2, 4, 10, 20, … */
function niceTop(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return decade * ([1, 2, 4, 10].find((step) => step * decade >= value) ?? 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
