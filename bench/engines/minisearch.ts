import MiniSearch, { type Options } from 'minisearch';
import { foldText } from '../../src/knowledge/text/fold.ts';
import type { BenchDoc } from '../read-sets.ts';
import { type Engine, indexByGroup } from './engine.ts';

/** As it comes. */
export const minisearch: Engine = createEngine({ fields: ['text'] });

/** The best that it can be set to for Chinese: single characters and bigrams, both scripts folded into one. */
export const minisearchBigrams: Engine = createEngine({
  fields: ['text'],
  tokenize: cutBigrams,
  processTerm: (term) => term,
});

function createEngine(options: Options<BenchDoc>): Engine {
  return {
    build: (docs) =>
      indexByGroup(docs, (ofGroup) => {
        const index = new MiniSearch<BenchDoc>(options);
        index.addAll(ofGroup);
        return {
          search: (query, limit) =>
            index
              .search(query)
              .slice(0, limit)
              .map(({ id }) => String(id)),
        };
      }),
  };
}

const run = /(?<spaceless>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)|[\p{L}\p{M}\p{N}]+/gu;

function cutBigrams(text: string): string[] {
  const terms: string[] = [];
  for (const match of foldText(text).text.matchAll(run)) {
    if (match.groups?.spaceless === undefined) {
      terms.push(match[0]);
      continue;
    }
    const characters = [...match[0]];
    terms.push(...characters);
    for (const [index, character] of characters.entries()) {
      const next = characters[index + 1];
      if (next !== undefined) terms.push(character + next);
    }
  }
  return terms;
}
