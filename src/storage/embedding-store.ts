import type { EmbeddingStore } from '../knowledge/retrieval/embedder.ts';
import type { Database } from './database.ts';

/** Rows that are read or written in one statement: SQLite bounds its parameters. */
const batchSize = 500;
const bytesInNumber = Float32Array.BYTES_PER_ELEMENT;

/** Keeps one row a vector: its 32-bit floats, the least significant byte first. A row of another shape counts as missing. */
export function createEmbeddingStore(database: Database): EmbeddingStore {
  return {
    async load(model, hashes) {
      const vectors = new Map<string, Float32Array>();
      for (const batch of cutBatches(hashes)) {
        const rows = await database.use((connection) =>
          connection
            .selectFrom('embeddings')
            .select(['hash', 'vector'])
            .where('model', '=', model)
            .where('hash', 'in', batch)
            .execute(),
        );
        for (const { hash, vector: bytes } of rows) {
          const vector = toVector(bytes);
          if (vector !== null) vectors.set(hash, vector);
        }
      }
      return vectors;
    },
    async save(model, vectors) {
      for (const batch of cutBatches([...vectors])) {
        const rows = batch.map(([hash, vector]) => ({ model, hash, vector: toBytes(vector) }));
        await database.use((connection) =>
          connection
            .insertInto('embeddings')
            .values(rows)
            .onConflict((conflict) =>
              conflict
                .columns(['model', 'hash'])
                .doUpdateSet((row) => ({ vector: row.ref('excluded.vector') })),
            )
            .execute(),
        );
      }
    },
  };
}

function cutBatches<Value>(values: readonly Value[]): Value[][] {
  return Array.from({ length: Math.ceil(values.length / batchSize) }, (_, index) =>
    values.slice(index * batchSize, (index + 1) * batchSize),
  );
}

function toBytes(vector: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(vector.length * bytesInNumber));
  vector.forEach((value, index) => {
    view.setFloat32(index * bytesInNumber, value, true);
  });
  return new Uint8Array(view.buffer);
}

function toVector(bytes: unknown): Float32Array | null {
  if (!(bytes instanceof Uint8Array) || bytes.length === 0 || bytes.length % bytesInNumber !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / bytesInNumber }, (_, index) =>
    view.getFloat32(index * bytesInNumber, true),
  );
}
