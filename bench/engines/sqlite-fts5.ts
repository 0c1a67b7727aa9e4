import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { type Engine, indexByGroup } from './engine.ts';

/** Contentless, in memory: the index alone, as with the others. A question is the trigrams in it, any of which may match. */
export const sqliteTrigram: Engine = {
  build: (docs) =>
    indexByGroup(docs, (ofGroup) => {
      const database = new Sqlite(':memory:');
      database.exec("create virtual table texts using fts5(text, content='', tokenize='trigram')");
      const add = database.prepare('insert into texts (rowid, text) values (?, ?)');
      database.transaction(() => {
        ofGroup.forEach(({ text }, number) => {
          add.run(number + 1, text);
        });
      })();
      const find = database
        .prepare('select rowid from texts where texts match ? order by rank limit ?')
        .pluck();
      const ids = ofGroup.map(({ id }) => id);
      return {
        search(query, limit) {
          const trigrams = cutTrigrams(query);
          if (trigrams.length === 0) return [];
          const rows = z.array(z.number()).parse(find.all(trigrams.join(' OR '), limit));
          return rows.map((row) => ids[row - 1] ?? '');
        },
        bytesOutside: () =>
          Number(database.pragma('page_count', { simple: true })) *
          Number(database.pragma('page_size', { simple: true })),
      };
    }),
};

function cutTrigrams(query: string): string[] {
  const trigrams = new Set<string>();
  for (const run of query.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const characters = [...run];
    for (let start = 0; start + 3 <= characters.length; start += 1)
      trigrams.add(`"${characters.slice(start, start + 3).join('')}"`);
  }
  return [...trigrams];
}
