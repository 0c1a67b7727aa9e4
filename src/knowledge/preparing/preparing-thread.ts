/** The thread that `prepareBounded` starts: one page in, one article file out. */
import { answerBounded } from '../../run-bounded.ts';
import { prepareArticle } from './prepare-article.ts';
import type { PreparingTask } from './prepare-bounded.ts';

await answerBounded(({ source, earlier }: PreparingTask) => prepareArticle(source, earlier));
