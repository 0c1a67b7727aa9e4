import { Charset, Index } from 'flexsearch';
import { type Engine, indexByGroup } from './engine.ts';

/**
 * With its encoder for Chinese, Japanese and Korean, which cuts single characters, and a context of one character,
 * which makes pairs of them; with `suggest`, as it would else want every character of a question.
 */
export const flexsearchCjk: Engine = {
  build: (docs) =>
    indexByGroup(docs, (ofGroup) => {
      const index = new Index({
        encoder: Charset.CJK,
        tokenize: 'strict',
        context: { depth: 1, resolution: 9, bidirectional: false },
      });
      ofGroup.forEach(({ text }, number) => {
        index.add(number, text);
      });
      const ids = ofGroup.map(({ id }) => id);
      return {
        search: (query, limit) =>
          index.search(query, { limit, suggest: true }).map((number) => ids[Number(number)] ?? ''),
      };
    }),
};
