/** How an answer looks: an answer in, messages out. */
import type { APIComponentInContainer } from 'discord.js';
import type { Answer, Outcome } from '../knowledge/answering/answer.ts';
import { maxQuestionLength } from '../knowledge/answering/check-question.ts';
import type { Progress } from '../knowledge/answering/progress.ts';
import type { Article } from '../knowledge/article.ts';
import {
  type CitationText,
  citationLine,
  describeAnswer,
  describeProgress,
  glossLine,
  quoteInMarks,
  type StatementText,
  type Waiting,
} from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { answerActions } from './answer-actions.ts';
import {
  type Block,
  citationsOf,
  fixedBlock,
  type Page,
  paginate,
  sectionsOf,
  statementBlock,
} from './answer-pages.ts';
import { furtherButton } from './ask-further.ts';
import { escapeLine, escapeShort } from './escape-text.ts';
import { quoteButtonId } from './evidence-ids.ts';
import { feedbackButtons } from './feedback.ts';
import { choiceButtons, correctButton } from './further-question.ts';
import { type GapOffer, gapButtons } from './gap-offers.ts';
import { lengthOf, limits } from './limits.ts';
import { button, divider, inContainer, type Payload, rowsOf, section, textDisplay } from './payload.ts';

/** What is shown around an answer, finished or not. */
interface Framing {
  readonly article: Article;
  readonly translate: Translate;
  /** The question, where it does not stand above the answer already. */
  readonly question: string | null;
  /** A quiet line at the top, such as why the answer is private. */
  readonly notice: string | null;
}

/** What is shown around an answer that is finished. */
interface AnswerLayout extends Framing {
  /** Whether a thread to go on in is offered. */
  readonly offersThread: boolean;
  /** Who asked, and may ask again or take the answer away. */
  readonly askerId: string;
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** Names the answer in a vote on it; without one it is not voted on. */
  readonly answerId?: string;
  /** How moderators can be reached where the article does not say; null or absent for not at all. */
  readonly gapOffer?: GapOffer;
}

const colours: Readonly<Record<Outcome, number>> = {
  answered: 0x2e9e6b,
  partly: 0xd9902f,
  'not-in-article': 0x8a8f98,
  'off-topic': 0x8a8f98,
  unclear: 0x4f7cd1,
  'small-talk': 0x4f7cd1,
};
const unfinishedColour = 0x8a8f98;

/** With their buttons, as many as fit into Discord's 40 components beside all else. */
const citationsOfPage = 8;
/** Room for the quiet line at the end of every page. */
const footerRoom = 320;
const titleLength = 40;
const lineLength = 300;
const headingLength = 40;
/** The question on later pages. */
const againLength = 200;
/** Room for a translation on a page that has little else, and beside another one. */
const glossLength = 1200;
const nearestGlossLength = 420;

/** The messages that show an answer: one, or as many pages as it takes. Text of others in them is escaped. */
export function renderAnswer(answer: Answer, layout: AnswerLayout): readonly Payload[] {
  const { translate } = layout;
  const words = describeAnswer(answer, layout.article, translate);
  const linesOf = new Map(words.citations.map((line) => [line.citation.marker, line]));
  const blocks: Block[] = [
    ...headOf(layout, words.understoodAs, words.lead),
    ...words.statements.map((statement) => blockOf(statement, linesOf, translate)),
  ];
  if (words.nearest !== null) blocks.push(fixedBlock('nearest', words.nearest.lead, words.nearest.citations));
  if (words.suggestions !== null) {
    const lines = words.suggestions.questions.map((question) => `• ${escapeShort(question, lineLength)}`);
    blocks.push(fixedBlock('suggestions', [words.suggestions.lead, ...lines].join('\n')));
  }
  const pages = paginate(blocks, againOf(layout), (page) => fits(page, layout));
  return pages.map((page, index) => {
    const number = { page: index + 1, pages: pages.length };
    const quiet = [
      ...(words.footer === null ? [] : [words.footer]),
      ...(answer.outcome === 'small-talk' ? [] : [describeArticle(layout)]),
      ...(pages.length === 1 ? [] : [translate('answer.footer.page', number)]),
    ].join(' · ');
    const isFirst = index === 0;
    const isLast = number.page === number.pages;
    const offers = [
      ...(isFirst && words.understoodAs !== null ? [correctButton(translate)] : []),
      ...(isLast ? choiceButtons(answer) : []),
      ...(isLast ? [furtherButton(layout)] : []),
      ...answerActions({ ...layout, isFirst }),
      ...(isLast && layout.answerId !== undefined ? feedbackButtons(layout.answerId, translate) : []),
      ...(isLast ? gapButtons(answer, layout) : []),
    ];
    return toPayload(page, { layout, quiet, offers, colour: colours[answer.outcome] });
  });
}

/** An unfinished answer: its stage, and the statements that have been checked so far, on one page, without buttons. */
export function renderProgress(progress: Progress | Waiting, layout: Framing): Payload {
  const statements = progress.stage === 'answering' ? progress.statements : [];
  const blocks = [
    ...headOf(layout, null, null),
    ...statements.map((statement) => blockOf({ ...statement, gloss: null }, new Map(), layout.translate)),
  ];
  const page = paginate(blocks, againOf(layout), (each) => fits(each, layout)).at(-1) ?? [];
  const quiet = describeProgress(progress, layout.translate);
  return toPayload(page, { layout, quiet, offers: [], colour: unfinishedColour });
}

function headOf({ question, notice }: Framing, understoodAs: string | null, lead: string | null): Block[] {
  const head = [
    ...(notice === null ? [] : [`-# ${notice}`]),
    ...(question === null ? [] : [`> ${escapeShort(question, maxQuestionLength)}`]),
    ...(understoodAs === null ? [] : [`-# ${escapeShort(understoodAs, lineLength)}`]),
    ...(lead === null ? [] : [escapeShort(lead, lineLength)]),
  ];
  return head.length === 0 ? [] : [fixedBlock('head', head.join('\n'))];
}

/** On later pages, so that each says what it answers, to readers and to `conversation-history.ts`. */
function againOf({ question }: Framing): Block[] {
  return question === null ? [] : [fixedBlock('head', `> ${escapeShort(question, againLength)}`)];
}

function blockOf(
  { text, markers, gloss }: StatementText,
  linesOf: ReadonlyMap<number, CitationText>,
  translate: Translate,
): Block {
  return statementBlock({
    text,
    markers,
    citations: markers.flatMap((marker) => linesOf.get(marker) ?? []),
    after: glossOf(gloss, glossLength, translate),
    mark: (piece, marked) => [escapeLine(piece), ...marked.map((marker) => `[${marker}]`)].join(' ').trim(),
  });
}

/** A translation as a line of its own, escaped; none where there is none. */
function glossOf(gloss: string | null, limit: number, translate: Translate): string[] {
  return gloss === null ? [] : [glossLine(escapeShort(gloss, limit), translate)];
}

/** A page fits where it fits as text: that is the shorter of the two. */
function fits(page: Page, { translate }: Framing): boolean {
  const isShort = lengthOf(textOf(page, translate)) <= limits.message - footerRoom;
  return isShort && citationsOf(page).length <= citationsOfPage;
}

function describeArticle({ article, translate }: AnswerLayout): string {
  const title = escapeShort(article.title, titleLength);
  return translate('answer.footer.article', { title, version: article.version });
}

interface Around {
  readonly layout: Framing;
  /** The line at the end; empty for none. */
  readonly quiet: string;
  readonly offers: Parameters<typeof rowsOf>[0];
  readonly colour: number;
}

function toPayload(page: Page, { layout, quiet, offers, colour }: Around): Payload {
  const { translate } = layout;
  const line = quiet === '' ? [] : [`-# ${quiet}`];
  const inside = [...componentsOf(page, layout), ...line.map(textDisplay)];
  const buttons = citationsOf(page).map((citation) => quoteButton(citation, layout));
  const rows = rowsOf(offers);
  return inContainer({
    colour,
    inside,
    below: rows,
    asText: {
      content: [textOf(page, translate), ...line].join('\n'),
      components: [...rowsOf(buttons), ...rows],
    },
  });
}

function componentsOf(page: Page, layout: Framing): APIComponentInContainer[] {
  const { translate } = layout;
  return sectionsOf(page).flatMap(({ section: name, text, citations }) => [
    ...(text === '' ? [] : [textDisplay(text)]),
    // Statements are kept apart from their citations.
    ...(name === 'statements' && text !== '' && citations.length > 0 ? [divider] : []),
    ...citations.map((citation) => {
      const { head, quote } = partsOf(citation);
      const lines = [
        `**${head}**`,
        `-# ${quoteInMarks(quote, translate)}`,
        ...nearestGloss(citation, translate),
      ];
      return section(lines.join('\n'), quoteButton(citation, layout));
    }),
  ]);
}

function textOf(page: Page, translate: Translate): string {
  const paragraphs = sectionsOf(page).map(({ section: name, text, citations }) => {
    const lines = citations.flatMap((citation) => [
      renderCitation(citation, translate),
      ...nearestGloss(citation, translate),
    ]);
    // Statements are kept apart from the lines of their citations by a blank line.
    const gap = text !== '' && lines.length > 0 && name === 'statements' ? [''] : [];
    return [...(text === '' ? [] : [text]), ...gap, ...lines].join('\n');
  });
  return paragraphs.join('\n\n');
}

/** `[1] ¶3 · heading`, and the start of the quote, escaped. */
function partsOf({ citation, place, heading, quote }: CitationText) {
  const under = heading === null ? '' : ` · ${escapeShort(heading, headingLength)}`;
  return {
    head: `[${citation.marker}] ${escapeLine(place)}${under}`,
    quote: escapeShort(quote, lineLength),
  };
}

function renderCitation(citation: CitationText, translate: Translate): string {
  const { head, quote } = partsOf(citation);
  return `-# ${citationLine({ place: head, quote }, translate)}`;
}

function nearestGloss({ gloss }: CitationText, translate: Translate): string[] {
  return glossOf(gloss, nearestGlossLength, translate);
}

function quoteButton({ citation, place }: CitationText, { article }: Framing) {
  return button({ customId: quoteButtonId(article, citation), label: `[${citation.marker}] ${place}` });
}
