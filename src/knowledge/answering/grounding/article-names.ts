import type { Article } from '../../article.ts';

const placeName = /(?<![\p{Script=Han}])\p{Script=Han}{2,3}(?:省|市|县|自治县|镇)(?!\p{Script=Han}?级)/gu;

/** The names that an article speaks of: its keywords, its author, and the capitalised words of its glosses. */
interface ArticleNames {
  /** In the article's own words; longest first. */
  readonly own: readonly string[];
  /** In the glosses, lower case. */
  readonly glossed: ReadonlySet<string>;
}

const known = new WeakMap<Article, ArticleNames>();

/** Finds the names of an article, once for each article; a rule of the languages, not a list of names. */
export function findArticleNames(article: Article): ArticleNames {
  const names = known.get(article) ?? readNames(article);
  known.set(article, names);
  return names;
}

function readNames(article: Article): ArticleNames {
  const text = article.paragraphs.map((paragraph) => paragraph.text).join('\n');
  // A name comes again; “建立省、市、县” does not.
  const places = [...text.matchAll(placeName)]
    .map(([name]) => name)
    .filter((name) => text.split(name).length > 2);
  const own = new Set(
    [...article.keywords, article.author, ...places].filter((name) => name.length > 1 && name.length <= 8),
  );
  const glossed = new Set<string>();
  for (const { gloss } of article.enrichment) {
    for (const [, word = ''] of (gloss ?? '').matchAll(/(?<=[\p{Ll},;] )(\p{Lu}\p{Ll}{2,})/gu))
      glossed.add(word.toLowerCase());
  }
  return { own: [...own].sort((one, other) => other.length - one.length), glossed };
}
