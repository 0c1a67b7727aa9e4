/** Organisations and places, told by the noun of their class: 人社部门, 思南县, the commerce department. */
import type { Article } from '../../article.ts';
import { splitSentences } from '../../text/sentences.ts';
import { findArticleNames } from './article-names.ts';
import type { Evidence } from './evidence.ts';
import { makeSkeleton } from './skeleton.ts';

/** Whose members have names of their own: one that the passages do not have is another one, or invented. */
const named = '学院|大学|集团|银行|基金会|红十字会|发改委|研究院';
/** The same, but 来自省 and 包括市 are none: what stands before must be no word of the language. */
const ranks = '自治县|县|市|省|州';
/** Whose members are often called by other words (健卫系统, 卫生部门): only another one of the article is an exchange. */
const described = '部门|系统|公司|协会|委员会|办事处|医院|扶贫办|中心|基地|小组|服务站';
const bodyHan = new RegExp(`(\\p{Script=Han}{2})(?:(${named})|(${ranks})|(?:${described}))`, 'gu');
/** Before a class these say which or how many. */
const noName =
  /[一二三四五六七八九十几多各全本该此其每两个的在和与及对到是为所家要整让将被把由从等也都就还有以]|当地|相关|有关|地方|双方|贫困|协作/u;

const classesEnglish =
  'department|system|bureau|office|college|institute|university|association|company|bank|committee|commission|society|county|city|province';
const bodyEnglish = new RegExp(
  `\\b(\\p{L}{4,}) (?:${classesEnglish})(?:s|es)?\\b|\\b(?:${classesEnglish})(?:s|es)? of (?:the )?(\\p{L}{4,})`,
  'giu',
);
/** A place that something is in, comes from or goes to. */
const placeEnglish = /\b(?:in|from|to|at) (?:the )?(\p{Lu}\p{Ll}{3,})/gu;

/**
 * Finds an organisation or a place that the cited passages do not have: another one of the article, or, of the classes
 * whose members have names, one that it does not know at all. Returns it as the statement spells it, or null.
 */
export function findStrangeBody(text: string, evidence: Evidence): string | null {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u.test(text)
    ? null
    : (findStrangeHan(text, evidence) ?? findStrangeWord(text, evidence));
}

/** Nothing is a name across them: 文章说：“研究院…”. */
const breaks = /[，。；：！？、“”‘’「」《》（）,;:!?()"\n]/u;

function findStrangeHan(text: string, evidence: Evidence): string | null {
  const { article, texts, aliases, questions } = evidence;
  const beside = [...aliases, ...questions, article.title, article.authorNote];
  const cited = fold([...texts, ...beside]);
  const quoted = fold([...quotedSentences(evidence), ...beside]);
  const whole = fold(everythingOf(article));
  const bases = findArticleNames(article).own.map((name) => makeSkeleton(name).text);
  const statement = text
    .split(breaks)
    .map((part) => makeSkeleton(part).text)
    .join('\n');
  const starts = wordStarts(statement);
  for (const { 0: body, 1: name = '', 2: isNamed, 3: isRank, index } of statement.matchAll(bodyHan)) {
    if (noName.test(name) || (isNamed === undefined && !starts.has(index))) continue;
    if (isRank !== undefined) {
      const isWord = !starts.has(index + 1);
      const isKnown = bases.some((base) => base.endsWith(name) || base.startsWith(name));
      if (!isWord && !isKnown && !cited.includes(name)) return body;
    } else if (isNamed !== undefined) {
      if (!cited.includes(body)) return body;
    } else if (!quoted.includes(body) && whole.includes(body)) return body;
  }
  return null;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin: a name that no dictionary has is read letter by letter. */
function wordStarts(text: string): ReadonlySet<number> {
  return new Set([...words.segment(text)].map(({ index }) => index));
}

function quotedSentences({ places, article }: Evidence): string[] {
  return places.flatMap(({ paragraph, start, end }) => {
    const text = article.paragraphs[paragraph]?.text ?? '';
    return splitSentences(text)
      .filter((sentence) => sentence.start < end && sentence.end > start)
      .map((sentence) => text.slice(sentence.start, sentence.end));
  });
}

function everythingOf({ paragraphs, keywords }: Article): string[] {
  return [...paragraphs.flatMap(({ text, heading }) => [text, heading ?? '']), ...keywords];
}

function fold(texts: readonly string[]): string {
  return texts.map((text) => makeSkeleton(text).text).join('\n');
}

function findStrangeWord(text: string, { article, glosses, aliases, questions }: Evidence): string | null {
  if (glosses.length === 0) return null;
  const known = [...glosses, ...aliases, ...questions].join('\n').toLowerCase();
  const all = article.enrichment.map(({ gloss }) => (gloss ?? '').toLowerCase());
  const isElsewhere = (words: string) => all.some((gloss) => gloss.includes(words));
  const isBodyElsewhere = (name: string) =>
    isElsewhere(name) && all.some((gloss) => bodyNamed(name).test(gloss));
  for (const [body, before, after] of text.matchAll(bodyEnglish)) {
    const name = before ?? after ?? '';
    if (!known.includes(name.toLowerCase()) && isBodyElsewhere(name.toLowerCase())) return body;
  }
  for (const [, name = ''] of text.matchAll(placeEnglish)) {
    const place = name.toLowerCase();
    if (!known.includes(place) && isElsewhere(place) && !isEverywhere(place, all)) return name;
  }
  return null;
}

/** The commerce department, the departments of commerce. */
function bodyNamed(name: string): RegExp {
  return new RegExp(
    `\\b${name} (?:${classesEnglish})|(?:${classesEnglish})(?:s|es)? (?:of|for) (?:\\p{L}+ and )?${name}\\b`,
    'u',
  );
}

/** What the whole article is about may be named anywhere. */
function isEverywhere(place: string, glosses: readonly string[]): boolean {
  return glosses.filter((gloss) => gloss.includes(place)).length > 2;
}
