import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexArticle } from '../../../src/knowledge/retrieval/article-index.ts';
import { readIndex, stampArticle, writeIndex } from '../../../src/knowledge/retrieval/index-file.ts';
import { createLexicalRetriever } from '../../../src/knowledge/retrieval/lexical-retriever.ts';
import { article } from '../answering/fixture.ts';

const index = indexArticle(article);
const stamp = stampArticle(article);
const bytes = writeIndex(index, stamp);

describe('readIndex', () => {
  it('reads what was written, and finds the same with it', async () => {
    const read = readIndex(bytes, stamp);
    expect(read).toEqual(index);
    if (read === null) return;
    const query = '青石县有多少教师？';
    expect(await createLexicalRetriever(article, { index: read }).retrieve(query, { limit: 9 })).toEqual(
      await createLexicalRetriever(article).retrieve(query, { limit: 9 }),
    );
  });

  it.each([
    ['another article', { ...article, id: 'other' }],
    ['another text', { ...article, paragraphs: article.paragraphs.slice(1) }],
    ['other enrichment', { ...article, enrichment: [] }],
  ])('refuses the index of %s', (_, other) => {
    expect(readIndex(bytes, stampArticle(other))).toBeNull();
  });

  it('refuses another version', () => {
    const other = Buffer.from(bytes);
    other.write('9', 'Footnote index '.length);
    expect(readIndex(other, stamp)).toBeNull();
  });

  it('refuses a file with any byte changed, cut off or added', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Buffer.from(bytes);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(readIndex(damaged, stamp)).toBeNull();
        expect(readIndex(bytes.subarray(0, place), stamp)).toBeNull();
      }),
    );
    expect(readIndex(Buffer.concat([bytes, Buffer.from([0])]), stamp)).toBeNull();
  });

  it('refuses an index whose parts lead out of it, though its checksum is right', () => {
    const astray = { ...index, documents: index.documents.map((text, at) => (at === 3 ? 4_000_000 : text)) };
    expect(readIndex(writeIndex(astray, stamp), stamp)).toBeNull();
    const unsorted = { ...index, starts: index.starts.toReversed() };
    expect(readIndex(writeIndex(unsorted, stamp), stamp)).toBeNull();
    const short = { ...index, weights: index.weights.subarray(1) };
    expect(readIndex(writeIndex(short, stamp), stamp)).toBeNull();
  });

  it('refuses any other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (other) => {
        expect(readIndex(other, stamp)).toBeNull();
      }),
    );
  });
});
