/** How an evidence card looks: a paragraph in a container, with the exact words in bold and the ways on from it. */
import { UserError } from '../errors.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleText } from '../knowledge/article-versions.ts';
import { findGloss } from '../knowledge/find-gloss.ts';
import { glossLine, placeOf } from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { escapeLine, escapeShort } from './escape-text.ts';
import { quoteAt, type Range, type View } from './evidence-ids.ts';
import { actionsOf, openButton, waysOn } from './evidence-ways.ts';
import { lengthOf, limits } from './limits.ts';
import { type Part, partsOf, renderPart } from './paragraph-text.ts';
import { divider, inContainer, type Payload, rowsOf, textDisplay } from './payload.ts';

const colour = 0x4f7cd1;
const headingLength = 150;
/** Room for the line that says who posted a card. */
const noteRoom = 100;
/** Less room than this is not worth a translation. */
const leastRoom = 100;

interface CardLayout {
  readonly translate: Translate;
  /** Whether the bot answers from a newer version by now. */
  readonly isOlder: boolean;
  /** The line that says who shows it to all; from there each opens a card of their own. */
  readonly postedBy?: string;
}

/** A card of a place. Throws `UserError('expired')` when the place is not in this version of the article. */
export function renderCard(article: ArticleText, view: View, layout: CardLayout): Payload {
  const { translate, isOlder, postedBy } = layout;
  const { title, text, isBold, part } = showPlace(article, view, translate);
  const quiet = [
    ...(isBold ? [translate('evidence.bold')] : []),
    ...(isOlder ? [translate('evidence.olderVersion')] : []),
    ...(postedBy === undefined ? [] : [postedBy]),
  ].map((line) => `-# ${line}`);
  const room = limits.message - noteRoom - lengthOf([title, text, ...quiet].join('\n'));
  const gloss = glossOf(article, view, part, room, translate);
  const shownGloss = view.glossed && gloss !== null ? [gloss] : [];
  const isPosted = postedBy !== undefined;
  const ways = isPosted ? [] : rowsOf(waysOn(article, view, translate));
  const below = rowsOf(
    isPosted ? openButton(view, translate) : actionsOf(article, view, gloss !== null, translate),
  );
  return inContainer({
    colour,
    inside: [
      textDisplay(title),
      textDisplay(text),
      ...shownGloss.flatMap((line) => [divider, textDisplay(line)]),
      ...(quiet.length === 0 ? [] : [textDisplay(quiet.join('\n'))]),
      ...ways,
    ],
    below,
    asText: { content: [title, text, ...shownGloss, ...quiet].join('\n'), components: [...ways, ...below] },
  });
}

/** A card of one paragraph from its beginning. Throws `UserError('paragraph-unknown')` when there is none of that number. */
export function renderParagraph(article: Article, paragraph: number, translate: Translate): Payload {
  if (article.paragraphs[paragraph] === undefined)
    throw new UserError('paragraph-unknown', `there is no paragraph ${paragraph}`, {
      last: article.paragraphs.length - 1,
    });
  const { version } = article;
  // Who reads has nothing else to go by.
  const view = { version, paragraph, part: 0, quotes: [], at: null, glossed: true };
  return renderCard(article, view, { translate, isOlder: false });
}

/** The part of the paragraph that is looked at, under its place and heading. */
function showPlace(article: ArticleText, view: View, translate: Translate) {
  const paragraph = article.paragraphs[view.paragraph];
  const parts = partsOf(article, view.paragraph);
  const part = parts[view.part];
  const quote = quoteAt(view);
  if (paragraph === undefined || part === undefined || !view.quotes.every((each) => isIn(article, each)))
    throw new UserError('expired', 'the button leads to no place of the article');
  const shown = quote?.paragraph === view.paragraph ? quote : null;
  const marker = shown === null ? '' : `[${shown.marker}] `;
  const title = [
    `### ${marker}${escapeLine(placeOf(view.paragraph, translate))}`,
    ...(paragraph.heading === null ? [] : [escapeShort(paragraph.heading, headingLength)]),
    ...(parts.length > 1 ? [translate('evidence.part', { part: view.part + 1, parts: parts.length })] : []),
  ].join(' · ');
  const text = renderPart(article, view.paragraph, part, shown ?? { start: 0, end: 0 }, translate);
  return { title, text, part, isBold: shown !== null };
}

function isIn(article: ArticleText, quote: Range): boolean {
  const length = article.paragraphs[quote.paragraph]?.text.length ?? 0;
  return quote.start < quote.end && quote.end <= length;
}

/** The translation of what the reader came for: of the quote where the part holds some of it, else of the part. */
function glossOf(
  article: ArticleText,
  view: View,
  part: Part,
  roomLeft: number,
  translate: Translate,
): string | null {
  const quote = quoteAt(view);
  const { paragraph } = view;
  const isQuoted = quote?.paragraph === paragraph && quote.start < part.end && quote.end > part.start;
  const gloss = findGloss(article, { paragraph, ...(isQuoted ? quote : part) }, translate.locale);
  if (gloss === null || roomLeft < leastRoom) return null;
  const lineRoom = roomLeft - lengthOf(glossLine('', translate)) - 1;
  return glossLine(escapeShort(gloss, lineRoom), translate);
}
