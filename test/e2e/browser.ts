/** A headless Chromium that sees the sandbox's pages, and nothing of the network. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const origin = 'http://pages.invalid';

/** A browser where Debian and others put it; undefined where there is none. */
export const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export interface Viewer {
  /** Shows a page in a window of this width, once its elements are drawn. */
  show(html: string, width: number): Promise<Page>;
  close(): Promise<void>;
}

/** Opens the browser. Pixels are doubled, as on the screens of today. */
export async function openViewer(): Promise<Viewer> {
  const browser = await chromium.launch({ ...(browserPath ? { executablePath: browserPath } : {}) });
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  let shown = '';
  await page.route('**/*', async (route) => {
    const { pathname, origin: asked } = new URL(route.request().url());
    if (asked !== origin) return route.abort();
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown });
    if (!pathname.startsWith('/node_modules/') || !pathname.endsWith('.js')) return route.abort();
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(root, pathname)) });
  });
  return {
    async show(html, width) {
      shown = html;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${origin}/`);
      await page.waitForFunction(
        `[...document.querySelectorAll('*')].every((element) => !element.localName.includes('-') || element.matches(':defined'))`,
      );
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      return page;
    },
    close: () => browser.close(),
  };
}

/** What does not fit: every element, those within the library's own too, that is wider than its place or the window. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    (() => {
      const all = (node) => [...node.querySelectorAll('*')].flatMap((element) =>
        [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
      const seen = (element) => element.getBoundingClientRect().width > 0 && !element.closest('svg');
      const faults = all(document.body).filter(seen).filter((element) =>
        element.getBoundingClientRect().right > innerWidth + 0.5 ||
        (getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1));
      const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
      return [...page, ...faults.map((element) => element.localName + '.' + element.className)];
    })()`);
}
