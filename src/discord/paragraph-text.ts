/** The text of a paragraph as a card shows it: in parts where it is long, with the words that are cited in bold. */
import type { ArticleText } from '../knowledge/article-versions.ts';
import type { Translate } from '../locales/translator.ts';
import { escapeText } from './escape-text.ts';
import { lengthOf } from './limits.ts';
import { splitText } from './split-text.ts';

/** A stretch of a paragraph: UTF-16 offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Room for a paragraph in a message, beside its title and notes. Escaping at most doubles a text. */
const room = 1600;

/** The parts of a paragraph: one, unless it is too long for a message. */
export function partsOf(article: ArticleText, number: number): readonly Part[] {
  const text = article.paragraphs[number]?.text ?? '';
  const pieces = lengthOf(escapeText(text)) <= room ? [text] : splitText(text, room / 2);
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += piece.length;
    return { start, end };
  });
}

/** Which part of the paragraph the quote begins in. */
export function partOf(article: ArticleText, quote: Part & { readonly paragraph: number }): number {
  return partsOf(article, quote.paragraph).findIndex(({ end }) => quote.start < end);
}

/** A part of a paragraph, escaped, with what of the quote is in it in bold. */
export function renderPart(
  article: ArticleText,
  paragraph: number,
  part: Part,
  quote: Part,
  translate: Translate,
): string {
  const text = article.paragraphs[paragraph]?.text ?? '';
  return paragraph === 0 ? renderFields(article, text, part, quote, translate) : embolden(text, part, quote);
}

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
