/** A page's bytes to an article file: every step in its order. */
import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { type ArticleFile, articleFileSchema, type Repair } from '../article.ts';
import { findArticleFault } from '../check-article.ts';
import { detectLanguage } from '../text/language.ts';
import { buildParagraphs } from './build-paragraphs.ts';
import { chunkParagraph } from './chunk-paragraph.ts';
import { convertScript } from './convert-script.ts';
import { cutFurniture } from './cut-furniture.ts';
import { keepEnrichment } from './keep-enrichment.ts';
import type { PageLine } from './page.ts';
import { readFields } from './read-fields.ts';
import { readPage } from './read-page.ts';
import { collectReadings, dropReadings, isAnnotated } from './readings.ts';
import { countRepairs, type Repaired } from './repair.ts';
import { restoreBytes } from './restore-bytes.ts';
import { setPunctuation } from './set-punctuation.ts';
import { splitKeywords } from './split-keywords.ts';

/** A saved page. */
export interface PageSource {
  readonly bytes: Uint8Array;
  /** The file's name, without its folder; its ending tells the format. */
  readonly name: string;
  /** The article's id: lower-case letters, digits and hyphens. */
  readonly id: string;
}

const longestArticle = 1_000_000;

/** A page with more of them is not damaged in this way, and trying each would take long. */
const mostLostBytes = 1_000;

/**
 * Makes an article file of a saved page. Enrichment is kept from `earlier`, an article file made before, for passages
 * whose text has not changed. Throws `UserError` as `readPage` does, and `page-no-article` when no paragraph is found.
 */
export function prepareArticle(
  { bytes, name, id }: PageSource,
  earlier: ArticleFile | null = null,
): ArticleFile {
  const page = readPage(bytes, name);
  const { lines, removed } = cutFurniture(page.lines);
  if (lines.reduce((length, line) => length + line.text.length, 0) > longestArticle) {
    const message = `${name} has more than 1,000,000 characters of text, which is no article.`;
    throw new UserError('page-too-large', message, { name });
  }
  const { fields, body, repairs } = readFields(repairLines(lines), page.hints);
  const { headings, paragraphs, repairs: bodyRepairs } = buildParagraphs(body);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  if (text === '' || fields.title === '') {
    throw new UserError('page-no-article', `${name} has no title with a text below it.`, { name });
  }
  const { keywordRow, editor, sourceUrl, ...plainFields } = fields;
  const keywords = splitKeywords(keywordRow, text);
  const file: ArticleFile = {
    id,
    ...plainFields,
    ...(editor === '' ? {} : { editor }),
    language: detectLanguage(text),
    sourceUrl: isWebAddress(sourceUrl) ? sourceUrl : null,
    keywords,
    headings,
    paragraphs,
    passages: paragraphs.flatMap(({ number, text: paragraph }) =>
      chunkParagraph(paragraph).map((range, index) => ({
        id: `${number}-${index + 1}`,
        paragraph: number,
        ...range,
      })),
    ),
    enrichment: [],
    provenance: {
      source: name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      removed,
      repairs: countRepairs([...repairs, ...describeKeywords(keywordRow, keywords), ...bodyRepairs]),
    },
  };
  return assertWhole({ ...file, enrichment: earlier ? keepEnrichment(earlier, file) : [] });
}

/** Keywords that stood in one row without anything between them were told apart: that is a repair too. */
function describeKeywords(row: string, keywords: readonly string[]): Repair[] {
  if (keywords.length < 2 || keywords.join('') !== row) return [];
  return [{ step: 'split-keywords', where: 'keywords', before: row, after: keywords.join('、') }];
}

/** The repairs that a page's state calls for, line by line; a page in good state comes back as it was. */
function repairLines(lines: readonly PageLine[]): PageLine[] {
  const text = lines.map((line) => line.text).join('\n');
  if (!detectLanguage(text).startsWith('zh')) return [...lines];
  const readings = collectReadings(text);
  const steps: ((text: string) => Repaired)[] = [];
  if (text.split(/[?\uFFFD]/u).length <= mostLostBytes) steps.push((line) => restoreBytes(line, readings));
  if (isAnnotated(text)) steps.push(dropReadings, convertScript);
  steps.push(setPunctuation);
  return lines.map((line) => repairLine(line, steps));
}

function repairLine(line: PageLine, steps: readonly ((text: string) => Repaired)[]): PageLine {
  const repairs = [...line.repairs];
  let text = line.text;
  for (const step of steps) {
    const repaired = step(text);
    text = repaired.text;
    repairs.push(...repaired.repairs);
  }
  return { ...line, text, repairs };
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:/iu.test(url);
}

/** What is made here is loaded later, so a fault in it is a bug of this tool and must not be written. */
function assertWhole(file: ArticleFile): ArticleFile {
  const checked = articleFileSchema.parse(file);
  const fault = findArticleFault(checked);
  if (fault) throw new Error(`prepared article: ${fault.field}: ${fault.problem}`);
  return checked;
}
