/** How long `/ask` takes to offer something, for every beginning of every question and other word kept with the article. */
import { createSuggestQuestions } from '../src/discord/suggest-questions.ts';
import { loadArticle, shippedArticlePath } from '../src/knowledge/load-article.ts';
import { percentile } from './metrics.ts';

const longestBeginning = 20;
const article = await loadArticle(shippedArticlePath);
const words = article.enrichment.flatMap(({ aliases, questions }) => [
  ...aliases.flatMap((line) => line.split(' ')),
  ...Object.values(questions).flat(),
]);
const pinyin = ['yiliao', 'jiaoyu bangfu', 'zhangjiagang', 'yhx', 'tuopin'];
const beginnings = new Set(
  [...words, ...pinyin].flatMap((word) =>
    [...word].slice(0, longestBeginning).map((_, index, all) => all.slice(0, index + 1).join('')),
  ),
);

const start = performance.now();
const suggest = createSuggestQuestions(article);
suggest('a', 'zh-CN');
const lines = [`first, with what it reads once   ${(performance.now() - start).toFixed(1)} ms`];

for (const beginning of beginnings) suggest(beginning, 'zh-CN');
const times = [...beginnings].map((beginning) => {
  const asked = performance.now();
  suggest(beginning, 'zh-CN');
  return performance.now() - asked;
});
for (const share of [0.5, 0.95, 0.99, 1])
  lines.push(
    `${`p${share * 100} of ${beginnings.size} beginnings`.padEnd(33)}${percentile(times, share).toFixed(2)} ms`,
  );
process.stdout.write(`${lines.join('\n')}\n`);
