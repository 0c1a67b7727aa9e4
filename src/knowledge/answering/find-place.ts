/** Questions what a part of the article says: “¶7 讲了什么？”, “What does the section ‘Health’ say?”. */
import type { Article, Paragraph, Passage } from '../article.ts';
import { lettersOf, sectionName, sectionsOf } from '../sections.ts';
import { foldText } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import type { Plan } from './plan-question.ts';
import { noUsage } from './usage.ts';

/** A part of the article that a question names; without passages where the article has no such paragraph. */
export interface NamedPlace {
  readonly paragraphs: readonly number[];
  readonly passages: readonly Passage[];
}

const numeral = '(\\d{1,4}|[一二三四五六七八九十百]{1,5})';
const paragraphPatterns = [
  '¶ ?(\\d{1,4})',
  `第 ?${numeral} ?个?(?:自然)?(?:段落?|문단|단락)`,
  '(\\d{1,4}) ?번째 ?(?:문단|단락)',
  '(?:문단|단락|段落) ?(\\d{1,4})',
  '(\\d{1,4})(?:st|nd|rd|th) paragraph(?![\\wà-ÿ])',
  '(?<![\\wà-ÿ])(?:paragraph|paragraphe|absatz|párrafo|parágrafo) (?:no\\.? ?|# ?)?(\\d{1,4})',
].map((pattern) => new RegExp(foldText(pattern).text, 'u'));

/** All that such a question says besides naming the place; anything more asks for something in it. */
const asking = new RegExp(
  foldText(
    [
      '这一?个?|部分|小节|章节|[章节篇]|自然段|段落?|标题|下面|里面?|中|主要|大概|都|在|的|内容|[是说讲写谈]|介绍|提到|了|些|什么|啥|哪些|呢|请|概括|总结|归纳|一下|关于|有|文章|本文',
      'この|その|節|段落|見出し|では|には|[にはでのをとが]|何が?|書かれて|書いて|述べられて|述べて|言って|いますか|いる|ありますか|か|要約して|ください|教えて',
      '이|그|부분|[절장은는가을를의]|단락|문단|섹션|항목|에서는?|에는?|무엇을?|무슨|뭐라고|뭐|내용(?:이|은)?|(?:말|설명)하(?:고|나요|는|며)?|다루고?|적혀|쓰여|라고|있(?:나요|습니까|어요)?|인가요|하나요|요약|해|주세요',
      `(?<![\\wà-ÿ])(?:${[
        'what|does|do|is|in|the|of|this|that|under|section|part|paragraph|chapter|heading|says?|said|about|tell|us|me|summari[sz]e|summary|contents?|please|article|written',
        "que|qu|est|ce|dit|l|la|le|les|partie|paragraphe|de|du|dans|quoi|résume[rz]?|d'",
        'was|steht|sagt|im|der|die|das|dem|den|abschnitt|absatz|teil|kapitel|worum|geht|es|fasse|zusammen',
        'qué|dice|el|sección|apartado|parte|párrafo|en|se|resume',
        'o|a|diz|seção|secção|parágrafo|trecho|resuma|no|na|do|da',
      ].join('|')})(?![\\wà-ÿ])`,
    ].join('|'),
  ).text,
  'gu',
);

/** The part of the article that a question asks about as a whole; null for every other question. */
export function findPlace(question: string, article: Article): NamedPlace | null {
  return findNumbered(question, article) ?? findSection(question, article);
}

/** The number of the paragraph that a text names in any of the languages; null where it names none. */
export function findParagraphNumber(text: string): { readonly number: number; readonly rest: string } | null {
  const folded = foldText(text).text;
  for (const pattern of paragraphPatterns) {
    const match = pattern.exec(folded);
    const number = match === null ? null : numberOf(match[1] ?? '');
    if (match !== null && number !== null) return { number, rest: folded.replace(match[0], ' ') };
  }
  return null;
}

/** A plan that finds a place by its name: it needs no search, and a model is told that what it is shown is the place. */
export function planForPlace(question: string, { passages }: NamedPlace): Plan {
  return {
    query: `${question} (What do these passages say?)`,
    understoodAs: null,
    hits: passages.map((passage, index) => ({ passage, score: 1 / (index + 1), terms: [] })),
    usage: noUsage,
  };
}

function numberOf(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  const value = findNumbers(digits)[0]?.value;
  return value === undefined || value === null ? null : Number(value);
}

function findNumbered(question: string, article: Article): NamedPlace | null {
  const found = findParagraphNumber(question);
  if (found === null || !isAsking(found.rest)) return null;
  return placeOf([found.number], article);
}

const namesKept = new WeakMap<Article, readonly SectionNames[]>();

interface SectionNames {
  readonly letters: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Kept, because every question is compared with them. */
function namesOf(article: Article): readonly SectionNames[] {
  const kept = namesKept.get(article);
  if (kept !== undefined) return kept;
  const names = sectionsOf(article).flatMap(({ heading, paragraphs }) =>
    heading === null
      ? []
      : [heading, sectionName(heading)].map((name) => ({ letters: lettersOf(name), paragraphs })),
  );
  namesKept.set(article, names);
  return names;
}

function findSection(question: string, article: Article): NamedPlace | null {
  const asked = lettersOf(question);
  const named = namesOf(article);
  const found = named
    .filter(({ letters }) => letters !== '' && asked.includes(letters))
    .sort((one, other) => other.letters.length - one.letters.length)[0];
  if (found === undefined || !isAsking(withoutLetters(foldText(question).text, found.letters))) return null;
  return placeOf(
    found.paragraphs.map(({ number }) => number),
    article,
  );
}

/** The text before and after the letters, whatever stands between them. */
function withoutLetters(folded: string, letters: string): string {
  const units = [...folded].map((text) => ({ text, isLetter: /[\p{L}\p{N}]/u.test(text) }));
  const before = lettersOf(folded).indexOf(letters);
  let seen = 0;
  return units
    .map(({ text, isLetter }) => {
      if (!isLetter) return text;
      seen += text.length;
      return seen > before && seen <= before + letters.length ? ' ' : text;
    })
    .join('');
}

function isAsking(rest: string): boolean {
  const left = rest.replace(asking, ' ');
  return left !== rest && !/[\p{L}\p{N}]/u.test(left);
}

function placeOf(paragraphs: readonly number[], { passages }: Article): NamedPlace {
  return {
    paragraphs,
    passages: passages.filter(({ field, paragraph }) => field === null && paragraphs.includes(paragraph)),
  };
}
