/** The small part of the DOM that reading a page needs, and the parser that makes it. */
import domino from '@mixmark-io/domino';
import { UserError } from '../../errors.ts';

export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<MarkupNode> & Iterable<MarkupNode>;
}

export interface MarkupElement extends MarkupNode {
  getAttribute(name: string): string | null;
}

export interface MarkupDocument extends MarkupNode {
  readonly documentElement: MarkupElement;
  readonly body: MarkupElement;
  querySelector(selector: string): MarkupElement | null;
}

const mostTags = 60_000;
const deepestNesting = 500;

/**
 * The document of an HTML text, whole page or piece. Throws `UserError('page-too-complex')` for one with more tags, or
 * more deeply nested ones, than any article has: reading it would take minutes, or the stack.
 */
export function parseMarkup(html: string): MarkupDocument {
  let tags = 0;
  for (let offset = html.indexOf('<'); offset >= 0; offset = html.indexOf('<', offset + 1)) tags += 1;
  if (tags > mostTags) throw pageTooComplex();
  const document = complete(domino.createDocument(html, true));
  if (measureDepth(document) > deepestNesting) throw pageTooComplex();
  return document;
}

/** What the parser's document lacks of the standard, and finding the article in it needs: lists to go through, and an address. */
function complete(document: ReturnType<typeof domino.createDocument>): MarkupDocument {
  const list = Object.getPrototypeOf(document.getElementsByTagName('*'));
  list[Symbol.iterator] ??= Array.prototype[Symbol.iterator];
  return Object.defineProperty(document, 'baseURI', { value: 'about:blank' });
}

/** The refusal of a page that cannot be read as HTML within bounds. */
export function pageTooComplex(): UserError {
  return new UserError(
    'page-too-complex',
    'The page has too many or too deeply nested elements. Save its text alone, as .txt or .md.',
  );
}

/** How deep the elements nest, counted to just beyond what is allowed; level by level, since recursion would overflow. */
function measureDepth(document: MarkupDocument): number {
  let level: MarkupNode[] = [document];
  let depth = 0;
  while (level.length > 0 && depth <= deepestNesting) {
    level = level.flatMap((node) => (node.nodeType === 3 ? [] : [...node.childNodes]));
    depth += 1;
  }
  return depth;
}
