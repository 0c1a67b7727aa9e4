/** The checks of an article file that its schema cannot make: that its parts agree with each other. */
import type { ArticleFile } from './article.ts';
import { deriveFieldsParagraph } from './fields-paragraph.ts';

/** What is wrong with an article file, and where. */
export interface ArticleFault {
  /** The path of the field, for instance `passages[3].end`. */
  readonly field: string;
  readonly problem: string;
}

/** The first contradiction in an article file of the right shape, or null when its parts agree. */
export function findArticleFault(file: ArticleFile): ArticleFault | null {
  return (
    findParagraphFault(file) ?? findHeadingFault(file) ?? findPassageFault(file) ?? findEnrichmentFault(file)
  );
}

function findParagraphFault({ paragraphs }: ArticleFile): ArticleFault | null {
  const index = paragraphs.findIndex((paragraph, position) => paragraph.number !== position + 1);
  if (index < 0) return null;
  return {
    field: `paragraphs[${index}].number`,
    problem: `is ${paragraphs[index]?.number}, but paragraphs are numbered 1, 2, 3 ..., so ${index + 1} was expected`,
  };
}

function findHeadingFault({ headings, paragraphs }: ArticleFile): ArticleFault | null {
  let next = 0;
  let current: string | null = null;
  for (const [index, { heading }] of paragraphs.entries()) {
    if (heading === current) continue;
    const field = `paragraphs[${index}].heading`;
    if (heading === null) return { field, problem: 'is null after a paragraph that has a heading' };
    const position = headings.indexOf(heading, next);
    if (position < 0) return { field, problem: 'is not in headings, or not in their order' };
    next = position + 1;
    current = heading;
  }
  return null;
}

function findPassageFault({ paragraphs, passages }: ArticleFile): ArticleFault | null {
  let paragraph = 0;
  let count = 0;
  let reached = 0;
  let length = 0;
  for (const [index, passage] of passages.entries()) {
    const fault = (key: string, problem: string) => ({ field: `passages[${index}].${key}`, problem });
    if (passage.paragraph !== paragraph) {
      if (reached !== length)
        return fault('paragraph', `is ${passage.paragraph}, but ¶${paragraph} is not covered to its end`);
      if (passage.paragraph !== paragraph + 1)
        return fault('paragraph', `is ${passage.paragraph}, but ¶${paragraph + 1} was expected`);
      paragraph += 1;
      count = 0;
      reached = 0;
      length = paragraphs[paragraph - 1]?.text.length ?? 0;
      if (length === 0) return fault('paragraph', `is ${paragraph}, but there is no such paragraph`);
    }
    count += 1;
    const text = paragraphs[paragraph - 1]?.text ?? '';
    if (passage.id !== `${paragraph}-${count}`)
      return fault('id', `is ${passage.id}, but ${paragraph}-${count} was expected`);
    if (passage.start !== reached)
      return fault('start', `is ${passage.start}, but the passage before it ends at ${reached}`);
    if (passage.end <= passage.start) return fault('end', `is ${passage.end}, not after its start`);
    if (passage.end > length)
      return fault('end', `is ${passage.end}, but ¶${paragraph} has ${length} characters`);
    if (cutsCharacter(text, passage.end))
      return fault('end', `is ${passage.end}, in the middle of a character`);
    reached = passage.end;
  }
  if (reached !== length)
    return {
      field: `passages[${passages.length - 1}].end`,
      problem: `is ${reached}, but ¶${paragraph} has ${length} characters`,
    };
  if (paragraph !== paragraphs.length)
    return { field: 'passages', problem: `has none for ¶${paragraph + 1}` };
  return null;
}

function cutsCharacter(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset));
}

function findEnrichmentFault(file: ArticleFile): ArticleFault | null {
  const ids = new Set(
    [...deriveFieldsParagraph(file).passages, ...file.passages].map((passage) => passage.id),
  );
  const seen = new Set<string>();
  for (const [index, { passage }] of file.enrichment.entries()) {
    const field = `enrichment[${index}].passage`;
    if (!ids.has(passage)) return { field, problem: `names ${passage}, which is no passage` };
    if (seen.has(passage)) return { field, problem: `names ${passage} a second time` };
    seen.add(passage);
  }
  return null;
}
