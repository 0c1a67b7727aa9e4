/** What fits what somebody types: questions that the article answers, then its sections and paragraphs. */
import { findParagraphNumber } from '../answering/find-place.ts';
import type { Article, Enrichment } from '../article.ts';
import { type Section, sectionsOf } from '../sections.ts';
import { createFindCounterpart } from './counterparts.ts';
import { comparable, nearness, wholeNearness } from './nearness.ts';
import { createReadPinyin, type ReadPinyin } from './pinyin.ts';

/** What is offered; texts are the article's own. */
export type Suggestion =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'section'; readonly section: Section & { readonly heading: string } }
  | { readonly kind: 'paragraph'; readonly number: number; readonly text: string };

/** Suggestions for what was typed, best first; `language` is a BCP 47 tag. Never throws, and says the same each time. */
export type Suggest = (typed: string, language: string) => readonly Suggestion[];

interface Question {
  readonly text: string;
  readonly language: string;
  readonly comparable: string;
  /** From 0 to 1 among those of its language: the languages ask about a passage's matters in the same order. */
  readonly position: number;
}

/** What is kept beside a passage, made comparable. */
interface Entry {
  readonly paragraph: number;
  readonly questions: readonly Question[];
  readonly aliases: readonly string[];
  readonly texts: readonly string[];
}

/** Something that was typed or that it can stand for: pinyin's characters, a word's counterpart in the article's language. */
interface Variant {
  readonly text: string;
  readonly weight: number;
  /** Whether what is only like it counts too. */
  readonly isTyped: boolean;
}

/** How near what was typed is to what is kept beside an entry's questions. */
type BesideOf = (entry: Entry) => number;

const most = 25;
const mostTyped = 60;
/** At most this many sections, and as many paragraphs. */
const mostPlaces = 4;
const weights = { question: 2, beside: 1, text: 0.5, leastPinyin: 0.6, pinyin: 0.95 };
/** Of a word that has a counterpart in the reader's language, and of that. */
const foreign = { typed: 0.8, counterpart: 0.95 };
/** No nearer than this can the place of a question among others be told. */
const orderBlur = 0.05;
const least = 0.75;
const leastPlace = 0.5;

/**
 * Reads what is kept with an article once, so that suggesting takes a few milliseconds. `localeOf` says the
 * language that a reader of each is served in; `longest` bounds a question in code points.
 */
export function createSuggest(
  article: Article,
  { localeOf, longest }: { readonly localeOf: (language: string) => string; readonly longest: number },
): Suggest {
  const entries = entriesOf(article, { localeOf, longest });
  const sections = sectionsOf(article).flatMap(({ heading, paragraphs }) =>
    heading === null
      ? []
      : [
          {
            suggestion: { kind: 'section', section: { heading, paragraphs } } as const,
            texts: headingTexts(heading, article),
          },
        ],
  );
  const paragraphs = article.paragraphs.slice(1).map(({ number, text }) => ({
    suggestion: { kind: 'paragraph', number, text } as const,
    texts: [comparable(text)],
    entries: entries.filter(({ paragraph }) => paragraph === number),
  }));
  const readPinyin = createReadPinyin(chineseOf(article, entries));
  const findCounterpart = once(() => createFindCounterpart(article));

  const questionsFor = (
    variants: readonly Variant[],
    language: string,
    besideOf: BesideOf,
  ): readonly string[] => {
    const wanted = [localeOf(language), localeOf('en'), localeOf(article.language)];
    const found = entries.flatMap((entry, place) => {
      const offered = offeredOf(entry, wanted);
      const scores =
        variants.length === 0 ? offered.map(() => 0) : scoresOf(variants, offered, entry, besideOf(entry));
      return offered.map(({ text }, index) => ({
        text,
        score: scores[index] ?? 0,
        // With nothing typed: the first question of each passage before the second of any.
        order: index * entries.length + place,
      }));
    });
    return found
      .filter(({ score }) => variants.length === 0 || score >= least)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ text }) => text);
  };

  return (typed, language) => {
    const text = comparable([...typed].slice(0, mostTyped).join(''));
    const counterpart = text === '' ? null : findCounterpart()(text, localeOf(language));
    const variants = variantsOf(text, readPinyin, counterpart);
    // Both the questions and the paragraphs are ordered by it.
    const beside = new Map(entries.map((entry) => [entry, besideScore(variants, entry)]));
    const besideOf: BesideOf = (entry) => beside.get(entry) ?? 0;
    const questions = [...new Set(questionsFor(variants, language, besideOf))].map(
      (question): Suggestion => ({ kind: 'question', text: question }),
    );
    if (text === '') return questions.slice(0, most);
    const asked = findParagraphNumber(text)?.number ?? (/^\d{1,4}$/.test(text) ? Number(text) : null);
    const named = paragraphs.filter(({ suggestion }) => suggestion.number === asked);
    const others = paragraphs.filter((one) => !named.includes(one));
    const places = [
      nearest(sections, ({ texts }) => bestOf(variants, texts)),
      nearest(others, ({ texts, entries: own }) => Math.max(bestOf(variants, texts), ...own.map(besideOf))),
    ].flat();
    const first = named.map(({ suggestion }) => suggestion);
    return [...first, ...questions.slice(0, most - first.length - places.length), ...places];
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The nearest of the sections or paragraphs. */
function nearest<T extends { readonly suggestion: Suggestion }>(
  places: readonly T[],
  scoreOf: (place: T) => number,
): readonly Suggestion[] {
  return places
    .map((place) => ({ place, score: scoreOf(place) }))
    .filter(({ score }) => score >= leastPlace)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostPlaces)
    .map(({ place }) => place.suggestion);
}

function entriesOf(
  { enrichment, passages }: Article,
  { localeOf, longest }: { readonly localeOf: (language: string) => string; readonly longest: number },
): readonly Entry[] {
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]));
  const isField = ({ passage }: Enrichment): boolean => (passageOf.get(passage)?.field ?? null) !== null;
  // Questions about the article's own fields come after those about what it says.
  return enrichment
    .toSorted((one, other) => Number(isField(one)) - Number(isField(other)))
    .map(({ passage, gloss, aliases, questions }) => ({
      paragraph: passageOf.get(passage)?.paragraph ?? 0,
      questions: Object.entries(questions).flatMap(([language, texts]) =>
        texts
          .map((text, index) => ({
            language: localeOf(language),
            text,
            comparable: comparable(text),
            position: index / Math.max(1, texts.length - 1),
          }))
          .filter(({ text }) => [...text].length <= longest),
      ),
      aliases: aliases.map(comparable),
      texts: [passageOf.get(passage)?.text ?? '', gloss ?? ''].map(comparable),
    }));
}

/** A heading and what is kept beside it. */
function headingTexts(heading: string, { passages, enrichment }: Article): readonly string[] {
  const id = passages.find(({ field, text }) => field === 'headings' && text === heading)?.id;
  const beside = enrichment.find(({ passage }) => passage === id);
  return [heading, beside?.gloss ?? '', ...(beside?.aliases ?? [])].map(comparable);
}

/** The texts whose words may be typed as pinyin; those that somebody may ask with count most. */
function* chineseOf(article: Article, entries: readonly Entry[]): Iterable<{ text: string; count: number }> {
  for (const { questions, aliases } of entries) {
    for (const text of aliases) yield { text, count: 3 };
    for (const { language, comparable: text } of questions)
      if (language.startsWith('zh')) yield { text, count: 2 };
  }
  if (!article.language.startsWith('zh')) return;
  for (const { heading, text } of article.paragraphs) {
    yield { text: comparable(heading ?? ''), count: 2 };
    yield { text: comparable(text), count: 1 };
  }
}

function variantsOf(text: string, readPinyin: ReadPinyin, counterpart: string | null): readonly Variant[] {
  if (text === '') return [];
  return [
    { text, weight: counterpart === null ? 1 : foreign.typed, isTyped: true },
    ...readPinyin(text).map(({ text: characters, share }) => ({
      text: characters,
      weight: weights.leastPinyin + (weights.pinyin - weights.leastPinyin) * share,
      isTyped: false,
    })),
    ...(counterpart === null ? [] : [{ text: counterpart, weight: foreign.counterpart, isTyped: false }]),
  ];
}

/** The questions in the first of the languages that has any. */
function offeredOf({ questions }: Entry, wanted: readonly string[]): readonly Question[] {
  const language = wanted.find((one) => questions.some((question) => question.language === one));
  return questions.filter((question) => question.language === language);
}

function scoresOf(
  variants: readonly Variant[],
  offered: readonly Question[],
  entry: Entry,
  beside: number,
): readonly number[] {
  const near = entry.questions.map(({ comparable: text, position }) => ({
    position,
    score: bestOf(variants, [text]),
  }));
  return offered.map(({ position }) => {
    // What was typed in another language stands where its question stands.
    const asked = near.map(
      ({ score, position: other }) => score * (1 - Math.max(0, Math.abs(other - position) - orderBlur)),
    );
    return weights.question * Math.max(0, ...asked) + beside;
  });
}

function besideScore(variants: readonly Variant[], { aliases, texts }: Entry): number {
  return Math.max(weights.beside * bestOf(variants, aliases), weights.text * bestOf(variants, texts));
}

function bestOf(variants: readonly Variant[], texts: readonly string[]): number {
  let best = 0;
  for (const { text: typed, weight, isTyped } of variants)
    for (const text of texts)
      best = Math.max(best, weight * (isTyped ? nearness : wholeNearness)(typed, text));
  return best;
}
