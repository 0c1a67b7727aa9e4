import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFigures, loadFigures, shippedFiguresPath } from '../../src/knowledge/figures.ts';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { makeFolder } from '../cli/run-command.ts';

describe('the figures of the last evaluation', () => {
  it('that come with the bot are of the article that does', async () => {
    const { version } = await loadArticle(shippedArticlePath);
    const figures = await loadFigures(shippedFiguresPath);
    expect(figures?.articleVersion).toBe(version);
    expect(figures?.questions).toBeGreaterThan(300);
  });

  it('are read as they were written, are none without a file, and anything else is refused', async () => {
    const path = join(await makeFolder(), 'figures.json');
    expect(await loadFigures(path)).toBeNull();
    const figures = {
      ...{ date: '2026-11-24', articleVersion: 'a', model: 'm', questions: 2 },
      ...{ right: { count: 1, of: 2 }, refused: { count: 0, of: 1 } },
    };
    await writeFile(path, formatFigures(figures));
    expect(await loadFigures(path)).toEqual(figures);
    for (const wrong of ['{', '{}', '[]', JSON.stringify({ ...figures, date: 'today' })]) {
      await writeFile(path, wrong);
      await expect(loadFigures(path)).rejects.toMatchObject({ code: 'figures-invalid' });
    }
  });
});
