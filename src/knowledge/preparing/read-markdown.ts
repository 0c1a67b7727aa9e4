/** A Markdown page to lines, and its front matter to hints. */
import { Marked } from 'marked';
import { collectLines, type MarkupLine } from './collect-lines.ts';
import { parseMarkup } from './markup.ts';
import { noHints, type PageHints } from './page.ts';
import { joinParagraph } from './read-plain-text.ts';

const frontMatter = /^---[^\S\n]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u;
const markdown = new Marked({ gfm: true });

/** The lines of a Markdown text: emphasis and links are their words, pictures are left out. */
export function readMarkdown(text: string): { lines: MarkupLine[]; hints: PageHints } {
  const normal = text.replace(/\r\n?/gu, '\n');
  const head = frontMatter.exec(normal);
  const html = markdown.parse(normal.slice(head?.[0].length ?? 0), { async: false });
  return { lines: collectLines(parseMarkup(html), joinParagraph), hints: readFrontMatter(head?.[1] ?? '') };
}

/** The plain `key: value` lines of front matter; lists are read where they stand in one line or below their key. */
function readFrontMatter(text: string): PageHints {
  const values = new Map<string, string[]>();
  let key = '';
  for (const line of text.split('\n')) {
    const pair = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/u.exec(line);
    const item = /^\s*-\s+(.+)$/u.exec(line);
    if (pair) {
      key = (pair[1] ?? '').toLowerCase();
      values.set(key, splitList(pair[2] ?? ''));
    } else if (item) {
      values.get(key)?.push(unquote(item[1] ?? ''));
    }
  }
  const first = (...keys: readonly string[]) => keys.flatMap((name) => values.get(name) ?? [])[0] ?? '';
  return {
    ...noHints,
    title: first('title'),
    author: first('author', 'authors', 'by'),
    journal: first('journal', 'publication', 'publisher'),
    publishedAt: first('date', 'published', 'publishedat'),
    language: first('lang', 'language'),
    sourceUrl: first('source', 'url', 'sourceurl', 'canonical'),
    keywords: values.get('keywords') ?? values.get('tags') ?? [],
  };
}

function splitList(value: string): string[] {
  const list = /^\[(.*)\]$/u.exec(value.trim())?.[1];
  return (list === undefined ? [value] : list.split(',')).map(unquote).filter(Boolean);
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/u, '$2');
}
