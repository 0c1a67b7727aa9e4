/** Whether a question is about the article at all: whether the words that matter in it are anywhere in or beside the article. */
import type { Article } from '../article.ts';
import { readFieldLabels } from '../retrieval/field-labels.ts';
import { removeQuestionWords } from '../retrieval/question-phrases.ts';
import { foldText } from '../text/fold.ts';
import { stemWord } from '../text/tokenise.ts';
import { contentWords, loosePairs, toSearchable } from './content-words.ts';
import { generalWords, kindWords } from './general-words.ts';
import { removeLeadIn } from './lead-in.ts';

/** A question of which less than this share is known is about something else. */
const leastKnown = 0.2;

/** A sum to be worked out. */
const sum =
  /[\d.]+(?:\s*(?:[-+*×x÷/^=]|加|减|乘以?|除以?|times|plus|minus|divided by|multiplied by)\s*[\d.]+)+|[\d.]*的?平方根|等于(?:几|多少)|\bsquare root\b/gu;
const number = /^[\d.,]+$/u;

/** Words written with a capital inside an English sentence; months, days and languages are no names. */
const name =
  /(?<=[\p{Ll},'"’”] )(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|English|Chinese|Japanese|Korean)\b)\p{Lu}\p{Ll}{2,}/gu;

/**
 * Makes the check for one article, its fields and what is kept beside it among its words. A question is about something
 * else when it names only what the article does not, or when nearly none of its telling words is there, nor a pair of characters of those that a dictionary does not know.
 */
export function createTopicCheck(article: Article): TopicCheck {
  const known = checks.get(article) ?? makeCheck(article);
  checks.set(article, known);
  return known;
}

type TopicCheck = (query: string) => boolean;
/** An article's words are read once. */
const checks = new WeakMap<Article, TopicCheck>();

function makeCheck(article: Article): TopicCheck {
  const beside = article.enrichment.flatMap(({ gloss, aliases, questions }) => [
    gloss ?? '',
    ...aliases,
    ...Object.values(questions).flat(),
  ]);
  const has = new Set(article.passages.map(({ field }) => field));
  const known = toSearchable([...article.passages.map(({ text }) => text), ...beside].join('\n'));
  const knowsName = (found: string) => known.shareOf(stemWord(foldText(found).text)) > 0;
  return (query) => {
    const whole = removeLeadIn(foldText(query).text);
    const folded = whole.replace(sum, ' ');
    const asksForSum = folded !== whole;
    const { fields, rest } = readFieldLabels(folded);
    const asksForField = [...fields].some((field) => has.has(field));
    // Where every noun has a capital, a label has one too.
    const names = (query.match(name) ?? []).filter(
      (found) => !asksForField || rest.includes(foldText(found).text),
    );
    if (names.length > 0 && !names.some(knowsName)) return false;
    const content = removeQuestionWords(asksForField ? rest : folded);
    const words = contentWords(content);
    const telling = words.filter((word) => !generalWords.has(word) && !(asksForSum && number.test(word)));
    if (telling.length === 0 && asksForSum) return false;
    if (telling.length === 0)
      return asksForField || words.length === 0 || words.some((word) => known.shareOf(word) > 0);
    // Words for kinds of things do not make up for more than one stranger.
    const strangers = telling.filter((word) => known.shareOf(word) === 0).length;
    const counted = strangers > 1 ? telling.filter((word) => !kindWords.has(word)) : telling;
    const share = counted.reduce((sum, word) => sum + known.shareOf(word), 0) / (counted.length || 1);
    return share >= leastKnown || loosePairs(content).some((pair) => known.shareOf(pair) > 0);
  };
}
