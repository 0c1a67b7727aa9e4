/** A page's bytes to its lines, whatever its encoding and format. */
import { UserError } from '../../errors.ts';
import { decodePage } from './decode-page.ts';
import { pageTooComplex } from './markup.ts';
import { noHints, type PageText } from './page.ts';
import { largestPageBytes, tooLarge } from './page-size.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';

/** What files that are no text begin with. */
const binaries: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive or an Office document'],
  ['\x89PNG', 'a picture'],
  ['\xFF\xD8\xFF', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1F\x8B', 'a compressed file'],
  ['\xD0\xCF\x11\xE0', 'an Office document'],
];

/**
 * The text of a page. Its format is told by the name's ending: `.html`, `.htm`, `.xhtml`, `.md`, `.markdown`, anything
 * else is plain text unless it begins as HTML does. Throws `UserError` with a code of its own for each reason why not:
 * `page-empty`, `page-too-large`, `page-not-text`, `page-too-complex`.
 */
export function readPage(bytes: Uint8Array, name: string): PageText {
  const refuse = (code: string, problem: string) => new UserError(code, `${name} ${problem}`, { name });
  if (bytes.byteLength > largestPageBytes) throw refuse('page-too-large', tooLarge);
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const binary = binaries.find(([start]) => head.startsWith(start));
  if (binary) throw refuse('page-not-text', `is ${binary[1]}. Save its text as .txt, .md or .html.`);
  const decoded = decodePage(bytes);
  if (decoded === null) {
    throw refuse('page-not-text', 'is not text in UTF-8, UTF-16 or GB18030. Save it as UTF-8 text.');
  }
  if (decoded.text.trim() === '') throw refuse('page-empty', 'is empty.');
  return readFormat(decoded.text, name);
}

function readFormat(text: string, name: string): PageText {
  const isHtml = /\.x?html?$/iu.test(name) || /^\s*<(?:!doctype html|html[\s>])/iu.test(text);
  const isMarkdown = /\.(?:md|markdown)$/iu.test(name);
  if (isHtml || isMarkdown) {
    const { lines, hints } = readMarkup(text, isHtml ? readHtml : readMarkdown);
    return { lines: lines.map((line) => ({ ...line, repairs: [] })), hints };
  }
  const lines = readPlainText(text).map((line) => ({ kind: 'text' as const, text: line, repairs: [] }));
  return { lines, hints: noHints };
}

/** The parsers recurse: what nests too deep for them overflows the stack, which is no fault of theirs. */
function readMarkup(text: string, read: typeof readHtml): ReturnType<typeof readHtml> {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof RangeError) throw pageTooComplex();
    throw error;
  }
}
