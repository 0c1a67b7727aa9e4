import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../src/charts/draw-picture.ts';
import { chooseFonts } from '../../src/charts/fonts.ts';
import type { Picture } from '../../src/charts/panels.ts';
import { locales, messages } from '../../src/locales/translator.ts';

const picture: Picture = {
  ...{ locale: 'zh-CN', title: '统计统计统计', labels: ['11/24'] },
  panels: [{ kind: 'bars', title: '问题', series: [{ name: '回答', values: [3] }] }],
};

describe('a picture', () => {
  it('has its title in dark on white', async () => {
    const image = await loadImage((await drawPicture(picture)) ?? Buffer.alloc(0));
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    expect([...context.getImageData(0, 0, 1, 1).data]).toEqual([255, 255, 255, 255]);
    const title = context.getImageData(36, 30, 200, 50).data;
    expect(title.filter((value, index) => index % 4 === 0 && value < 128).length).toBeGreaterThan(500);
  });

  it('is none where it cannot be drawn', async () => {
    expect(await drawPicture({ ...picture, locale: 'not a locale' })).toBeNull();
  });

  it.each(locales)('brings a font for every character of its words in %s', (locale) => {
    const words = Object.entries(messages[locale]).filter(([key]) =>
      /^insights\.(?:title|period|panel|series)/.test(key),
    );
    const characters = new Set(words.flatMap(([, text]) => [...(text ?? '')]));
    expect(characters.size).toBeGreaterThan(20);
    const fonts = chooseFonts([...characters].join(''), locale);
    expect(characters.difference(new Set(fonts.flatMap((font) => font.characters)))).toEqual(new Set());
  });
});
