import { describe, expect, it } from 'vitest';
import type { EmbeddingStore } from '../../src/knowledge/retrieval/embedder.ts';
import { createEmbeddingStore } from '../../src/storage/embedding-store.ts';
import { kinds, openNew } from './fixture.ts';

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

/** What every embedding store promises, whatever it is kept in. */
describe.each(kinds)('the embedding store on %s', (kind) => {
  const openStore = async (): Promise<EmbeddingStore> => createEmbeddingStore(await openNew(kind));

  it('gives back what was kept, bit for bit', async () => {
    const store = await openStore();
    const kept = vector(0.1, -3.4e38, 1e-40, 0);
    await store.save('m', new Map([['a', kept]]));
    expect(await store.load('m', ['a', 'b'])).toEqual(new Map([['a', kept]]));
  });

  it('keeps each model alone', async () => {
    const store = await openStore();
    await store.save('m', new Map([['a', vector(1)]]));
    expect(await store.load('n', ['a'])).toEqual(new Map());
  });

  it('replaces what was there', async () => {
    const store = await openStore();
    await store.save('m', new Map([['a', vector(1)]]));
    await store.save('m', new Map([['a', vector(2, 3)]]));
    expect(await store.load('m', ['a'])).toEqual(new Map([['a', vector(2, 3)]]));
  });

  it('keeps and finds more than one statement can name', async () => {
    const store = await openStore();
    const many = new Map(Array.from({ length: 1_201 }, (_, index) => [`hash-${index}`, vector(index)]));
    await store.save('m', many);
    expect(await store.load('m', [...many.keys()])).toEqual(many);
  });

  it('does nothing for nothing', async () => {
    const store = await openStore();
    await store.save('m', new Map());
    expect(await store.load('m', [])).toEqual(new Map());
  });

  it('takes a row of another shape for missing', async () => {
    const database = await openNew(kind);
    await database.use((connection) =>
      connection
        .insertInto('embeddings')
        .values([
          { model: 'm', hash: 'a', vector: new Uint8Array([1, 2, 3]) },
          { model: 'm', hash: 'b', vector: new Uint8Array() },
        ])
        .execute(),
    );
    expect(await createEmbeddingStore(database).load('m', ['a', 'b'])).toEqual(new Map());
  });
});
