import { Embeddings } from '@langchain/core/embeddings';
import { foldText } from '../../src/knowledge/text/fold.ts';

const dimensions = 1_024;

/**
 * Stands in for an embedding model, of which no package ships one for Chinese: words of Latin letters and digits, and
 * characters and their pairs of other scripts, each counted at a place that its hash gives.
 */
export class HashedEmbeddings extends Embeddings {
  constructor() {
    super({});
  }

  async embedQuery(text: string): Promise<number[]> {
    const vector = new Array<number>(dimensions).fill(0);
    for (const term of termsOf(text)) {
      const place = hash(term) % dimensions;
      vector[place] = (vector[place] ?? 0) + 1;
    }
    return vector;
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}

function termsOf(text: string): string[] {
  const runs = foldText(text).text.match(/[a-z]+|[\d.]+|[^\sa-z\d\p{P}]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (/^[a-z\d.]/.test(run)) return [run];
    const points = [...run];
    return [...points, ...points.slice(1).map((point, index) => `${points[index]}${point}`)];
  });
}

/** FNV-1a. */
function hash(term: string): number {
  let value = 2_166_136_261;
  for (const unit of term) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return value;
}
