/** What `/ask` offers while a question is being typed: questions that the article answers, in the member's language. */
import type { Article } from '../knowledge/article.ts';
import { foldText } from '../knowledge/text/fold.ts';
import { localeOf } from '../locales/translator.ts';
import { lengthOf, limits } from './limits.ts';

/** Questions near to what has been typed, best first, each within 100 code points. `language` is a BCP 47 tag. */
export type SuggestQuestions = (typed: string, language: string) => readonly string[];

/** The questions of one passage, by locale, and everything that finds them. */
interface Entry {
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  readonly texts: readonly string[];
}

interface Question {
  readonly text: string;
  readonly folded: string;
}

/** Reads the questions kept with an article once; suggesting then takes well under a millisecond for each hundred passages. */
export function createSuggestQuestions(article: Article): SuggestQuestions {
  const textOf = new Map(article.passages.map(({ id, text }) => [id, text]));
  const entries = article.enrichment.map(({ passage, gloss, aliases, questions }): Entry => {
    const byLocale = Object.entries(questions).map(
      ([language, texts]) => [localeOf(language), texts.filter(isShort).map(toQuestion)] as const,
    );
    const texts = [textOf.get(passage) ?? '', gloss ?? '', ...aliases];
    return { questions: new Map(byLocale), texts: texts.map(fold) };
  });
  const articleLocale = localeOf(article.language);

  return (typed, language) => {
    const folded = fold(typed.slice(0, 200));
    const locale = localeOf(language);
    const scored = entries.flatMap((entry, order) => {
      const offered = entry.questions.get(locale) ?? entry.questions.get('en-US') ?? [];
      const questions = offered.length > 0 ? offered : (entry.questions.get(articleLocale) ?? []);
      // What is near to the passage, in any language, is near to all its questions.
      const ofPassage = Math.max(
        0,
        ...[...entry.questions.values()].flat().map((question) => nearness(folded, question.folded)),
        ...entry.texts.map((text) => nearness(folded, text) * 0.7),
      );
      return questions.map(({ text, folded: own }, index) => ({
        text,
        score: nearness(folded, own) * 2 + ofPassage,
        // With nothing typed: the first question of each passage before the second of any.
        order: index * entries.length + order,
      }));
    });
    const found = scored.filter(({ score }) => folded === '' || score > 0.5);
    found.sort((a, b) => b.score - a.score || a.order - b.order);
    return [...new Set(found.map(({ text }) => text))].slice(0, limits.choices);
  };
}

function isShort(text: string): boolean {
  return lengthOf(text) <= limits.choiceName;
}

function toQuestion(text: string): Question {
  return { text, folded: fold(text) };
}

function fold(text: string): string {
  return foldText(text).text.trim();
}

/** From 0 to 1: 1 where the text holds what was typed, else the share of its pairs of characters that the text holds. */
function nearness(typed: string, text: string): number {
  if (typed === '' || text === '') return 0;
  if (text.includes(typed)) return 1;
  const pairs = pairsOf(typed);
  if (pairs.length === 0) return 0;
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters
    .slice(1)
    .map((character, index) => `${characters[index]}${character}`)
    .filter((pair) => !pair.includes(' '));
}
