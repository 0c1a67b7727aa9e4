/** What happens to the other files, and to where the log goes. */
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { FaultKind } from '../fault.ts';
import type { Random } from '../random.ts';
import type { Stage } from '../stage.ts';

/** An operator puts another file in the article's place while the bot runs, and puts the first one back. */
function articleReplaced(
  name: string,
  write: (path: string, whole: string, random: Random) => void,
): FaultKind {
  return {
    ...{ name, family: 'files', takes: 'nothing', end: null, lasts: [500, 4_000] },
    async inject({ articlePath, bot }, random) {
      const before = bot.lines.length;
      const kept = `${articlePath}.kept`;
      copyFileSync(articlePath, kept);
      write(articlePath, readFileSync(articlePath, 'utf8'), random);
      return {
        async heal() {
          // Not every file that stands there for a moment is looked at.
          const isMet = bot.lines.slice(before).some((line) => /"article-(not-)?replaced"/.test(line));
          renameSync(kept, articlePath);
          return isMet;
        },
      };
    },
  };
}

/** The bot is stopped, something happens to a file, and it is started again. */
function restartedWith(name: string, damage: (stage: Stage, random: Random) => void): FaultKind {
  return {
    ...{ name, family: 'files', takes: 'questions', end: null, lasts: [0, 0] },
    async inject(stage, random) {
      await stage.bot.stop('SIGTERM');
      damage(stage, random);
      return {
        async heal() {
          await stage.bot.start();
          return true;
        },
      };
    },
  };
}

const indexOf = ({ databasePath }: Stage): string => `${databasePath}.index`;

export const fileKinds: readonly FaultKind[] = [
  articleReplaced('article-replaced', (path, whole) => {
    const article: { title: string } = JSON.parse(whole);
    writeFileSync(path, JSON.stringify({ ...article, title: `${article.title}（二）` }));
  }),
  articleReplaced('article-half-written', (path, whole, random) =>
    writeFileSync(path, whole.slice(0, random.between(0, whole.length - 1))),
  ),
  articleReplaced('article-of-another-shape', (path) => writeFileSync(path, '{"title":"A page"}')),
  articleReplaced('article-removed', (path) => rmSync(path)),
  restartedWith('index-damaged', (stage, random) => {
    const bytes = readFileSync(indexOf(stage));
    for (let count = 0; count < 50; count += 1)
      bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
    writeFileSync(indexOf(stage), bytes);
  }),
  restartedWith('index-cut', (stage, random) => {
    const bytes = readFileSync(indexOf(stage));
    writeFileSync(indexOf(stage), bytes.subarray(0, random.between(0, bytes.length - 1)));
  }),
  {
    ...{ name: 'log-reader-gone', family: 'files', takes: 'questions', end: null, lasts: [500, 2_000] },
    async inject({ bot }) {
      bot.looseReader();
      return {
        async heal() {
          await bot.stop('SIGTERM');
          await bot.start();
          return true;
        },
      };
    },
  },
];
