/** Small charts on one white card, which reads on dark and light. What is told apart by colour has a pattern or a dash too. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { Chart, type ChartConfiguration, registerables } from 'chart.js';
import { loadFonts } from './fonts.ts';
import type { Panel, Picture } from './panels.ts';
import { dashes, fillOf, ink, lineColours } from './styles.ts';

const panelSize = { width: 600, height: 320 };
const margin = 24;
const titleHeight = 44;
/** Pixels of the picture for each of ours: it is looked at enlarged. */
const sharpness = 1.5;

Chart.register(...registerables);

export async function renderPicture(picture: Picture): Promise<Uint8Array> {
  const family = loadFonts(textOf(picture), picture.locale);
  const rows = Math.ceil(picture.panels.length / 2);
  const width = 2 * panelSize.width + 3 * margin;
  const height = titleHeight + rows * (panelSize.height + margin) + margin;
  const card = createCanvas(width * sharpness, height * sharpness);
  const context = card.getContext('2d');
  context.scale(sharpness, sharpness);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = ink;
  context.font = `600 24px ${family}`;
  context.fillText(picture.title, margin, margin + 20, width - 2 * margin);
  for (const [index, panel] of picture.panels.entries()) {
    const x = margin + (index % 2) * (panelSize.width + margin);
    const y = titleHeight + margin + Math.floor(index / 2) * (panelSize.height + margin);
    context.drawImage(drawPanel(panel, picture, family), x, y, panelSize.width, panelSize.height);
  }
  return card.encode('png');
}

function drawPanel(panel: Panel, { labels, locale }: Picture, family: string): Canvas {
  const canvas = createCanvas(panelSize.width * sharpness, panelSize.height * sharpness);
  const { limit } = panel;
  const isBars = panel.kind === 'bars';
  const datasets: ChartConfiguration<'bar' | 'line', (number | null)[]>['data']['datasets'] =
    panel.series.map(({ name, values }, index) => ({
      type: isBars ? 'bar' : 'line',
      label: name,
      data: [...values],
      backgroundColor: isBars ? fillOf(index) : lineColours[index],
      borderColor: isBars ? ink : lineColours[index],
      borderWidth: isBars ? 1 : 2.5,
      borderDash: isBars ? [] : [...(dashes[index] ?? [])],
      pointStyle: isBars ? 'rect' : index === 0 ? 'circle' : 'triangle',
      // A point at the top of the scale is whole.
      clip: 8,
      pointRadius: 4,
      stack: 'all',
      spanGaps: false,
    }));
  if (limit !== undefined)
    datasets.push({
      ...{ type: 'line', label: limit.name, pointStyle: 'line', data: labels.map(() => limit.value) },
      ...{
        borderColor: '#b00020',
        backgroundColor: '#b00020',
        borderWidth: 2,
        borderDash: [10, 5],
        pointRadius: 0,
      },
    });
  const configuration: ChartConfiguration<'bar' | 'line', (number | null)[]> = {
    type: panel.kind === 'bars' ? 'bar' : 'line',
    data: { labels: [...labels], datasets },
    options: {
      ...{ responsive: false, animation: false, devicePixelRatio: sharpness, locale },
      font: { family, size: 14 },
      color: ink,
      layout: { padding: { right: 12 } },
      scales: {
        x: {
          stacked: isBars,
          grid: { display: false },
          ticks: { color: ink, font: { family, size: 13 }, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          ...{ stacked: isBars, beginAtZero: true, grid: { color: '#e0e0e0' } },
          ...(panel.max === undefined ? { grace: '5%' } : { max: panel.max }),
          ...(isEmpty(panel) && { suggestedMax: 1 }),
          ...(limit !== undefined && { suggestedMax: limit.value }),
          ticks: {
            color: ink,
            font: { family, size: 13 },
            maxTicksLimit: 6,
            precision: isWhole(panel) ? 0 : undefined,
          },
        },
      },
      plugins: {
        title: {
          display: true,
          text: panel.title,
          align: 'start',
          color: ink,
          font: { family, size: 18, weight: 600 },
        },
        legend: {
          position: 'top',
          align: 'start',
          labels: {
            ...{ color: ink, font: { family, size: 14 }, boxHeight: 10, padding: 12, usePointStyle: true },
            ...(isBars && { pointStyleWidth: 26 }),
          },
        },
      },
    },
  };
  new Chart(canvas, configuration).draw();
  return canvas;
}

function isEmpty({ series }: Panel): boolean {
  return series.every(({ values }) => values.every((value) => (value ?? 0) === 0));
}

function isWhole({ series }: Panel): boolean {
  return series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
}

/** Every character that may be drawn: numbers have separators of their language. */
function textOf({ title, labels, panels, locale }: Picture): string {
  const words = panels.flatMap(({ title: name, series, limit }) => [
    name,
    ...series.map((one) => one.name),
    limit?.name ?? '',
  ]);
  const numbers = new Intl.NumberFormat(locale).format(-1234567890.5);
  return [title, ...labels, ...words, numbers, '0123456789 ,.%'].join('');
}
