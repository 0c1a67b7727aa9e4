/** An article file as text that is easy to read and to compare. */
import type { ArticleFile } from '../article.ts';

/** JSON with one field a line, and one entry a line in lists of paragraphs, passages and repairs. */
export function formatArticleFile(file: ArticleFile): string {
  const { provenance, ...rest } = file;
  const lines = Object.entries(rest).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${formatValue(value, '  ')}`,
  );
  const fields = Object.entries(provenance).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${formatValue(value, '    ')}`,
  );
  lines.push(`  "provenance": {\n${fields.join(',\n')}\n  }`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function formatValue(value: unknown, indent: string): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  const entries = value.map((entry: unknown) => `${indent}  ${JSON.stringify(entry)}`);
  return `[\n${entries.join(',\n')}\n${indent}]`;
}
