/** Leaves out what a page shows around its article: a line of keywords for search engines, links to other pages. */
import type { Provenance } from '../article.ts';
import { toSimplified } from './convert-script.ts';
import type { PageLine } from './page.ts';
import { measureWidth } from './width.ts';

/** What is left out of a page: its name in the record of an article. */
export type Furniture =
  | 'links to other pages'
  | 'a line of search words before the title'
  | 'a line without a word';

type Removed = Provenance['removed'][number] & { readonly what: Furniture };

const relatedHeading =
  /^[【[]?(?:猜你喜欢|你可能(?:还|也)?喜欢|相关(?:文章|阅读|推荐|链接|新闻)|推荐(?:阅读|文章)|延伸阅读|热门(?:推荐|文章)|更多(?:文章|阅读|推荐)|关联阅读|関連記事|관련\s?(?:기사|글)|related (?:articles|posts|reading|stories)|you (?:may|might) also like|read next|more (?:stories|articles))[】\]]?\s*[:：]?$/iu;

const widestLink = 40;

/** The lines of the article, and what was left out. */
export function cutFurniture(lines: readonly PageLine[]): { lines: PageLine[]; removed: Removed[] } {
  const removed: Removed[] = [];
  let kept = [...lines];
  const related = kept.findIndex(({ text }) => relatedHeading.test(toSimplified(text)));
  if (related >= 0 && kept.slice(related + 1).every(isLink)) {
    removed.push({
      what: 'links to other pages',
      text: kept
        .slice(related)
        .map(({ text }) => text)
        .join('\n'),
    });
    kept = kept.slice(0, related);
  }
  const first = kept.findIndex(({ text }) => !isSearchBait(text));
  for (const { text } of kept.slice(0, Math.max(first, 0))) {
    removed.unshift({ what: 'a line of search words before the title', text });
  }
  kept = kept.slice(Math.max(first, 0)).filter(({ text }) => {
    if (/[\p{L}\p{N}]/u.test(text)) return true;
    removed.push({ what: 'a line without a word', text });
    return false;
  });
  return { lines: kept, removed };
}

function isLink({ text }: PageLine): boolean {
  return measureWidth(text) <= widestLink && !/[。.]$/u.test(text);
}

/** Many phrases in a row with `_` or `|` between them: written for a search engine. */
function isSearchBait(text: string): boolean {
  return text.split(/[_|]/u).filter((part) => part.trim() !== '').length >= 4;
}
