/** The lines of a document: its headings and blocks of text, in order. */
import type { MarkupNode } from './markup.ts';
import { joinLines } from './read-plain-text.ts';

/** A heading or a block of text. */
export interface MarkupLine {
  readonly kind: 'heading' | 'text';
  readonly text: string;
}

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);
const skipped = new Set(
  'script style noscript template svg math iframe object select button input textarea head title rt rp nav'.split(
    ' ',
  ),
);
const textNode = 3;

/** What a block's source lines make; in HTML, where a line break is white space, always one line. */
type Join = (lines: readonly string[]) => readonly string[];

/** Reads a document, or a piece of one, into lines. Blocks that are all bold are its headings when it has no others. */
export function collectLines(root: MarkupNode, join: Join = (lines) => [joinLines(lines)]): MarkupLine[] {
  const collector = new LineCollector(join);
  collector.visit(root, { isHeading: false, isBold: false });
  return collector.finish();
}

interface Surroundings {
  readonly isHeading: boolean;
  readonly isBold: boolean;
}

class LineCollector {
  readonly #join: Join;
  readonly #lines: (MarkupLine & { readonly isBold: boolean })[] = [];
  #text = '';
  #boldLength = 0;

  constructor(join: Join) {
    this.#join = join;
  }

  visit(node: MarkupNode, { isHeading, isBold }: Surroundings): void {
    const name = node.nodeName.toLowerCase();
    if (node.nodeType === textNode) this.#add(node.textContent ?? '', isBold);
    if (node.nodeType === textNode || skipped.has(name)) return;
    const inside = {
      isHeading: isHeading || /^h[1-6]$/.test(name),
      isBold: isBold || name === 'b' || name === 'strong',
    };
    if (blocks.has(name) || name === 'br') this.#endLine(isHeading);
    for (const child of node.childNodes) this.visit(child, inside);
    if (blocks.has(name)) this.#endLine(inside.isHeading);
  }

  finish(): MarkupLine[] {
    this.#endLine(false);
    const hasHeadings = this.#lines.some(({ kind }) => kind === 'heading');
    return this.#lines.map(({ kind, text, isBold }) => ({
      kind: isBold && !hasHeadings ? 'heading' : kind,
      text,
    }));
  }

  #add(text: string, isBold: boolean): void {
    this.#text += text;
    if (isBold) this.#boldLength += lengthWithoutSpace(text);
  }

  #endLine(isHeading: boolean): void {
    const parts = this.#text.split('\n').map((part) => part.replace(/\s+/gu, ' ').trim());
    const filled = parts.filter(Boolean);
    const isBold = this.#boldLength === lengthWithoutSpace(filled.join(''));
    for (const text of filled.length > 0 ? this.#join(filled) : [])
      this.#lines.push({ kind: isHeading ? 'heading' : 'text', text, isBold });
    this.#text = '';
    this.#boldLength = 0;
  }
}

function lengthWithoutSpace(text: string): number {
  return text.replace(/\s/gu, '').length;
}
