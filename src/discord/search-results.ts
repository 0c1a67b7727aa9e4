/**
 * The passages that a search found, a few a page, the words that were searched for in bold. The pager's ids carry the
 * passages and the message its query, so it works after a restart.
 */
import { UserError } from '../errors.ts';
import type { Article, Passage } from '../knowledge/article.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import { createFindWords, type FindWords, type Span } from '../knowledge/find-words.ts';
import { splitSentences } from '../knowledge/text/sentences.ts';
import { glossLine, placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { type ComponentHandler, defineCard } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { unescapeText } from './conversation-history.ts';
import { escapeLine, escapeShort } from './escape-text.ts';
import { quoteButtonId } from './evidence-ids.ts';
import { renderExcerpt } from './excerpt.ts';
import { pagerRow } from './pager.ts';
import { button, type Payload, rowsOf } from './payload.ts';

/** Places found, best first, and the page that is shown. */
interface Results {
  readonly version: string;
  readonly page: number;
  /** Indexes in the article's passages. */
  readonly passages: readonly number[];
}

export const maxResults = 15;
const pageSize = 5;
/** Of the query, in the title. */
const queryLength = 150;
const snippetLength = 250;
/** Of a passage that has a translation below it, and of that. */
const glossedLengths = { snippet: 110, gloss: 160 };

const resultsId = defineComponentId<Results>({
  name: 'results',
  toParts: ({ version, page, passages }) => [
    version,
    page,
    passages.map((index) => index.toString(36)).join('.'),
  ],
  fromParts([version = '', page, places = '', ...rest]) {
    const number = toWholeNumber(page);
    const passages = places.split('.').map((text) => Number.parseInt(text, 36));
    if (number === null || rest.length > 0 || passages.some(Number.isNaN)) return null;
    return { version, page: number, passages };
  },
});

/** The first page of what was found. */
export function renderResults(
  article: Article,
  query: string,
  found: readonly Passage[],
  translate: Translate,
): Payload {
  const title = translate('search.title', { query: `**${escapeShort(query, queryLength)}**` });
  if (found.length === 0) return { content: `${title}\n${translate('search.none')}`, components: [] };
  const indexOf = new Map(article.passages.map(({ id }, index) => [id, index]));
  const passages = found.slice(0, maxResults).flatMap(({ id }) => indexOf.get(id) ?? []);
  return renderPage(article, { version: article.version, page: 0, passages }, title, translate);
}

export const searchHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: resultsId,
    place: 'in-place',
    show: (results, { services: { article }, translate }, { message }) =>
      renderPage(article, results, message.content.split('\n', 1)[0] ?? '', translate),
  }),
];

/** The query as a title shows it: in bold, with no other bold in that line. */
function queryOf(title: string): string {
  return unescapeText(/(?<!\\)\*\*(.*)\*\*/u.exec(title)?.[1] ?? '');
}

function renderPage(article: Article, results: Results, title: string, translate: Translate): Payload {
  const first = results.page * pageSize;
  const shown = results.passages.slice(first, first + pageSize).map((index) => article.passages[index]);
  if (results.version !== article.version || shown.length === 0)
    throw new UserError('expired', 'the results are of another version of the article');
  const numbered = shown.map((passage, index) => {
    if (passage === undefined) throw new UserError('expired', 'there is no such passage');
    return { passage, number: first + index + 1 };
  });
  const find = createFindWords(queryOf(title));
  const lines = numbered.map(({ passage, number }) => {
    const place = escapeLine(placeOf(passage.paragraph, translate));
    return [`**[${number}] ${place}**`, ...excerptOf(article, passage, find, translate)].join('\n');
  });
  const range = { first: first + 1, last: first + shown.length, total: results.passages.length };
  return {
    content: [title, ...lines, `-# ${translate('search.page', range)}`].join('\n'),
    components: [
      ...rowsOf(numbered.map(({ passage, number }) => openButton(article, passage, number, translate))),
      ...pagerRow(
        results.page,
        Math.ceil(results.passages.length / pageSize) - 1,
        (page) => resultsId.encode({ ...results, page }),
        translate,
      ),
    ],
  };
}

/** The article's words, and their translation for those who need one or whose words only it has. */
function excerptOf(article: Article, passage: Passage, find: FindWords, translate: Translate): string[] {
  const translated = findGloss(article, passage, 'en');
  const isFoundThere = translated !== null && find(passage.text).length === 0 && find(translated).length > 0;
  const gloss = isFoundThere ? translated : findGloss(article, passage, translate.locale);
  if (gloss === null) return [renderExcerpt(passage.text, snippetLength, find)];
  const { snippet, gloss: length } = glossedLengths;
  const centre = isFoundThere ? sentenceOf(article, passage, find) : null;
  return [
    renderExcerpt(passage.text, snippet, find, centre),
    glossLine(renderExcerpt(gloss, length, find), translate),
  ];
}

/** The sentence of a passage whose translation has most of what is looked for. */
function sentenceOf(article: Article, { paragraph, start, text }: Passage, find: FindWords): Span | null {
  const ranked = splitSentences(text).map((sentence) => {
    const place = { paragraph, start: start + sentence.start, end: start + sentence.end };
    return { sentence, found: find(findGloss(article, place, 'en') ?? '').length };
  });
  return ranked.reduce((best, each) => (each.found > best.found ? each : best), {
    sentence: { start: 0, end: 0 },
    found: 0,
  }).sentence;
}

function openButton(article: Article, passage: Passage, number: number, translate: Translate) {
  const { paragraph, id, start, end, text } = passage;
  const customId = quoteButtonId(article, {
    marker: number,
    paragraph,
    passage: id,
    start,
    end,
    quote: text,
  });
  return button({ customId, label: `[${number}] ${placeOf(paragraph, translate)}` });
}
