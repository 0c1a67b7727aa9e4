import { type ArticleText, type ArticleVersions, articleTextSchema } from '../knowledge/article-versions.ts';
import type { Database } from './database.ts';

/** Keeps one row a version of the article. What was found once is not read again: a version never changes. */
export function createArticleStore(database: Database): ArticleVersions {
  const found = new Map<string, ArticleText>();
  return {
    async keep(article) {
      const text = articleTextSchema.parse(article);
      await database.use((connection) =>
        connection
          .insertInto('articles')
          .values({ version: text.version, article: JSON.stringify(text) })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },
    async find(version) {
      const known = found.get(version);
      if (known !== undefined) return known;
      const row = await database.use((connection) =>
        connection.selectFrom('articles').select('article').where('version', '=', version).executeTakeFirst(),
      );
      const article = row === undefined ? null : parseArticle(row.article);
      if (article !== null) found.set(version, article);
      return article;
    },
  };
}

/** A row of another shape counts as missing. */
function parseArticle(json: string): ArticleText | null {
  try {
    return articleTextSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
