/** How an answer looks: an answer in, messages out. */
import type { Answer } from '../knowledge/answering/answer.ts';
import type { Progress } from '../knowledge/answering/progress.ts';
import type { Article } from '../knowledge/article.ts';
import {
  type CitationText,
  citationLine,
  describeAnswer,
  describeProgress,
  glossLine,
  type StatementText,
} from '../locales/describe-answer.ts';
import type { Translate } from '../locales/translator.ts';
import { escapeLine, escapeShort } from './escape-text.ts';
import { quoteButtonId } from './evidence.ts';
import { choiceButtons, correctButton } from './further-question.ts';
import { lengthOf, limits } from './limits.ts';
import { button, type Payload, plain, rowsOf } from './payload.ts';
import { splitText } from './split-text.ts';
import { threadButton } from './thread.ts';

/** What is shown around an answer. */
interface AnswerLayout {
  readonly article: Article;
  readonly translate: Translate;
  /** The question, where it does not stand above the answer already. */
  readonly question: string | null;
  /** A quiet line at the top, such as why the answer is private. */
  readonly notice: string | null;
  /** Whether a thread to go on in is offered. */
  readonly offersThread: boolean;
}

/** A piece of an answer that stays on one page, with the citations that are listed on that page. */
interface Block {
  /** Blocks of a section stand together, above the lines of their citations. */
  readonly section: 'head' | 'statements' | 'nearest' | 'suggestions';
  /** Lines as they are sent. */
  readonly text: string;
  readonly citations: readonly CitationText[];
  /** The block as smaller ones, for when a page is too short for it; itself when it cannot be made smaller. */
  readonly split: () => readonly Block[];
}

const sections = ['head', 'statements', 'nearest', 'suggestions'] as const;
const maxButtons = 20;
/** Room for the quiet line at the end of every page. */
const footerRoom = 160;
const pieceLength = 400;
const citationsOfPiece = 5;
const lineLength = 300;
/** Room for a translation on a page that has little else, and beside another one. */
const glossLength = 1200;
const nearestGlossLength = 420;

/** The messages that show an answer: one, or as many pages as it takes. Text of others in them is escaped. */
export function renderAnswer(answer: Answer, layout: AnswerLayout): readonly Payload[] {
  const words = describeAnswer(answer, layout.article, layout.translate);
  const linesOf = new Map(words.citations.map((line) => [line.citation.marker, line]));
  const blocks: Block[] = [
    ...headOf(layout, words.understoodAs, words.lead),
    ...words.statements.map((statement) => statementBlock(statement, linesOf, layout.translate)),
  ];
  if (words.nearest !== null) blocks.push(fixed('nearest', words.nearest.lead, words.nearest.citations));
  if (words.suggestions !== null) {
    const lines = words.suggestions.questions.map((question) => `• ${escapeShort(question, lineLength)}`);
    blocks.push(fixed('suggestions', [words.suggestions.lead, ...lines].join('\n'), []));
  }
  const pages = paginate(blocks, layout);
  return pages.map((page, index) => {
    const number = { page: index + 1, pages: pages.length };
    const quiet = [
      ...(words.footer === null ? [] : [words.footer]),
      ...(pages.length === 1 ? [] : [layout.translate('answer.footer.page', number)]),
    ].join(' · ');
    const payload = toPayload(page, layout, quiet);
    const isLast = number.page === number.pages;
    const offers = [
      ...(index === 0 && words.understoodAs !== null ? [correctButton(layout.translate)] : []),
      ...(isLast ? choiceButtons(answer) : []),
      ...(isLast && layout.offersThread ? [threadButton(layout.translate)] : []),
    ];
    return { ...payload, components: [...payload.components, ...rowsOf(offers)] };
  });
}

/** An unfinished answer: its stage, and the statements that have been checked so far, on one page, without buttons. */
export function renderProgress(progress: Progress, layout: AnswerLayout): Payload {
  const statements = progress.stage === 'answering' ? progress.statements : [];
  const blocks = [
    ...headOf(layout, null, null),
    ...statements.map((statement) =>
      statementBlock({ ...statement, gloss: null }, new Map(), layout.translate),
    ),
  ];
  const page = paginate(blocks, layout).at(-1) ?? [];
  return plain(toPayload(page, layout, describeProgress(progress, layout.translate)).content);
}

function headOf(
  { question, notice }: AnswerLayout,
  understoodAs: string | null,
  lead: string | null,
): Block[] {
  const head = [
    ...(notice === null ? [] : [`-# ${notice}`]),
    ...(question === null ? [] : [`> ${escapeShort(question, lineLength)}`]),
    ...(understoodAs === null ? [] : [`-# ${escapeShort(understoodAs, lineLength)}`]),
    ...(lead === null ? [] : [escapeShort(lead, lineLength)]),
  ];
  return head.length === 0 ? [] : [fixed('head', head.join('\n'), [])];
}

function fixed(section: Block['section'], text: string, citations: readonly CitationText[]): Block {
  const block: Block = { section, text, citations, split: () => [block] };
  return block;
}

function statementBlock(
  statement: StatementText,
  linesOf: ReadonlyMap<number, CitationText>,
  translate: Translate,
): Block {
  const citations = statement.markers.flatMap((marker) => linesOf.get(marker) ?? []);
  const marked = (text: string, markers: readonly number[]): string =>
    [escapeLine(text), ...markers.map((marker) => `[${marker}]`)].join(' ').trim();
  const block = (text: string, markers: readonly number[], cited: readonly CitationText[]): Block =>
    fixed('statements', marked(text, markers), cited);
  const glosses = glossOf(statement.gloss, glossLength, translate);
  return {
    ...fixed('statements', [marked(statement.text, statement.markers), ...glosses].join('\n'), citations),
    split() {
      const pieces = splitText(statement.text, pieceLength);
      const last = pieces.pop() ?? '';
      return [
        ...pieces.map((piece) => block(piece, [], [])),
        block(last, statement.markers, citations.slice(0, citationsOfPiece)),
        ...glosses.map((line) => fixed('statements', line, [])),
        ...chunk(citations.slice(citationsOfPiece), citationsOfPiece).map((rest) => block('', [], rest)),
      ];
    },
  };
}

/** A translation as a line of its own, escaped; none where there is none. */
function glossOf(gloss: string | null, limit: number, translate: Translate): string[] {
  return gloss === null ? [] : [glossLine(escapeShort(gloss, limit), translate)];
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** Fills pages in order; a block that does not fit on what is left of one begins the next. */
function paginate(blocks: readonly Block[], layout: AnswerLayout): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  const fits = (page: readonly Block[]): boolean =>
    lengthOf(compose(page, layout)) <= limits.message - footerRoom && citationsOf(page).length <= maxButtons;
  for (const block of blocks) {
    for (const piece of fits([block]) ? [block] : block.split()) {
      const page = pages.at(-1);
      if (page !== undefined && fits([...page, piece])) page.push(piece);
      else pages.push([piece]);
    }
  }
  return pages;
}

function citationsOf(page: readonly Block[]): readonly CitationText[] {
  return page.flatMap(({ citations }) => citations);
}

function compose(page: readonly Block[], { translate }: AnswerLayout): string {
  const paragraphs = sections.flatMap((section) => {
    const blocks = page.filter((block) => block.section === section);
    const texts = blocks.map(({ text }) => text).filter((text) => text !== '');
    const lines = distinct(citationsOf(blocks)).flatMap((line) => [
      renderCitation(line, translate),
      ...glossOf(line.gloss, nearestGlossLength, translate),
    ]);
    // Statements are kept apart from the lines of their citations by a blank line.
    const gap = texts.length > 0 && lines.length > 0 && section === 'statements' ? [''] : [];
    return blocks.length === 0 ? [] : [[...texts, ...gap, ...lines].join('\n')];
  });
  return paragraphs.join('\n\n');
}

function renderCitation({ citation, place, quote }: CitationText, translate: Translate): string {
  const escaped = { place: escapeLine(place), quote: escapeShort(quote, lineLength) };
  return `-# [${citation.marker}] ${citationLine(escaped, translate)}`;
}

/** Each marker once, in order. */
function distinct(lines: readonly CitationText[]): readonly CitationText[] {
  return [...new Map(lines.map((line) => [line.citation.marker, line])).values()].sort(
    (a, b) => a.citation.marker - b.citation.marker,
  );
}

function toPayload(page: readonly Block[], layout: AnswerLayout, quiet: string): Payload {
  const content = [compose(page, layout), ...(quiet === '' ? [] : [`-# ${quiet}`])].join('\n');
  const buttons = distinct(citationsOf(page)).map(({ citation, place }) =>
    button({ customId: quoteButtonId(layout.article, citation), label: `[${citation.marker}] ${place}` }),
  );
  return { content, components: rowsOf(buttons) };
}
