import type { Article, Paragraph } from './article.ts';
import { foldText } from './text/fold.ts';

/** Paragraphs under one heading, which follow each other; those before the first heading have none. */
export interface Section {
  readonly heading: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** The article's sections in order, without its fields. */
export function sectionsOf({ paragraphs }: Pick<Article, 'paragraphs'>): readonly Section[] {
  const sections: { heading: string | null; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of paragraphs.slice(1)) {
    const last = sections.at(-1);
    if (last !== undefined && last.heading === paragraph.heading) last.paragraphs.push(paragraph);
    else sections.push({ heading: paragraph.heading, paragraphs: [paragraph] });
  }
  return sections;
}

const longestName = 60;

/** What a section is called in a question: its heading without the quotation marks around it, and not all of a long one. */
export function sectionName(heading: string): string {
  const points = [
    ...(/^["“”„«「『](?<inner>[^"“”«»「」『』]+)["”“»」』]$/u.exec(heading)?.groups?.inner ?? heading),
  ];
  return points.length <= longestName ? points.join('') : `${points.slice(0, longestName - 1).join('')}…`;
}

/** The letters and digits of a text, folded: headings are compared by them. */
export function lettersOf(text: string): string {
  return foldText(text).text.replace(/[^\p{L}\p{N}]/gu, '');
}
