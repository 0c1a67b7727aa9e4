/** Cuts an answer into pages: blocks of text that stay together with their citations, filled in order. */
import type { CitationText } from '../locales/describe-answer.ts';
import { splitText } from './split-text.ts';

/** A piece of an answer that stays on one page, with the citations that are listed on that page. */
export interface Block {
  /** Blocks of a section stand together, above the lines of their citations. */
  readonly section: (typeof sections)[number];
  /** Lines as they are sent. */
  readonly text: string;
  readonly citations: readonly CitationText[];
  /** The block as smaller ones, for when a page is too short for it; itself when it cannot be made smaller. */
  readonly split: () => readonly Block[];
}

/** What stands together on a page, in order. */
interface SectionOfPage {
  readonly section: Block['section'];
  readonly text: string;
  /** Each once, by marker. */
  readonly citations: readonly CitationText[];
}

export type Page = readonly Block[];

const sections = ['head', 'statements', 'nearest', 'suggestions'] as const;
const pieceLength = 400;
const citationsOfPiece = 5;

/** A block that cannot be made smaller. */
export function fixedBlock(
  section: Block['section'],
  text: string,
  citations: readonly CitationText[] = [],
): Block {
  const block: Block = { section, text, citations, split: () => [block] };
  return block;
}

interface StatementParts {
  readonly text: string;
  readonly markers: readonly number[];
  readonly citations: readonly CitationText[];
  /** Lines that follow the statement, as they are sent. */
  readonly after: readonly string[];
  /** A piece of the text as it is sent, with markers. */
  readonly mark: (text: string, markers: readonly number[]) => string;
}

/** A statement, which goes over pages where it has to. */
export function statementBlock({ text, markers, citations, after, mark }: StatementParts): Block {
  return {
    ...fixedBlock('statements', [mark(text, markers), ...after].join('\n'), citations),
    split() {
      const pieces = splitText(text, pieceLength);
      const last = pieces.pop() ?? '';
      return [
        ...pieces.map((piece) => fixedBlock('statements', mark(piece, []))),
        fixedBlock('statements', mark(last, markers), citations.slice(0, citationsOfPiece)),
        ...after.map((line) => fixedBlock('statements', line)),
        ...chunk(citations.slice(citationsOfPiece), citationsOfPiece).map((rest) =>
          fixedBlock('statements', '', rest),
        ),
      ];
    },
  };
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/**
 * Fills pages in order; a block that does not fit on what is left of one begins the next. Every page but the first begins
 * with `again`.
 */
export function paginate(
  blocks: readonly Block[],
  again: readonly Block[],
  fits: (page: Page) => boolean,
): readonly Page[] {
  const pages: Block[][] = [];
  for (const block of blocks) {
    for (const piece of fits([...again, block]) ? [block] : block.split()) {
      const page = pages.at(-1);
      if (page !== undefined && fits([...page, piece])) page.push(piece);
      else pages.push(page === undefined ? [piece] : [...again, piece]);
    }
  }
  return pages;
}

/** A page's blocks by section. */
export function sectionsOf(page: Page): readonly SectionOfPage[] {
  return sections.flatMap((section) => {
    const blocks = page.filter((block) => block.section === section);
    const texts = blocks.map(({ text }) => text).filter((text) => text !== '');
    return blocks.length === 0 ? [] : [{ section, text: texts.join('\n'), citations: citationsOf(blocks) }];
  });
}

/** The citations of a page, each once, in order of their markers. */
export function citationsOf(page: Page): readonly CitationText[] {
  const lines = page.flatMap(({ citations }) => citations);
  return [...new Map(lines.map((line) => [line.citation.marker, line])).values()].sort(
    (a, b) => a.citation.marker - b.citation.marker,
  );
}
