/** Carries enrichment from an article file over to a newer one. */
import type { ArticleFile, Enrichment } from '../article.ts';
import { deriveFieldsParagraph } from '../fields-paragraph.ts';

/** The enrichment of the passages whose text is still the same, under the ids that they have now, in their order. */
export function keepEnrichment(earlier: ArticleFile, current: ArticleFile): Enrichment[] {
  const textById = new Map(readPassages(earlier));
  const enrichmentByText = new Map(
    earlier.enrichment.map((enrichment) => [textById.get(enrichment.passage), enrichment]),
  );
  return readPassages(current).flatMap(([id, text]) => {
    const enrichment = enrichmentByText.get(text);
    return enrichment ? [{ ...enrichment, passage: id }] : [];
  });
}

function readPassages(file: ArticleFile): [string, string][] {
  return [
    ...deriveFieldsParagraph(file).passages.map(({ id, text }): [string, string] => [id, text]),
    ...file.passages.map(({ id, paragraph, start, end }): [string, string] => [
      id,
      file.paragraphs[paragraph - 1]?.text.slice(start, end) ?? '',
    ]),
  ];
}
