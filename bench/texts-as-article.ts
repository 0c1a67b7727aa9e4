import type { Article, Paragraph, Passage } from '../src/knowledge/article.ts';
import { chunkParagraph } from '../src/knowledge/preparing/chunk-paragraph.ts';

/** An article of plain texts, a paragraph each, ¶1 the first: no fields, no headings, nothing beside its passages. */
export function textsAsArticle(texts: readonly string[]): Article {
  const paragraphs: Paragraph[] = ['', ...texts].map((text, number) => ({ number, heading: null, text }));
  const passages: Passage[] = paragraphs.flatMap(({ number, text }) =>
    chunkParagraph(text).map(({ start, end }, index) => ({
      id: `${number}-${index + 1}`,
      paragraph: number,
      start,
      end,
      text: text.slice(start, end),
      field: null,
    })),
  );
  return {
    id: 'texts',
    title: '',
    author: '',
    authorNote: '',
    journal: '',
    issue: '',
    publishedAt: '',
    language: 'und',
    sourceUrl: null,
    keywords: [],
    headings: [],
    enrichment: [],
    provenance: { source: '', sha256: '', removed: [], repairs: [] },
    version: '',
    paragraphs,
    passages,
  };
}
