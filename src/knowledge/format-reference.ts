/** How the article is named where it is quoted: by GB/T 7714-2015, and in plain words. Nothing is escaped. */
import type { Article } from './article.ts';

type Source = Pick<
  Article,
  'title' | 'author' | 'journal' | 'issue' | 'publishedAt' | 'language' | 'sourceUrl'
>;

/** Of more authors the standard names the first three. */
const mostAuthors = 3;

/**
 * A reference by GB/T 7714-2015, for instance `作者. 题名[J]. 刊名, 2019(3).` What is not known is left out. What has an
 * address is an online source: it is marked so, with the address and the day of the reference (`today`, YYYY-MM-DD).
 */
export function formatReference(source: Source, today: string): string {
  const { title, journal, publishedAt, sourceUrl } = source;
  const isOnline = sourceUrl !== null;
  const type = journal === '' ? (isOnline ? 'EB' : 'Z') : 'J';
  const published = publishedAt.slice(0, 10);
  const where =
    journal === '' ? (isOnline && published !== '' ? `(${published})` : yearOf(source)) : whereIn(source);
  const seen = isOnline ? `[${today}]` : '';
  return [
    authorsOf(source),
    `${tidy(title)}[${type}${isOnline ? '/OL' : ''}]`,
    `${where}${seen}`,
    sourceUrl ?? '',
  ]
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

/** The same in plain words, for instance `作者：《题名》，《刊名》2019年3期`, as the article's language writes it. */
export function formatPlainReference(source: Source): string {
  const { title, journal, publishedAt, language, sourceUrl } = source;
  const author = tidy(source.author);
  const issue = tidy(source.issue) || (journal === '' ? publishedAt.slice(0, 10) : yearOf(source));
  const isChinese = language.toLowerCase().startsWith('zh');
  const name = isChinese ? `《${tidy(title)}》` : `“${tidy(title)}”`;
  if (!isChinese)
    return [author, name, tidy(journal), issue, sourceUrl ?? ''].filter((part) => part !== '').join(', ');
  const printed = `${journal === '' ? '' : `《${tidy(journal)}》`}${issue}`;
  const rest = [name, printed, sourceUrl ?? ''].filter((part) => part !== '').join('，');
  return author === '' ? rest : `${author}：${rest}`;
}

function authorsOf({ author, language }: Source): string {
  const names = tidy(author)
    .split(/[、；;，]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const others = language.toLowerCase().startsWith('zh') ? '等' : 'et al';
  return [...names.slice(0, mostAuthors), ...(names.length > mostAuthors ? [others] : [])].join(', ');
}

/** The journal with year, volume and number: `群众, 2019, 12(3)`, `群众, 2019(3)`. */
function whereIn(source: Source): string {
  const { year, volume, number } = readIssue(source);
  const counted = `${volume}${number === '' ? '' : `(${number})`}`;
  const date = volume !== '' && year !== '' ? `${year}, ${counted}` : `${year}${counted}`;
  return [tidy(source.journal), date].filter((part) => part !== '').join(', ');
}

/** Reads `2019年第12卷第3期`, `2019年3期`, `2019, 12(3)`, `Vol. 12, No. 3`. What an issue does not say stays empty. */
function readIssue(source: Source) {
  const issue = source.issue.normalize('NFKC');
  const bare = /(?:^|[\s,])(\d{1,4})?\s*\((\d+(?:[-/]\d+)?)\)/u.exec(issue);
  const ofYear = /^\s*\d{4}\((\d+(?:[-/]\d+)?)\)/u.exec(issue);
  return {
    year: yearOf(source),
    volume:
      /(\d+)\s*卷/u.exec(issue)?.[1] ??
      /\bvol\w*\.?\s*(\d+)/iu.exec(issue)?.[1] ??
      (ofYear ? '' : (bare?.[1] ?? '')),
    number:
      /(\d+(?:[-/]\d+)?)\s*[期号號]/u.exec(issue)?.[1] ??
      /\b(?:no|number|issue)\.?\s*(\d+)/iu.exec(issue)?.[1] ??
      ofYear?.[1] ??
      bare?.[2] ??
      '',
  };
}

function yearOf({ issue, publishedAt }: Source): string {
  return (
    /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u.exec(issue.normalize('NFKC'))?.[0] ??
    /^\d{4}/u.exec(publishedAt)?.[0] ??
    ''
  );
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
