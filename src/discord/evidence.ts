/** The evidence card: a paragraph with the exact words in bold, and ways to its neighbours. */
import { UserError } from '../errors.ts';
import type { Citation } from '../knowledge/answering/answer.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleText } from '../knowledge/article-versions.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import { glossLine, placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { type ComponentHandler, defineCard } from './component-handler.ts';
import { defineComponentId, toWholeNumber } from './component-ids.ts';
import { escapeLine, escapeShort, escapeText } from './escape-text.ts';
import { lengthOf, limits } from './limits.ts';
import { button, type Payload, rowsOf } from './payload.ts';
import { quotationButton } from './quotation.ts';
import type { Services } from './services.ts';
import { splitText } from './split-text.ts';

/** Exact words in a paragraph: UTF-16 offsets. */
interface Range {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A place in the article to look at: a paragraph, or a part of one that is too long for a message. */
interface View {
  /** The version of the article that the places are in. */
  readonly version: string;
  readonly paragraph: number;
  readonly part: number;
  /** The words that the reader came for; null for one who just reads. */
  readonly quote: Range | null;
}

/** A button under an answer: shows the words of one citation. The marker keeps ids of one message apart. */
const quoteId = defineComponentId<Range & { readonly version: string; readonly marker: number }>({
  name: 'quote',
  toParts: ({ version, marker, paragraph, start, end }) => [version, marker, paragraph, start, end],
  fromParts([version = '', ...rest]) {
    const [marker, paragraph, start, end] = rest.map(toWholeNumber);
    if (marker == null || paragraph == null || start == null || end == null) return null;
    return { version, marker, paragraph, start, end };
  },
});

/** A button of a card: shows another place, in the same message. */
const viewId = defineComponentId<View>({
  name: 'view',
  toParts: ({ version, paragraph, part, quote }) => [
    version,
    paragraph,
    part,
    ...(quote === null ? [] : [quote.paragraph, quote.start, quote.end]),
  ],
  fromParts([version = '', ...rest]) {
    const [paragraph, part, ...quoted] = rest.map(toWholeNumber);
    const [quoteParagraph, start, end] = quoted;
    if (paragraph == null || part == null) return null;
    if (quoted.length === 0) return { version, paragraph, part, quote: null };
    if (quoteParagraph == null || start == null || end == null) return null;
    return { version, paragraph, part, quote: { paragraph: quoteParagraph, start, end } };
  },
});

/** The custom id of the button that shows a citation's words. */
export function quoteButtonId(article: Article, { marker, paragraph, start, end }: Citation): string {
  return quoteId.encode({ version: article.version, marker, paragraph, start, end });
}

export const evidenceHandlers: readonly ComponentHandler[] = [
  defineCard({
    id: quoteId,
    place: 'private',
    async show(quote, { services, translate }) {
      const article = await findVersion(quote.version, services);
      const view = { version: quote.version, paragraph: quote.paragraph, part: 0, quote };
      const part = partsOf(article, quote.paragraph).findIndex(({ end }) => quote.start < end);
      return renderCard(article, { ...view, part }, services, translate);
    },
  }),
  defineCard({
    id: viewId,
    place: 'in-place',
    show: async (view, { services, translate }) =>
      renderCard(await findVersion(view.version, services), view, services, translate),
  }),
];

/** The article as it was when the answer was given. Throws `UserError('expired')` when that was never kept. */
async function findVersion(
  version: string,
  { article, articleVersions }: Pick<Services, 'article' | 'articleVersions'>,
): Promise<ArticleText> {
  if (version === article.version) return article;
  const older = await articleVersions.find(version);
  if (older === null) throw new UserError('expired', 'the button is of a version that was not kept');
  return older;
}

/** A card that says so where it shows an older version than the bot answers from now. */
function renderCard(
  article: ArticleText,
  view: View,
  services: Pick<Services, 'article'>,
  translate: Translate,
): Payload {
  const isOlder = article.version !== services.article.version;
  return renderView(article, view, translate, isOlder ? [translate('evidence.olderVersion')] : []);
}

/** A card of one paragraph from its beginning. Throws `UserError('paragraph-unknown')` when there is none of that number. */
export function renderParagraph(article: Article, paragraph: number, translate: Translate): Payload {
  if (article.paragraphs[paragraph] === undefined)
    throw new UserError('paragraph-unknown', `there is no paragraph ${paragraph}`, {
      last: article.paragraphs.length - 1,
    });
  return renderView(article, { version: article.version, paragraph, part: 0, quote: null }, translate);
}

/** Throws `UserError('expired')` when the place is not in this version of the article. */
function renderView(
  article: ArticleText,
  view: View,
  translate: Translate,
  notices: readonly string[] = [],
): Payload {
  const paragraph = article.paragraphs[view.paragraph];
  const parts = partsOf(article, view.paragraph);
  const part = parts[view.part];
  if (paragraph === undefined || part === undefined || !isIn(article, view.quote))
    throw new UserError('expired', 'the button leads to no place of the article');
  const shown = view.quote?.paragraph === view.paragraph ? view.quote : { start: 0, end: 0 };
  const title = [
    `**${escapeLine(placeOf(view.paragraph, translate))}**`,
    ...(paragraph.heading === null ? [] : [escapeShort(paragraph.heading, 150)]),
    ...(parts.length > 1 ? [translate('evidence.part', { part: view.part + 1, parts: parts.length })] : []),
  ].join(' · ');
  const text =
    view.paragraph === 0
      ? renderFields(article, paragraph.text, part, shown, translate)
      : embolden(paragraph.text, part, shown);
  const bold = shown.end > shown.start ? [translate('evidence.bold')] : [];
  const note = [...bold, ...notices].map((line) => `-# ${line}`);
  const taken = lengthOf([title, text, ...note].join('\n'));
  const gloss = renderGloss(article, view, part, limits.message - taken, translate);
  return {
    content: [title, text, ...gloss, ...note].join('\n'),
    components: rowsOf(buttonsOf(article, view, translate)),
  };
}

function isIn(article: ArticleText, quote: Range | null): boolean {
  if (quote === null) return true;
  const length = article.paragraphs[quote.paragraph]?.text.length ?? 0;
  return quote.start < quote.end && quote.end <= length;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Room for a paragraph in a message, beside its title and notes. Escaping at most doubles a text. */
const room = 1600;

function partsOf(article: ArticleText, number: number): readonly Part[] {
  const text = article.paragraphs[number]?.text ?? '';
  const pieces = lengthOf(escapeText(text)) <= room ? [text] : splitText(text, room / 2);
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += piece.length;
    return { start, end };
  });
}

/** The part's text, escaped, with what of the quote is in it in bold. */
function embolden(text: string, part: Part, quote: Part): string {
  const start = Math.min(Math.max(quote.start, part.start), part.end);
  const end = Math.max(Math.min(quote.end, part.end), start);
  const quoted = escapeText(text.slice(start, end));
  // What was cut apart unseen, such as a link, would come together again.
  if (quoted.trim() === '') return escapeText(text.slice(part.start, part.end));
  return [
    escapeText(text.slice(part.start, start)),
    `**${quoted}**`,
    escapeText(text.slice(end, part.end)),
  ].join('');
}

/** Less room than this is not worth a translation. */
const leastRoom = 100;

/** The translation of what the reader came for: of the quote where the part holds some of it, else of the part. */
function renderGloss(
  article: ArticleText,
  { paragraph, quote }: View,
  part: Part,
  roomLeft: number,
  translate: Translate,
): string[] {
  const isQuoted = quote?.paragraph === paragraph && quote.start < part.end && quote.end > part.start;
  const gloss = findGloss(article, { paragraph, ...(isQuoted ? quote : part) }, translate.locale);
  if (gloss === null || roomLeft < leastRoom) return [];
  const lineRoom = roomLeft - lengthOf(glossLine('', translate)) - 1;
  return [glossLine(escapeShort(gloss, lineRoom), translate)];
}

/** Paragraph 0, a field a line; a reader is told which it is. */
function renderFields(
  { passages }: ArticleText,
  text: string,
  part: Part,
  quote: Part,
  translate: Translate,
): string {
  const fields = passages.filter(
    ({ paragraph, start, end }) => paragraph === 0 && start < part.end && end > part.start,
  );
  const lines = fields.map((passage, index) => {
    const start = Math.max(passage.start, part.start);
    const end = Math.min(passage.start + passage.text.trimEnd().length, part.end);
    const isNew = passage.field !== null && passage.field !== fields[index - 1]?.field;
    const label = isNew ? translate(`field.${passage.field}`) : '';
    return `${label}${embolden(text, { start, end }, quote)}`;
  });
  return lines.join('\n');
}

function buttonsOf(article: ArticleText, view: View, translate: Translate) {
  const at = (paragraph: number, part: number): string => viewId.encode({ ...view, paragraph, part });
  const buttons = [];
  const previous = neighbour(article, view, -1);
  const next = neighbour(article, view, 1);
  if (previous !== null)
    buttons.push({
      customId: at(previous.paragraph, previous.part),
      label: translate('evidence.previous', { place: placeOf(previous.paragraph, translate) }),
    });
  if (next !== null)
    buttons.push({
      customId: at(next.paragraph, next.part),
      label: translate('evidence.next', { place: placeOf(next.paragraph, translate) }),
    });
  const { quote } = view;
  if (quote !== null && quote.paragraph !== view.paragraph) {
    const part = partsOf(article, quote.paragraph).findIndex(({ end }) => quote.start < end);
    const customId = at(quote.paragraph, part);
    // A neighbour's button may lead there already, and no two buttons may have the same id.
    if (buttons.every((one) => one.customId !== customId))
      buttons.push({ customId, label: translate('evidence.back') });
  }
  buttons.push(quotationButton({ version: view.version, ...wordsOf(article, view) }, translate));
  return buttons.map(button);
}

/** What a card is about: the quote where the paragraph has it, else what is shown of the paragraph. */
function wordsOf(article: ArticleText, { paragraph, part, quote }: View): Range {
  if (quote?.paragraph === paragraph) return quote;
  return { paragraph, ...(partsOf(article, paragraph)[part] ?? { start: 0, end: 0 }) };
}

function neighbour(article: ArticleText, { paragraph, part }: View, step: 1 | -1) {
  const parts = partsOf(article, paragraph);
  if (parts[part + step] !== undefined) return { paragraph, part: part + step };
  const beside = partsOf(article, paragraph + step);
  if (article.paragraphs[paragraph + step] === undefined) return null;
  return { paragraph: paragraph + step, part: step === 1 ? 0 : beside.length - 1 };
}
