/** What `/ask` offers while a question is being typed: questions that the article answers, in the member's language. */
import type { Article, Enrichment } from '../knowledge/article.ts';
import { foldText } from '../knowledge/text/fold.ts';
import { type Locale, localeOf } from '../locales/translator.ts';
import { lengthOf, limits } from './limits.ts';

/** Questions near to what has been typed, best first, each within 100 code points. `language` is a BCP 47 tag. */
export type SuggestQuestions = (typed: string, language: string) => readonly string[];

/** What is kept beside a passage, folded for finding. */
interface Entry {
  readonly questions: readonly Question[];
  /** Everyday words for one thing, a line each. */
  readonly aliases: readonly string[];
  readonly texts: readonly string[];
}

interface Question {
  readonly locale: Locale;
  readonly text: string;
  readonly folded: string;
  /** From 0 to 1 among those of its language: the languages ask about a passage's matters in the same order. */
  readonly position: number;
}

const weights = { own: 2, bridge: 0.8, related: 0.6, passage: 0.5 };
const leastScore = 0.5;
const maxTyped = 60;

/** Reads the questions kept with an article once, so that suggesting takes a few milliseconds. */
export function createSuggestQuestions(article: Article): SuggestQuestions {
  const passageOf = new Map(article.passages.map((passage) => [passage.id, passage]));
  const isField = ({ passage }: Enrichment): boolean => (passageOf.get(passage)?.field ?? null) !== null;
  // Questions about the article's own fields come after those about what it says.
  const enrichment = article.enrichment.toSorted((a, b) => Number(isField(a)) - Number(isField(b)));
  const entries = enrichment.map((one) => toEntry(one, passageOf.get(one.passage)?.text ?? ''));
  const own = localeOf(article.language);

  return (typed, language) => {
    const folded = fold([...typed].slice(0, maxTyped).join(''));
    const scored = entries.flatMap((entry, place) => {
      const offered = offeredOf(entry, localeOf(language), own);
      const scores = folded === '' ? offered.map(() => 0) : scoresOf(folded, offered, entry);
      return offered.map(({ text }, index) => ({
        text,
        score: scores[index] ?? 0,
        // With nothing typed: the first question of each passage before the second of any.
        order: index * entries.length + place,
      }));
    });
    const found = scored.filter(({ score }) => folded === '' || score >= leastScore);
    found.sort((a, b) => b.score - a.score || a.order - b.order);
    return [...new Set(found.map(({ text }) => text))].slice(0, limits.choices);
  };
}

function toEntry({ gloss, aliases, questions }: Enrichment, passageText: string): Entry {
  return {
    questions: Object.entries(questions).flatMap(([language, texts]) =>
      texts
        .map((text, index) => ({
          locale: localeOf(language),
          text,
          folded: fold(text),
          position: index / Math.max(1, texts.length - 1),
        }))
        .filter(({ text }) => lengthOf(text) <= limits.choiceName),
    ),
    aliases: aliases.map(fold),
    texts: [passageText, gloss ?? ''].map(fold),
  };
}

/** The member's language, else English, else the article's. */
function offeredOf({ questions }: Entry, ...wanted: readonly Locale[]): readonly Question[] {
  for (const locale of [...wanted.slice(0, 1), 'en-US', ...wanted.slice(1)]) {
    const offered = questions.filter((question) => question.locale === locale);
    if (offered.length > 0) return offered;
  }
  return [];
}

function scoresOf(
  typed: string,
  offered: readonly Question[],
  { questions, aliases, texts }: Entry,
): readonly number[] {
  const near = new Map(questions.map((question) => [question, nearness(typed, question.folded)]));
  const matching = aliases.filter((alias) => alias.includes(typed));
  const related = matching.flatMap(wordsOf);
  const passage = matching.length > 0 ? 1 : Math.max(...texts.map((text) => nearness(typed, text)));
  return offered.map((question) => {
    // What was typed in another language stands where its question stands.
    const bridges = [...near].map(
      ([other, score]) => score * (1 - Math.abs(other.position - question.position)),
    );
    const isRelated = related.some((word) => question.folded.includes(word));
    return (
      weights.own * (near.get(question) ?? 0) +
      Math.max(weights.bridge * Math.max(...bridges), isRelated ? weights.related : 0) +
      weights.passage * passage
    );
  });
}

function wordsOf(alias: string): readonly string[] {
  return alias.split(' ').filter((word) => word.length > 1);
}

function fold(text: string): string {
  return foldText(text).text.trim();
}

/** From 0 to 1: 1 where the text holds what was typed, else the share of its pairs of characters that the text holds. */
function nearness(typed: string, text: string): number {
  if (text.includes(typed)) return 1;
  const pairs = pairsOf(typed);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length / 2;
}

function pairsOf(text: string): readonly string[] {
  const characters = [...text];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return pairs.filter((pair) => !pair.includes(' '));
}
