/** Paragraph 0: the article's own fields, which can be asked for and cited too. */
import type { ArticleFile, FieldName, Paragraph, Passage } from './article.ts';

/** Paragraph 0 and its passages: each field's value on a line of its own, each heading too; empty fields are left out. */
export function deriveFieldsParagraph(file: ArticleFile): {
  readonly paragraph: Paragraph;
  readonly passages: readonly Passage[];
} {
  const lines: [FieldName, string][] = [
    ['title', file.title],
    ['author', file.author],
    ['authorNote', file.authorNote],
    ['journal', [file.journal, file.issue].filter(Boolean).join(' ')],
    ['publishedAt', file.publishedAt.replace('T', ' ')],
    ['editor', file.editor ?? ''],
    ['keywords', file.keywords.join('、')],
    ...file.headings.map((heading): [FieldName, string] => ['headings', heading]),
  ];
  const passages: Passage[] = [];
  let start = 0;
  for (const [field, value] of lines) {
    const text = value.replaceAll('\n', ' ').trim();
    if (text === '') continue;
    const end = start + text.length;
    passages.push({ id: `0-${passages.length + 1}`, paragraph: 0, start, end, text, field });
    start = end + 1;
  }
  const text = passages.map((passage) => passage.text).join('\n');
  return { paragraph: { number: 0, heading: null, text }, passages };
}
