/** A page's bytes to an article file: every step in its order. */
import { createHash } from 'node:crypto';
import type { ArticleFile, Enrichment, Repair } from '../article.ts';
import { buildParagraphs } from './build-paragraphs.ts';
import { chunkParagraph } from './chunk-paragraph.ts';
import { convertScript } from './convert-script.ts';
import { cutFurniture } from './cut-furniture.ts';
import { noHints, type PageLine } from './page.ts';
import { readFields } from './read-fields.ts';
import { readPlainText } from './read-plain-text.ts';
import { collectReadings, dropReadings, isAnnotated } from './readings.ts';
import { countRepairs, type Repaired } from './repair.ts';
import { restoreBytes } from './restore-bytes.ts';
import { setPunctuation } from './set-punctuation.ts';
import { splitKeywords } from './split-keywords.ts';

export interface PageSource {
  readonly name: string;
  readonly id: string;
}

export function prepareArticle(bytes: Uint8Array, source: PageSource, kept: ArticleFile | null): ArticleFile {
  const text = new TextDecoder('utf-8').decode(bytes);
  const readings = collectReadings(text);
  const isMachineMade = isAnnotated(text);
  const steps: ((text: string) => Repaired)[] = isMachineMade
    ? [(line) => restoreBytes(line, readings), dropReadings, convertScript, setPunctuation]
    : [];
  const { lines, removed } = cutFurniture(
    readPlainText(text).map((line): PageLine => ({ kind: 'text', text: line, repairs: [] })),
  );
  const repaired = lines.map((line) =>
    steps.reduce<PageLine>((current, step) => {
      const result = step(current.text);
      return { ...current, text: result.text, repairs: [...current.repairs, ...result.repairs] };
    }, line),
  );
  const { fields, body, repairs } = readFields(repaired, noHints);
  const built = buildParagraphs(body);
  const articleText = built.paragraphs.map((paragraph) => paragraph.text).join('\n');
  const passages = built.paragraphs.flatMap(({ number, text: paragraph }) =>
    chunkParagraph(paragraph).map((range, index) => ({
      id: `${number}-${index + 1}`,
      paragraph: number,
      ...range,
    })),
  );
  const { keywordRow, editor, sourceUrl, ...plain } = fields;
  const enrichment: Enrichment[] = kept?.enrichment ?? [];
  const all: Repair[] = [...repairs, ...built.repairs];
  return {
    id: source.id,
    ...plain,
    language: 'zh-CN',
    sourceUrl: sourceUrl || null,
    ...(editor && { editor }),
    keywords: splitKeywords(keywordRow, articleText),
    headings: built.headings,
    paragraphs: built.paragraphs,
    passages,
    enrichment,
    provenance: {
      source: source.name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      removed,
      repairs: countRepairs(all),
    },
  };
}
