/** How series are told apart, by colour and without it. */
import { createCanvas } from '@napi-rs/canvas';

export const ink = '#1f2328';
export const lineColours = ['#0b5cad', '#a84300'];
export const dashes: readonly (readonly number[])[] = [[], [7, 5]];

const tile = 10;

/** Solid, striped, dotted, then nearly blank. */
export function fillOf(index: number) {
  const canvas = createCanvas(tile, tile);
  const context = canvas.getContext('2d');
  const [back, front] = [
    ['#0b5cad', '#0b5cad'],
    ['#cfe3f7', '#0b5cad'],
    ['#ffe2cc', '#a84300'],
    ['#ffffff', '#b8bec5'],
  ][index] ?? ['#ffffff', ink];
  context.fillStyle = back ?? '#ffffff';
  context.fillRect(0, 0, tile, tile);
  context.fillStyle = front ?? ink;
  context.strokeStyle = front ?? ink;
  context.lineWidth = 2;
  if (index === 1)
    for (const shift of [-tile, 0, tile]) {
      context.beginPath();
      context.moveTo(shift, tile);
      context.lineTo(shift + tile, 0);
      context.stroke();
    }
  if (index === 2)
    for (const [x = 0, y = 0] of [
      [2.5, 2.5],
      [7.5, 7.5],
    ]) {
      context.beginPath();
      context.arc(x, y, 1.6, 0, 2 * Math.PI);
      context.fill();
    }
  return context.createPattern(canvas, 'repeat');
}
