/** The body's lines as numbered paragraphs under their headings. */
import type { ArticleFile, Repair } from '../article.ts';
import type { PageLine } from './page.ts';
import { measureWidth } from './width.ts';

export interface Body extends Pick<ArticleFile, 'headings' | 'paragraphs'> {
  readonly repairs: readonly Repair[];
}

const widestHeading = 60;
const quotation = /^[“"「『‘][^“”"「」『』]+[”"」』’]$/u;
const numbered =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节.．]|[（(][一二三四五六七八九十]{1,3}[）)]|[IVX]{1,5}\.\s|\d{1,2}[.．、]\s?\p{L})/u;
const sentenceEnd = /[。！？!?….；;，,：:][”’」』"')）]*$/u;

/** Numbers the paragraphs 1, 2, 3 ..., each with the heading over it. Headings over nothing go with the next one. */
export function buildParagraphs(lines: readonly PageLine[]): Body {
  const hasHeadings = lines.some(({ kind }) => kind === 'heading');
  const headings: string[] = [];
  const paragraphs: ArticleFile['paragraphs'] = [];
  const repairs: Repair[] = [];
  let heading: string | null = null;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (
      hasHeadings ? line.kind === 'heading' : next !== undefined && looksLikeHeading(line.text, next.text)
    ) {
      heading = line.text;
      headings.push(heading);
    } else {
      paragraphs.push({ number: paragraphs.length + 1, heading, text: line.text });
    }
    const where = heading === line.text ? 'headings' : paragraphs.length;
    repairs.push(...line.repairs.map((repair) => ({ ...repair, where })));
  }
  return { headings, paragraphs, repairs };
}

/** In plain text: a short line over a paragraph that is a quotation, is numbered, or does not end as a sentence. */
function looksLikeHeading(text: string, next: string): boolean {
  if (measureWidth(text) > widestHeading || measureWidth(next) <= measureWidth(text)) return false;
  return (
    quotation.test(text) || ((numbered.test(text) || measureWidth(text) <= 24) && !sentenceEnd.test(text))
  );
}
