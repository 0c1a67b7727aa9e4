import { buildTextIndex } from '../../src/knowledge/retrieval/text-index.ts';
import type { Engine } from './engine.ts';

/** Our own retriever, on plain texts: one index, which knows groups. */
export const footnote: Engine = {
  build(docs) {
    const index = buildTextIndex(docs);
    return {
      search: (query, group, limit) =>
        index.search(query, group === undefined ? { limit } : { limit, group }).map(({ id }) => id),
    };
  },
};
