/** Takes the pictures of docs/pictures/ anew: `npm run pictures`. Where pngquant is installed, they become small. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPage } from '../../sandbox/pages/page.ts';
import { drawInsights } from '../charts/draw-insights.ts';
import { aMonth } from '../charts/month.ts';
import { browserPath, openViewer } from './browser.ts';
import { runBot } from './running-bot.ts';
import { playScenes, themes, widths } from './scenes.ts';

if (browserPath === undefined) {
  process.stderr.write('No browser was found: install chromium and fonts-noto-cjk.\n');
  process.exit(1);
}

const folder = join(import.meta.dirname, '../../docs/pictures');
mkdirSync(folder, { recursive: true });
const bot = await runBot();
const viewer = await openViewer();
for (const { name, message } of await playScenes(bot))
  for (const theme of themes)
    for (const [device, width] of Object.entries(widths)) {
      const page = await viewer.show(renderPage(bot.sandbox.world, [message], { theme }), width);
      const path = join(folder, `${name}-${theme}-${device}.png`);
      keep(path, await page.locator('discord-messages').screenshot());
    }
await viewer.close();
await bot.close();
for (const locale of ['en-US', 'zh-CN'] as const) {
  const png = await drawInsights(aMonth(120), 'month', locale);
  if (png !== null) keep(join(folder, `insights-${locale}.png`), png);
}

function keep(path: string, png: Uint8Array): void {
  writeFileSync(path, png);
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--ext', '.png', '64', path]);
  process.stdout.write(`${path} ${Math.ceil(statSync(path).size / 1000)} kB\n`);
}
