import { describe, expect, it } from 'vitest';
import { loadArticle, shippedArticlePath } from '../../src/knowledge/load-article.ts';
import { createArticleStore } from '../../src/storage/article-store.ts';
import { kinds, newUrl, open, openNew } from './fixture.ts';

const article = await loadArticle(shippedArticlePath);
const { version, title, author, journal, issue, publishedAt, sourceUrl, language } = article;
const { paragraphs, passages, enrichment } = article;
const source = { author, journal, issue, publishedAt, sourceUrl };
const text = { version, title, ...source, language, paragraphs, passages, enrichment };

describe.each(kinds)('the store of article versions on %s', (kind) => {
  it('gives a version back as it was, in another process too', async () => {
    const url = await newUrl(kind);
    await createArticleStore(await open(url)).keep(article);
    expect(await createArticleStore(await open(url)).find(version)).toEqual(text);
  });

  it('gives back what an earlier release kept, which did not keep the source', async () => {
    const database = await openNew(kind);
    const kept = JSON.stringify({ version, title, language, paragraphs, passages, enrichment });
    await database.use((connection) =>
      connection.insertInto('articles').values({ version, article: kept }).execute(),
    );
    const none = { author: '', journal: '', issue: '', publishedAt: '', sourceUrl: null };
    expect(await createArticleStore(database).find(version)).toEqual({ ...text, ...none });
  });

  it('keeps versions beside each other, and each as it was first kept', async () => {
    const store = createArticleStore(await openNew(kind));
    await store.keep(article);
    await store.keep({ ...article, title: 'changed' });
    await store.keep({ ...article, version: 'newer', title: 'another' });
    expect((await store.find(version))?.title).toBe(title);
    expect((await store.find('newer'))?.title).toBe('another');
  });

  it('finds nothing for a version that was never kept, or is not as it was written', async () => {
    const database = await openNew(kind);
    await database.use((connection) =>
      connection
        .insertInto('articles')
        .values([
          { version: 'a', article: 'no JSON' },
          { version: 'b', article: '{"version":"b"}' },
        ])
        .execute(),
    );
    const store = createArticleStore(database);
    for (const one of ['a', 'b', 'c']) expect(await store.find(one)).toBeNull();
  });
});
