import { detectLanguage } from '../../text/language.ts';
import { findNumbers } from '../../text/numbers.ts';
import { splitSentences } from '../../text/sentences.ts';
import { findArticleNames } from './article-names.ts';
import { countContent, findContentCharacters, findContentTerms } from './content.ts';
import type { Evidence } from './evidence.ts';
import { findLongestRun } from './longest-run.ts';
import { scriptOf } from './script-of.ts';
import { makeSkeleton } from './skeleton.ts';

/** The share of a sentence's content words that its cited passages must have, by how the two are compared. */
const shares = { same: 0.4, gloss: 0.34, characters: 0.25 };
/** A supported number is worth some words. */
const withNumbers = 0.75;
/** The same for a clause of at least so many content words: an invented one may not ride on a true one. */
const clauseShares = { same: 0.25, gloss: 0.21, characters: 0.12 };
const clauseWords = 5;
/** A shorter one with so many that shares none of them is invented, unless its letters are the passages'. */
const fewestInvented = 3;
const fewestShared = 0.3;
const sharedLetters = 0.4;
/** A few foreign words may be names. */
const mostStrangers = 3;
/** Where no words can be compared, the quote must say this much. */
const substantial = 8;

/**
 * Leaves of a statement the sentences whose content words its cited passages share: in the article's language by the
 * words, in English by the gloss, in Japanese by the characters; null when none is left. Where nothing can be compared
 * (Korean, or no gloss), numbers, names or a substantial quote must do.
 */
export function keepSupported(text: string, evidence: Evidence): string | null {
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const kept = sentences.filter((sentence) => isSupported(sentence, evidence));
  return kept.length === 0 ? null : kept.join('').trim();
}

function isSupported(sentence: string, evidence: Evidence): boolean {
  const skeleton = makeSkeleton(sentence).text;
  if (skeleton !== '' && evidence.texts.some((text) => makeSkeleton(text).text.includes(skeleton)))
    return true;
  const words = compareWith(sentence, evidence);
  if (words === null) return !isPatched(sentence, evidence) && hasFoothold(sentence, evidence);
  const said = withoutNumbers(sentence.replace(attribution, ''));
  if (words.by === 'same' && countStrangers(sentence, words) > mostStrangers) return false;
  const { count, shared } = countShared(said, words);
  if (count === 0) return hasNumbers(sentence, evidence) || words.read(said).size > 0;
  const wanted = shares[words.by] * count * (hasNumbers(sentence, evidence) ? withNumbers : 1);
  if (shared < wanted) return false;
  // Of what is said without a number, one word in two may be what it is about; the other would be invented.
  const isShort = words.by === 'same' || (words.by === 'gloss' && count < clauseWords);
  if (isShort && !hasNumbers(sentence, evidence) && 2 * shared <= count && !sharesRun(said, words, evidence))
    return false;
  return clausesOf(sentence.replace(attribution, '')).every(
    (clause) => isSupportedClause(clause, words, evidence) && !ridesOnName(clause, words, evidence),
  );
}

function isSupportedClause(clause: string, words: Comparison, evidence: Evidence): boolean {
  const own = countShared(withoutNumbers(clause), words);
  const isAddition = words.by === 'gloss' && addition.test(clause);
  if (own.count < clauseWords) {
    if (own.count < fewestInvented) return true;
    const isShared = own.shared >= fewestShared * own.count;
    return (
      (isShared && !(isAddition && !sharesRun(clause, words, evidence))) || resembles(clause, words, evidence)
    );
  }
  if (own.shared > 0 && hasNumbers(clause, evidence)) return true;
  if (own.shared < clauseShares[words.by] * own.count) return false;
  const isLoose = words.by === 'characters' || (words.by === 'gloss' && !isAddition);
  return isLoose || 2 * own.shared >= own.count || sharesRun(clause, words, evidence);
}

/** So many letters in a row may be a name of something, which says what a clause is about, not that it is true. */
const shortestName = 3;

/** Whether a clause copies one run of letters and has nothing of the passages in the rest. */
function ridesOnName(clause: string, words: Comparison, evidence: Evidence): boolean {
  if (words.by !== 'same' || !/\p{Script=Han}/u.test(clause)) return false;
  const letters = makeSkeleton(clause).text;
  const runs = evidence.texts.map((text) => {
    const source = makeSkeleton(text).text;
    const { from, length } = findLongestRun(letters, source);
    return source.slice(from, from + length);
  });
  const run = runs.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  if (run.length < shortestName) return false;
  const names = findArticleNames(evidence.article).own.map((name) => makeSkeleton(name).text);
  const rest = [run, ...names].reduce((text, name) => text.replaceAll(name, '\n'), letters);
  const own = countShared(rest, words);
  return own.count >= fewestInvented && own.shared === 0 && !resembles(rest, words, evidence);
}

/** “The article says that …” says nothing itself. */
const attribution =
  /(?:根据|据|按照|按)?(?:这篇|该|本)?(?:文章|文中|原文|作者|本文)(?:的)?(?:介绍|指出|提到|提及|说|称|写道|显示|记载|认为|中)?[，,:：]?|\b(?:according to the (?:article|author|text)|the (?:article|author|text) (?:says|states|notes|mentions|reports)(?: that)?)[,:]?/giu;

/** Whether a clause has three letters in a row from the passages, names left out: single words may coincide. */
function sharesRun(clause: string, { by, ignored }: Comparison, evidence: Evidence): boolean {
  const { texts, aliases, glosses } = evidence;
  if (by === 'gloss') return sharesWords(clause, [...glosses, ...aliases]);
  const sources = [...texts, ...aliases].map((text) => makeSkeleton(text).text);
  const letters = [...makeSkeleton(clause).text];
  return letters.some((_, index) => {
    const run = letters.slice(index, index + 3).join('');
    const telling = [...findContentTerms(run)].filter((term) => !ignored.has(term));
    return telling.length > 1 && sources.some((source) => source.includes(run));
  });
}

/** Whether a clause without a word of the passages has their letters, a number, or a name. */
function resembles(clause: string, { by }: Comparison, evidence: Evidence): boolean {
  if (findNumbers(clause).some(({ certain }) => certain)) return true;
  if (by !== 'same') return false;
  const known = union([...evidence.texts, ...evidence.aliases].map(findContentCharacters));
  const letters = [...findContentCharacters(clause)];
  return (
    letters.length > 0 &&
    letters.filter((letter) => known.has(letter)).length >= sharedLetters * letters.length
  );
}

/** Whether two telling words, or three of which one is, stand beside each other both in a clause and in a gloss. */
function sharesWords(clause: string, glosses: readonly string[]): boolean {
  const known = glosses.map((gloss) => ` ${readLatin(gloss).join(' ')} `).join('\n');
  const words = readLatin(clause);
  return words.some((_, index) =>
    [2, 3].some((length) => {
      const run = words.slice(index, index + length).join(' ');
      return findContentTerms(run).size >= 4 - length && known.includes(` ${run} `);
    }),
  );
}

function readLatin(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];
}

/** How many Latin words a statement in another script has that the passages do not. */
function countStrangers(text: string, { read, known }: Comparison): number {
  if (scriptOf(text) === 'latin') return 0;
  return [...read(text)].filter((term) => /^\p{Script=Latin}{2,}$/u.test(term) && !known.has(term)).length;
}

/** What is put behind a sentence that was whole. */
const addition = /^\s*(?:which|who|because|so that|and)\b/iu;

function isSpelled(number: string): boolean {
  return !/\d/u.test(number) || /[〇一二三四五六七八九十]/u.test(number);
}

/** Numbers are checked by value; in Chinese numerals they would be words. */
function withoutNumbers(text: string): string {
  return findNumbers(text).reduceRight(
    (rest, { start, end, certain }) =>
      certain && isSpelled(text.slice(start, end)) ? `${rest.slice(0, start)} ${rest.slice(end)}` : rest,
    text,
  );
}

/** How many telling words a text has, names left out, and how many of them the evidence has. */
function countShared(text: string, { read, known, ignored }: Comparison): { count: number; shared: number } {
  const telling = [...read(text)].filter((term) => !ignored.has(term));
  return { count: telling.length, shared: telling.filter((term) => known.has(term)).length };
}

function clausesOf(sentence: string): string[] {
  return sentence.split(/[，；：、,;:（）()]|——/u).filter((clause) => clause.trim() !== '');
}

interface Comparison {
  readonly by: keyof typeof shares;
  readonly read: (text: string) => ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** Names: they say what a sentence is about, not that it is true. */
  readonly ignored: ReadonlySet<string>;
}

function compareWith(sentence: string, evidence: Evidence): Comparison | null {
  const { texts, glosses, aliases, questions } = evidence;
  const names = findArticleNames(evidence.article);
  const compare = (
    by: Comparison['by'],
    read: Comparison['read'],
    sources: readonly string[],
    ignored: Iterable<string>,
  ) => ({
    by,
    read,
    known: union(sources.map(read)),
    ignored: union([...ignored].map(read)),
  });
  const script = scriptOf(sentence);
  if (script === scriptOf(texts.join('')))
    return compare('same', findContentTerms, [...texts, ...aliases], names.own);
  if (script === 'latin' && glosses.length > 0 && detectLanguage(sentence) === 'en') {
    return compare(
      'gloss',
      findContentTerms,
      [...texts, ...glosses, ...aliases, ...questions],
      names.glossed,
    );
  }
  if (script === 'kana' && findContentCharacters(sentence).size > 3) {
    return compare('characters', findContentCharacters, [...texts, ...aliases, ...questions], names.own);
  }
  return null;
}

/** Whether a clause in the article's script stands beside one of foreign words that no passage has: what nobody can check rides on what is true. */
function isPatched(sentence: string, { texts }: Evidence): boolean {
  const clauses = clausesOf(sentence);
  if (!clauses.some((clause) => scriptOf(clause) === 'han')) return false;
  const known = union(texts.map(findContentTerms));
  return clauses.some((clause) => {
    const foreign = [...findContentTerms(clause)].filter((term) => /^\p{Script=Latin}{2,}$/u.test(term));
    return scriptOf(clause) === 'latin' && foreign.filter((term) => !known.has(term)).length > 1;
  });
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Whether a text has a number; that it is supported has been checked before. */
function hasNumbers(text: string, evidence: Evidence): boolean {
  const inSources = new Set(
    evidence.texts.flatMap((source) => findNumbers(source).map(({ exact }) => exact)),
  );
  return findNumbers(text).some(({ certain, exact }) => certain && inSources.has(exact));
}

function hasFoothold(sentence: string, evidence: Evidence): boolean {
  if (hasNumbers(sentence, evidence)) return true;
  const skeleton = makeSkeleton(sentence).text;
  const names = findArticleNames(evidence.article).own.map((name) => makeSkeleton(name).text);
  const source = evidence.texts.map((text) => makeSkeleton(text).text).join('');
  if (names.some((name) => skeleton.includes(name) && source.includes(name))) return true;
  // A field, such as the author's name, is short and whole.
  const { passages, quotes } = evidence;
  return quotes.some(
    (quote) =>
      countContent(makeSkeleton(quote).text) >= substantial || passages.some(({ text }) => text === quote),
  );
}
