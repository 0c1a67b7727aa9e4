/** What a word of the translation is in the article's Chinese: the word that stands in the same sentences. */
import type { Article } from '../article.ts';
import { splitSentences } from '../text/sentences.ts';
import { stemWord } from '../text/tokenise.ts';
import { comparable } from './nearness.ts';

/**
 * The article's word that one most likely stands for, for readers of the article's language (BCP 47), in any script;
 * null for others, who are offered questions that have the word itself, and where it is not clear.
 */
type FindCounterpart = (word: string, language: string) => string | null;

type TextPair = readonly [text: string, translation: string];

/** How much two words must keep together, from 0 to 1 for never apart, and in how many texts at least. */
const leastTogether = 0.8;
const fewestTogether = 2;

/** Counts the words of an article once; the words that are looked up are folded. */
export function createFindCounterpart(article: Article): FindCounterpart {
  const segmenter = new Intl.Segmenter(article.language, { granularity: 'word' });
  const pairs = pairsOf(article);
  const own = pairs.map(
    ([text]) =>
      new Set(
        [...segmenter.segment(text)]
          .map(({ segment }) => segment)
          .filter((word) => /^\p{Script=Han}{2,}$/u.test(word)),
      ),
  );
  const byStem = new Map<string, ReadonlySet<string>[]>();
  for (const [index, [, translation]] of pairs.entries())
    for (const stem of new Set(stemsOf(translation)))
      byStem.set(stem, [...(byStem.get(stem) ?? []), own[index] ?? new Set()]);
  const counts = countWords(own);
  return (typed, language) => {
    if (primary(language) !== primary(article.language)) return null;
    const [stem, ...more] = stemsOf(typed);
    if (stem === undefined || more.length > 0) return null;
    const holding = byStem.get(stem) ?? [];
    const [best, next] = [...countWords(holding)]
      .filter(([, count]) => count >= fewestTogether)
      .map(([text, count]) => ({
        text,
        share: (2 * count) / (holding.length + (counts.get(text) ?? 0)),
      }))
      .sort((one, other) => other.share - one.share);
    // Words that always stand together tell nothing of which is meant.
    const isMeant = best !== undefined && best.share >= leastTogether && best.share > (next?.share ?? 0);
    return isMeant ? best.text : null;
  };
}

/** Each sentence of a passage with its translation where there are as many, else all of it; and what is kept beside it. */
function pairsOf({ enrichment, passages }: Article): readonly TextPair[] {
  const textOf = new Map(passages.map(({ id, text }) => [id, text]));
  return enrichment.flatMap(({ passage, gloss, aliases, questions }) => {
    const text = textOf.get(passage) ?? '';
    const sentences = sentencesOf(text);
    const translated = sentencesOf(gloss ?? '');
    const isPaired = sentences.length === translated.length;
    const beside = [...aliases, ...Object.values(questions).flat()].join('\n');
    const parts: readonly TextPair[] = isPaired
      ? sentences.map((sentence, index) => [sentence, translated[index] ?? ''])
      : [[text, gloss ?? '']];
    return [...parts, [beside, beside] as const].map(
      ([one, other]): TextPair => [comparable(one), comparable(other)],
    );
  });
}

function primary(language: string): string {
  return language.split('-')[0] ?? '';
}

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function countWords(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The stems of words in letters, hyphens kept. */
function stemsOf(text: string): readonly string[] {
  return [...text.matchAll(/[a-z]{3,}(?:-[a-z]+)*/g)].map(([word]) => stemWord(word));
}
