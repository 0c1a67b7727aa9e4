import { expect, it } from 'vitest';
import { createDrawingLine } from '../../src/charts/drawing-line.ts';
import type { Picture } from '../../src/charts/panels.ts';

const picture: Picture = { locale: 'en-US', title: 'Insights', labels: [], panels: [] };

it('draws one picture at a time, in order, and none of those that too many wait before', async () => {
  let atOnce = 0;
  const line = createDrawingLine(async ({ title }) => {
    atOnce += 1;
    await new Promise(setImmediate);
    expect(atOnce).toBe(1);
    atOnce -= 1;
    if (title === '1') throw new Error('out of memory');
    return Buffer.from(title);
  });
  const asked = Array.from({ length: 12 }, (_, index) => line({ ...picture, title: String(index) }));
  const drawn = await Promise.allSettled(asked);
  expect(
    drawn.map((one) => (one.status === 'fulfilled' ? (one.value?.toString() ?? null) : 'failed')),
  ).toEqual(['0', 'failed', '2', '3', '4', '5', '6', '7', '8', '9', null, null]);
  expect((await line({ ...picture, title: 'later' }))?.toString()).toBe('later');
});
