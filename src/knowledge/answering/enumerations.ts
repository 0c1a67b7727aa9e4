/** Finds the series of an article: sentences of one paragraph, or first sentences of paragraphs in a row, that begin alike. */
import type { Article, Passage } from '../article.ts';
import { foldText } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import { splitSentences } from '../text/sentences.ts';

/** Fewer sentences than this that begin alike are chance. */
const shortest = 3;
/** They make up at least this share of their paragraph. */
const shareOfParagraph = 0.5;
/** Where in a sentence its beginning ends at the latest, in characters. */
const openingLength = 8;

/** A part of a passage. */
export interface SeriesPart {
  readonly passage: Passage;
  readonly text: string;
}

interface Series {
  /** What its sentences have in common (层面 in 市县层面, 镇级层面, 村级层面), with how many they are. */
  readonly heads: ReadonlyMap<string, number>;
  readonly parts: readonly SeriesPart[];
}

interface Sentence extends SeriesPart {
  readonly pairs: ReadonlySet<string>;
  readonly start: string;
}

/** Makes a function that gives the parts of the series that a folded question asks for by what its members share; none where it asks for none. */
export function findSeries(article: Article): (foldedQuestion: string) => readonly SeriesPart[] {
  const known = foldText([article.title, ...article.keywords].join('\n')).text;
  const paragraphs = article.paragraphs
    .slice(1)
    .map(({ number }) =>
      article.passages
        .filter(({ paragraph, field }) => paragraph === number && field === null)
        .flatMap(readSentences),
    );
  const series = [
    ...paragraphs.flatMap((sentences) => seriesWithin(sentences) ?? []),
    ...seriesOfLeads(paragraphs),
  ];
  return (question) => {
    const found =
      series.find(({ heads }) =>
        [...heads].some(([head, size]) => !known.includes(head) && asksFor(question, head, size)),
      ) ??
      series.find(({ parts }) =>
        namesIn(question).some((name) => foldText(parts[0]?.text ?? '').text.includes(name)),
      );
    return found?.parts ?? [];
  };
}

/** What a question has between quotation marks: a series may bear a name. */
function namesIn(question: string): string[] {
  return question.match(/(?<=["“「『《])[^"“”「」『』《》]{3,}(?=["”」』》])/gu) ?? [];
}

/** Whether a question speaks of what the sentences share, and of no other number of them: 哪五个层面 asks for five. */
function asksFor(question: string, head: string, size: number): boolean {
  const at = question.indexOf(head);
  if (at < 0) return false;
  const before = question.slice(Math.max(0, at - 8), at);
  const stated = findNumbers(`${before}个`).filter(({ kind, date }) => kind === 'count' && date === null);
  return stated.length === 0 || stated.some(({ value }) => value === size);
}

function readSentences(passage: Passage): Sentence[] {
  return splitSentences(passage.text).map(({ start, end }) => {
    const text = passage.text.slice(start, end).trim();
    const opening = [...(foldText(text).text.split(/[,，:：;；]/u)[0] ?? '')].slice(0, openingLength);
    const pairs = opening.slice(1).map((character, index) => `${opening[index]}${character}`);
    return {
      passage,
      text,
      pairs: new Set(pairs.filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))),
      start: pairs[0] ?? '',
    };
  });
}

/** The passages from the first to the last sentence that begins like others of its paragraph. */
function seriesWithin(sentences: readonly Sentence[]): Series | null {
  const counts = new Map<string, Sentence[]>();
  for (const sentence of sentences)
    for (const pair of sentence.pairs) counts.set(pair, [...(counts.get(pair) ?? []), sentence]);
  const alike = [...counts].filter(
    ([, members]) => members.length >= shortest && members.length >= shareOfParagraph * sentences.length,
  );
  if (alike.length === 0) return null;
  const passages = new Set(alike.flatMap(([, members]) => members.map(({ passage }) => passage)));
  return {
    heads: new Map(alike.map(([head, members]) => [head, members.length])),
    parts: [...passages].map((passage) => ({ passage, text: passage.text })),
  };
}

/** First sentences of paragraphs in a row that begin with the same two characters. */
function seriesOfLeads(paragraphs: readonly (readonly Sentence[])[]): Series[] {
  const runs: Sentence[][] = [];
  for (const [lead] of paragraphs) {
    if (lead === undefined) continue;
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.start === lead.start) run.push(lead);
    else runs.push([lead]);
  }
  return runs
    .filter((run) => run.length >= shortest && run[0] !== undefined && run[0].pairs.has(run[0].start))
    .map((run) => ({ heads: new Map([[run[0]?.start ?? '', run.length]]), parts: run }));
}
