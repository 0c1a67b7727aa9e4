/** The passages that a search found, a few a page. The pager's ids carry the passages, so it works after a restart. */
import { UserError } from '../errors.ts';
import type { Article, Passage } from '../knowledge/article.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import { glossLine, placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { type ComponentHandler, defineCard } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { escapeLine, escapeShort } from './escape-text.ts';
import { quoteButtonId } from './evidence.ts';
import { type ButtonParts, button, type Payload, rowsOf } from './payload.ts';

/** Places found, best first, and the page that is shown. */
interface Results {
  readonly version: string;
  readonly page: number;
  /** Indexes in the article's passages. */
  readonly passages: readonly number[];
}

export const maxResults = 15;
const pageSize = 5;
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
export function renderResults(article: Article, found: readonly Passage[], translate: Translate): Payload {
  if (found.length === 0) return { content: translate('search.none'), components: [] };
  const indexOf = new Map(article.passages.map(({ id }, index) => [id, index]));
  const passages = found.slice(0, maxResults).flatMap(({ id }) => indexOf.get(id) ?? []);
  return renderPage(article, { version: article.version, page: 0, passages }, translate);
}

export const searchHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: resultsId,
    place: 'in-place',
    show: (results, { services: { article }, translate }) => renderPage(article, results, translate),
  }),
];

function renderPage(article: Article, results: Results, translate: Translate): Payload {
  const first = results.page * pageSize;
  const shown = results.passages.slice(first, first + pageSize).map((index) => article.passages[index]);
  if (results.version !== article.version || shown.length === 0)
    throw new UserError('expired', 'the results are of another version of the article');
  const numbered = shown.map((passage, index) => {
    if (passage === undefined) throw new UserError('expired', 'there is no such passage');
    return { passage, number: first + index + 1 };
  });
  const lines = numbered.map(({ passage, number }) => {
    const place = escapeLine(placeOf(passage.paragraph, translate));
    return [`**[${number}] ${place}**`, ...excerptOf(article, passage, translate)].join('\n');
  });
  const range = { first: first + 1, last: first + shown.length, total: results.passages.length };
  return {
    content: [...lines, `-# ${translate('search.page', range)}`].join('\n'),
    components: [
      ...rowsOf(numbered.map(({ passage, number }) => openButton(article, passage, number, translate))),
      ...rowsOf(pagerButtons(results, translate).map(button)),
    ],
  };
}

function excerptOf(article: Article, passage: Passage, translate: Translate): string[] {
  const gloss = findGloss(article, passage, translate.locale);
  if (gloss === null) return [escapeShort(passage.text, snippetLength)];
  const { snippet, gloss: length } = glossedLengths;
  return [escapeShort(passage.text, snippet), glossLine(escapeShort(gloss, length), translate)];
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

function pagerButtons(results: Results, translate: Translate): ButtonParts[] {
  const last = Math.ceil(results.passages.length / pageSize) - 1;
  const at = (page: number): string => resultsId.encode({ ...results, page });
  return [
    ...(results.page > 0 ? [{ customId: at(results.page - 1), label: translate('search.previous') }] : []),
    ...(results.page < last ? [{ customId: at(results.page + 1), label: translate('search.next') }] : []),
  ];
}
