/** Whether a question is about the article at all: whether the words that matter in it are anywhere in or beside the article. */
import type { Article } from '../article.ts';
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
import { foldText } from '../text/fold.ts';
import { stemWord } from '../text/tokenise.ts';
import { contentWords, loosePairs, toSearchable } from './content-words.ts';

/** A question of which less than this share is known is about something else. */
const leastKnown = 0.2;

/** Words of any question: they say neither that it is about the article nor that it is not. */
const general = new Set(
  (
    '这个 那个 这里 那里 这些 那些 这边 那边 我们 你们 他们 它们 大家 自己 别人 现在 今天 昨天 明天 今年 去年 当时 后来 最后 时候 地方 东西 事情 问题 回答 ' +
    '可以 能够 应该 需要 没有 不是 不能 不会 还有 关于 其他 所有 全部 一个 一些 一下 大概 具体 到底 真的 非常 特别 知道 觉得 告诉 开始 ' +
    'now today tomorrow yesterday also really exactly actually tell know think thing one two first last new good'
  ).split(' '),
);

/** Words written with a capital inside an English sentence; months, days and languages are no names. */
const name =
  /(?<=[\p{Ll},'"’”] )(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|English|Chinese|Japanese|Korean)\b)\p{Lu}\p{Ll}{2,}/gu;

/**
 * Makes the check for one article, its fields and what is kept beside it among its words. A question is about something
 * else when it names only what the article does not, or when nearly none of its telling words is there, nor a pair of characters of those that a dictionary does not know.
 */
export function createTopicCheck(article: Article): (query: string) => boolean {
  const beside = article.enrichment.flatMap(({ gloss, aliases, questions }) => [
    gloss ?? '',
    ...aliases,
    ...Object.values(questions).flat(),
  ]);
  const known = toSearchable([...article.passages.map(({ text }) => text), ...beside].join('\n'));
  const knowsName = (found: string) => known.shareOf(stemWord(foldText(found).text)) > 0;
  return (query) => {
    const names = query.match(name) ?? [];
    if (names.length > 0 && !names.some(knowsName)) return false;
    const content = removeQuestionWords(foldText(query).text);
    const words = contentWords(content);
    const telling = words.filter((word) => !general.has(word));
    if (telling.length === 0) return words.length === 0 || words.some((word) => known.shareOf(word) > 0);
    const share = telling.reduce((sum, word) => sum + known.shareOf(word), 0) / telling.length;
    return share >= leastKnown || loosePairs(content).some((pair) => known.shareOf(pair) > 0);
  };
}
