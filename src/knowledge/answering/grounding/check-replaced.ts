/** Names, and words that exclude each other, put in place of the article's own in a clause that copies it. */
import type { Article } from '../../article.ts';
import { foldText } from '../../text/fold.ts';
import { findNumbers } from '../../text/numbers.ts';
import { countContent } from './content.ts';
import { everydayWords } from './everyday-words.ts';
import type { Evidence } from './evidence.ts';
import { isNameLike, readSurname } from './name-shapes.ts';
import { findNearCopies, type Gap, type NearCopy } from './near-copies.ts';
import { makeSkeleton } from './skeleton.ts';

/** What may stand for a name, or a name for it. */
const standIns =
  /^(?:[他她它牠我你您谁其]们?的?.{0,3}|[该此这那某本各].*)$|[两二双][地方国者人个县市校队家]|当[地时年]|^(?:it|its|he|his|him|she|her|they|their|them|this|that|these|those|there|here|who|which|both|one|ones)$/u;
/** Of each set one excludes the others. */
const opposites = [
  '新旧老',
  '东西南北',
  '男女',
  '前后',
  '上下',
  '左右',
  '内外',
  '省市县区镇乡村州国',
  '父母',
  '兄弟姐妹',
  '早晚',
  '高低',
  '大小',
  '多少',
  '春夏秋冬',
  '胜负败',
  '生死',
  '买卖',
  '首末',
];

/** Finds words that stand in a copied clause where the article has others that exclude them. Returns them, or null. */
export function findReplaced(statement: string, evidence: Evidence): string | null {
  const copies = findNearCopies(statement, [...evidence.paragraphs, ...evidence.glosses]);
  for (const copy of copies) {
    if (denied.test(copy.clause)) continue;
    for (const gap of copy.gaps) {
      if (isSpliced(gap)) return gap.right;
      if (isOtherNumber(gap, evidence)) return gap.said;
      const pair: Pair = [trim(gap.said), trim(gap.known)];
      for (const [said, known] of [pair, withoutShared(pair), withSurname(pair, gap)]) {
        if (isExchanged({ said, known, gap, copy, copies }, evidence)) return said;
      }
    }
  }
  return null;
}

/** “A 捐了甲，B 捐了乙” told as “A 捐了乙”: the beginning of one clause with the end of another that is built alike. */
function isSpliced({ said, begun, left, right }: Gap): boolean {
  if (said !== '' || begun.length < 2 || !/\p{Script=Han}{2}$/u.test(begun)) return false;
  return isNameLike(begun, right) || (begun.length > 3 && left.endsWith(begun.slice(-2)));
}

/** 一个月 for 7个月: a word that is often no number, where the article has one, and nowhere that of the word. */
function isOtherNumber({ said, known, right }: Gap, { paragraphs }: Evidence): boolean {
  const [one, other] = [said, known].map((words) => {
    const [number, ...more] = findNumbers(words + right.slice(0, 3)).filter(
      ({ start }) => start < words.length,
    );
    const isAlone =
      number !== undefined && more.length === 0 && number.start === 0 && number.end >= words.length;
    return isAlone ? number : null;
  });
  if (one == null || one.certain || other == null || one.exact === other.exact) return false;
  return !paragraphs.some((text) => findNumbers(text).some(({ exact }) => exact === one.exact));
}

interface Exchange {
  readonly said: string;
  readonly known: string;
  readonly gap: Gap;
  readonly copy: NearCopy;
  readonly copies: readonly NearCopy[];
}

function isExchanged({ said, known, gap, copy, copies }: Exchange, evidence: Evidence): boolean {
  if (said === '' || known === '' || said.includes(known) || known.includes(said)) return false;
  if (standIns.test(said) || standIns.test(known)) return false;
  const cited = citedText(evidence);
  if (isContinued(gap, cited)) return false;
  if (opposites.some((set) => set.includes(said) && set.includes(known))) return true;
  const isWithin = gap.left.length > 1 && gap.right.length > 1;
  if (known.length > (isWithin ? 3 : 2) * said.length + 1) return false;
  if (said.length < 2 || known.length < 2) return false;
  const isInSentence = copy.source.includes(said);
  const isCounted = counted.test(gap.left) && [...known].some((letter) => !said.includes(letter));
  const isEveryday = everydayWords.test(said) || everydayWords.test(known);
  if (isEveryday && !(isInSentence && isCounted)) return false;
  const isName = (words: string) =>
    isLatin.test(words)
      ? countContent(words) > 0 && isKnownName(words, evidence)
      : isNameLike(words, gap.right) || isTitle(words, evidence.article) || isPlace(words, evidence.article);
  if (isInSentence) {
    // In the same sentence it is another's place only if that one is gone, or has taken its place.
    const isGone =
      (isCounted || (isName(said) && isName(known))) && !copies.some(({ clause }) => clause.includes(known));
    return isGone || isSwapped(said, known, copies);
  }
  if (isLatin.test(said) ? isLatin.test(known) && isName(said) : wholeText(evidence.article).includes(said))
    return true;
  return isName(said) && isName(known) && !cited.includes(said);
}

/** All that is cited, and what is kept beside it. */
function citedText({ paragraphs, aliases, questions, article }: Evidence): string {
  return foldAll([...paragraphs, ...aliases, ...questions, article.title, article.authorNote]);
}

/** What an article calls by its rank elsewhere: 铜仁, for 铜仁市. */
function isPlace(words: string, article: Article): boolean {
  return (
    words.length < 5 &&
    /^\p{Script=Han}+$/u.test(words) &&
    ['省', '市', '县', '州', '镇'].some((rank) => wholeText(article).includes(words + rank))
  );
}

/** What is counted stands behind: 12家…. */
const counted = /\p{N}\p{Script=Han}$/u;

function isTitle(words: string, article: Article): boolean {
  return article.paragraphs.some(({ text }) => foldText(text).text.includes(`《${words}》`));
}

/** The article has these words beside each other elsewhere. */
function isContinued({ left, said, right }: Gap, cited: string): boolean {
  return left !== '' && right !== '' && cited.includes(left.slice(-2) + said + right.slice(0, 2));
}

function isSwapped(said: string, known: string, copies: readonly NearCopy[]): boolean {
  return copies.some(({ gaps }) =>
    gaps.some((other) => trim(other.said).includes(known) && trim(other.known).includes(said)),
  );
}

/** A clause that begins so says what is not the case. */
const denied = /^(?:而)?(?:不是|并非|并不是|非|not|rather than|instead of)/u;
const isLatin = /^[\p{Script=Latin}\s]+$/u;

/** Words that begin with capitals amid a sentence of the article or of its glosses. */
function isKnownName(words: string, { article, glosses }: Evidence): boolean {
  const spelled = new RegExp(
    `(?<!^|[.!?。！？]["”]? ?)(?<!\\p{Script=Latin})${words.split(' ').join('[ -]')}(?!\\p{Script=Latin})`,
    'giu',
  );
  return [...article.paragraphs.map(({ text }) => text), ...glosses].some((text) =>
    [...text.matchAll(spelled)].some(([name]) => /^\p{Lu}/u.test(name)),
  );
}

const trimmed =
  /^[的了在是和与及或由被把将对为以于从到向给等也都又还就共并而个名位时年月日第们着过\s一二三四五六七八九十百千万亿两\d.,%]+|[的了在是和与及或由被把将对为以于从到向给等也都又还就共并而个名位中里上下后前时年月日们之地得着过\s一二三四五六七八九十百千万亿两\d.,%]+$/gu;

/** 启山 for 青 behind 罗: names that begin alike. */
function withSurname([said, known]: Pair, { left }: Gap): Pair {
  const surname = readSurname(left);
  const areGiven = [said, known].every((given) => /^\p{Script=Han}{1,2}$/u.test(given));
  return areGiven && surname !== '' ? [surname + said, surname + known] : ['', ''];
}

type Pair = readonly [said: string, known: string];

/** Both without the letters that they share at either end. */
function withoutShared([said, known]: Pair): Pair {
  let [one, other] = [said, known];
  while (one !== '' && one.at(-1) === other.at(-1)) [one, other] = [one.slice(0, -1), other.slice(0, -1)];
  while (one !== '' && one.charAt(0) === other.charAt(0)) [one, other] = [one.slice(1), other.slice(1)];
  return [one, other];
}

function trim(words: string): string {
  return words.replace(trimmed, '');
}

function foldAll(texts: readonly string[]): string {
  return texts.map((text) => makeSkeleton(text).text).join('\n');
}

const wholes = new WeakMap<Article, string>();

function wholeText(article: Article): string {
  const text =
    wholes.get(article) ?? foldAll(article.paragraphs.map((paragraph) => foldText(paragraph.text).text));
  wholes.set(article, text);
  return text;
}
