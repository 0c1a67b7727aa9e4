/** Names exchanged in statements in another language than the article's, told by its glosses. */
import { isDenied } from './denial.ts';

/** So many words on each side of a name are compared. */
const sideOfWords = 2;

/**
 * The same for statements in English, by the words of the gloss: a name between the words that are beside another
 * name there, or one that something comes from where in the gloss it comes from another.
 */
export function findExchangedWord(
  text: string,
  glosses: readonly string[],
  names: ReadonlySet<string>,
): string | null {
  const statement = readWords(text);
  if (statement.length === 0 || names.size === 0) return null;
  for (const gloss of glosses) {
    const words = readWords(gloss);
    for (const [index, word] of statement.entries()) {
      if (!names.has(word.text) || isDenied(text, word)) continue;
      const scores = words.flatMap((other, place) =>
        names.has(other.text)
          ? [{ name: other.text, score: compareSides(statement, index, words, place) }]
          : [],
      );
      const own = Math.max(0, ...scores.filter(({ name }) => name === word.text).map(({ score }) => score));
      const rival = Math.max(0, ...scores.filter(({ name }) => name !== word.text).map(({ score }) => score));
      if (rival >= sideOfWords + 1 && own < sideOfWords) return word.text;
    }
  }
  return findTurned(text, glosses, names);
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function readWords(text: string): Word[] {
  return [...text.matchAll(/[\p{Script=Latin}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** How many neighbouring words agree, each side up to two, nearest first. */
function compareSides(one: readonly Word[], at: number, other: readonly Word[], place: number): number {
  let score = 0;
  for (const step of [-1, 1]) {
    for (let distance = 1; distance <= sideOfWords; distance += 1) {
      const word = one[at + step * distance]?.text;
      if (word === undefined || word !== other[place + step * distance]?.text) break;
      score += 1;
    }
  }
  return score;
}

/** “from Yanhe to Zhangjiagang” where the clause of the gloss that says the same has “from Zhangjiagang to Yanhe”. */
function findTurned(text: string, glosses: readonly string[], names: ReadonlySet<string>): string | null {
  const clauses = glosses.flatMap((gloss) => gloss.split(/[,.;]\s/u));
  for (const clause of text.split(/[,.;]\s/u)) {
    const terms = new Set(readWords(clause).map((word) => word.text));
    const shared = (other: string) => readWords(other).filter((word) => terms.has(word.text)).length;
    const nearest = clauses.reduce((best, other) => (shared(other) > shared(best) ? other : best), '');
    const present = new Set(readWords(nearest).map((word) => word.text));
    for (const end of ends) {
      const [said, known] = [findEnds(clause, end, names), findEnds(nearest, end, names)];
      const turned = said.find((name) => present.has(name) && known.length > 0 && !known.includes(name));
      if (turned !== undefined) return turned;
    }
  }
  return null;
}

/** Where something comes from, and where it goes. */
const ends = [/\bfrom (?:the )?(\p{Lu}\p{L}+)/gu, /\bto (?:the )?(\p{Lu}\p{L}+)/gu];

function findEnds(text: string, end: RegExp, names: ReadonlySet<string>): string[] {
  return [...text.matchAll(end)].map(([, name = '']) => name.toLowerCase()).filter((name) => names.has(name));
}
