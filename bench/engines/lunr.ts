import lunr from 'lunr';
import addStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import addChinese from 'lunr-languages/lunr.zh.js';
import { type Engine, indexByGroup } from './engine.ts';

addStemmerSupport(lunr);
addChinese(lunr);

const { zh } = lunr;

/** With lunr-languages' Chinese, which cuts words with jieba. */
export const lunrZh: Engine = {
  build: (docs) =>
    indexByGroup(docs, (ofGroup) => {
      const builder = new lunr.Builder();
      builder.use(zh);
      // Queries go through the pipeline of English by default, texts here do not.
      builder.searchPipeline.reset();
      builder.ref('id');
      builder.field('text');
      for (const { id, text } of ofGroup) builder.add({ id, text });
      const index = builder.build();
      return {
        search: (query, limit) =>
          index
            // Not `index.search`, whose syntax a question could hold by chance.
            .query((asked) => asked.term(zh.tokenizer?.(query) ?? [], {}))
            .slice(0, limit)
            .map(({ ref }) => ref),
      };
    }),
};
