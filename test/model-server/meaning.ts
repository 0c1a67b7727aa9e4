import { foldText } from '../../src/knowledge/text/fold.ts';
import { tokenise } from '../../src/knowledge/text/tokenise.ts';

/**
 * Vectors that carry meaning, from a table of texts that mean the same in several words or languages, an entry each:
 * a term is where its entries are, a text where its terms are (explicit semantic analysis). Terms that the table does
 * not have add nothing; a text of such terms alone lies at the same distance from all entries.
 */
export function readMeanings(table: readonly (readonly string[])[]): (text: string) => number[] {
  const places = new Map<string, Map<number, number>>();
  table.forEach((texts, entry) => {
    for (const term of texts.flatMap(readTerms)) {
      const counts = places.get(term) ?? new Map<number, number>();
      places.set(term, counts.set(entry, (counts.get(entry) ?? 0) + 1));
    }
  });
  return (text) => {
    const vector = new Array<number>(table.length).fill(1e-3);
    for (const term of readTerms(text)) {
      const counts = places.get(term);
      if (counts === undefined) continue;
      const rarity = Math.log(1 + table.length / counts.size);
      for (const [entry, count] of counts)
        vector[entry] = (vector[entry] ?? 0) + rarity ** 2 * Math.log1p(count);
    }
    return vector;
  };
}

function readTerms(text: string): string[] {
  return tokenise(foldText(text).text).map(({ term }) => term);
}
