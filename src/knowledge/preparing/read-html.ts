/** A saved HTML page to lines: the article in it is found by Readability, the rest of the page left out. */
import { Readability } from '@mozilla/readability';
import { collectLines, type MarkupLine } from './collect-lines.ts';
import { type MarkupDocument, parseMarkup } from './markup.ts';
import { noHints, type PageHints } from './page.ts';

/** An article shorter than this is taken for a page without one. */
const shortestArticle = 100;

/** The lines of the article in an HTML page, and what the page's head says of it. */
export function readHtml(html: string): { lines: MarkupLine[]; hints: PageHints } {
  const document = parseMarkup(html);
  const hints = readHead(document);
  const everything = collectLines(document);
  const found = new Readability(document, { charThreshold: shortestArticle }).parse();
  const lines = found?.content ? collectLines(parseMarkup(found.content)) : everything;
  const title = findTitle([found?.title ?? '', hints.title], everything) || hints.title;
  const isWhole = lines.some(({ text }) => text === title) || title === '';
  return {
    lines: isWhole ? lines : [{ kind: 'heading', text: title }, ...lines],
    hints: {
      ...hints,
      title,
      author: hints.author || (found?.byline ?? '').trim().replace(/^(?:by|作者|文)\s*[:：]?\s+/iu, ''),
      publishedAt: hints.publishedAt || (found?.publishedTime ?? ''),
    },
  };
}

/** The heading that the page's title begins with: what follows there is the name of the site. */
function findTitle(titles: readonly string[], lines: readonly MarkupLine[]): string {
  const headings = lines.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
  for (const title of titles.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean)) {
    const heading = headings.find((text) => title.startsWith(text) || text.startsWith(title));
    if (heading !== undefined) return heading;
  }
  return '';
}

function readHead(document: MarkupDocument): PageHints {
  const meta = (...names: readonly string[]): string => {
    for (const name of names) {
      const element =
        document.querySelector(`meta[name="${name}"]`) ?? document.querySelector(`meta[property="${name}"]`);
      const content = element?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return '';
  };
  return {
    ...noHints,
    title: meta('og:title') || (document.querySelector('title')?.textContent ?? '').trim(),
    author: meta('author', 'article:author').replace(/^https?:.*$/u, ''),
    journal: meta('citation_journal_title', 'og:site_name'),
    publishedAt: meta('article:published_time', 'citation_publication_date', 'date', 'pubdate'),
    language: document.documentElement.getAttribute('lang') ?? '',
    sourceUrl: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    keywords: meta('keywords', 'news_keywords')
      .split(/[,，、;；]/u)
      .map((keyword) => keyword.trim())
      .filter(Boolean),
  };
}
