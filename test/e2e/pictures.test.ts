import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../sandbox/pages/page.ts';
import { browserPath, findOverflow, openViewer, type Viewer } from './browser.ts';
import { type RunningBot, runBot, startTimeout } from './running-bot.ts';
import { playScenes, type Scene, themes, widths } from './scenes.ts';

const skipped = browserPath === undefined ? ' (skipped: no browser was found; install chromium)' : '';

describe.skipIf(browserPath === undefined)(`in a browser${skipped}`, () => {
  let bot: RunningBot;
  let viewer: Viewer;
  let scenes: readonly Scene[];
  beforeAll(async () => {
    [bot, viewer] = await Promise.all([runBot(), openViewer()]);
    scenes = await playScenes(bot);
  }, startTimeout);
  afterAll(async () => {
    await viewer?.close();
    await bot?.close();
  });

  const windows = themes.flatMap((theme) =>
    Object.entries(widths).map(([device, width]) => [theme, device, width] as const),
  );

  it.each(windows)('every scene has its words and fits: %s, %s', async (theme, _, width) => {
    const messages = scenes.map(({ message }) => message);
    const page = await viewer.show(renderPage(bot.sandbox.world, messages, { theme }), width);
    for (const [index, { name, message, words }] of scenes.entries()) {
      const shown = await page.locator('discord-message').nth(index).innerText();
      for (const word of words) expect(shown, name).toContain(word);
      for (const { label } of message.buttons) expect(shown, name).toContain(label);
    }
    expect(await findOverflow(page)).toEqual([]);
  });

  it('a hostile message stays text, and runs nothing', async () => {
    const hostile =
      '<img src=x onerror="window.ran=1"><script>window.ran=1</script> [x](javascript:window.ran=1)';
    const said = await bot.sandbox.member.say(hostile);
    const page = await viewer.show(renderPage(bot.sandbox.world, [said], { theme: 'dark' }), widths.phone);
    expect(await page.locator('.body').innerText()).toBe(hostile);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.locator('.body :is(img, script, a)').count()).toBe(0);
  });
});
