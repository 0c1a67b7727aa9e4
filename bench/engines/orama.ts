import { create, insert, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import { type Engine, indexByGroup } from './engine.ts';

/** With its own tokeniser for Chinese, which cuts words with `Intl.Segmenter`. */
export const oramaMandarin: Engine = {
  build: (docs) =>
    indexByGroup(docs, (ofGroup) => {
      const index = create({
        schema: { text: 'string' },
        components: { tokenizer: createTokenizer() },
        sort: { enabled: false },
      });
      for (const { id, text } of ofGroup) now(insert(index, { id, text }));
      return {
        search: (term, limit) => now(search(index, { term, limit })).hits.map(({ id }) => id),
      };
    }),
};

/** Orama is synchronous where no hook and no component of it is asynchronous, as here; its types say either. */
function now<T>(value: T | Promise<T>): T {
  if (value instanceof Promise) throw new TypeError('Orama answered later');
  return value;
}
