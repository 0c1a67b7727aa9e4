import { findNumbers } from '../../text/numbers.ts';
import { splitSentences } from '../../text/sentences.ts';
import { findArticleNames } from './article-names.ts';
import { countContent, findContentCharacters, findContentTerms } from './content.ts';
import type { Evidence } from './evidence.ts';
import { makeSkeleton } from './skeleton.ts';

/** The share of a sentence's content words that its cited passages must have. */
const shareInOwnLanguage = 0.3;
const shareThroughGloss = 0.2;
const shareInJapanese = 0.25;
/** A clause of at least so many content words must have one of them from the passages. */
const clauseWords = 5;
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
  const words = compareWith(sentence, evidence);
  if (words === null) return hasFoothold(sentence, evidence);
  const { known, minimum, ignored } = words;
  const terms = [...words.read(sentence)].filter((term) => !ignored.has(term) || known.has(term));
  const telling = terms.filter((term) => !ignored.has(term));
  if (telling.length === 0) return hasNumbers(sentence, evidence) || terms.length > 0;
  const shared = telling.filter((term) => known.has(term)).length;
  if (shared / telling.length < minimum) return false;
  return clausesOf(sentence).every((clause) => {
    const own = [...words.read(clause)].filter((term) => !ignored.has(term));
    return own.length < clauseWords || own.some((term) => known.has(term)) || hasNumbers(clause, evidence);
  });
}

function clausesOf(sentence: string): string[] {
  return sentence.split(/[，；：、,;:（）()]|——/u).filter((clause) => clause.trim() !== '');
}

interface Comparison {
  readonly read: (text: string) => ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** Names: they say what a sentence is about, not that it is true. */
  readonly ignored: ReadonlySet<string>;
  readonly minimum: number;
}

function compareWith(sentence: string, evidence: Evidence): Comparison | null {
  const names = findArticleNames(evidence.article);
  const script = scriptOf(sentence);
  const sources = [...evidence.texts, ...evidence.helpers, ...evidence.glosses];
  if (script === scriptOf(evidence.texts.join(''))) {
    const ignored = union(names.own.map(findContentTerms));
    return {
      read: findContentTerms,
      known: union(sources.map(findContentTerms)),
      ignored,
      minimum: shareInOwnLanguage,
    };
  }
  if (script === 'latin' && evidence.glosses.length > 0) {
    const ignored = union([...names.glossed].map(findContentTerms));
    return {
      read: findContentTerms,
      known: union(sources.map(findContentTerms)),
      ignored,
      minimum: shareThroughGloss,
    };
  }
  if (script === 'kana' && findContentCharacters(sentence).size > 3) {
    const ignored = union(names.own.map(findContentCharacters));
    return {
      read: findContentCharacters,
      known: union(sources.map(findContentCharacters)),
      ignored,
      minimum: shareInJapanese,
    };
  }
  return null;
}

function scriptOf(text: string): 'han' | 'kana' | 'hangul' | 'latin' | 'other' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}/gu) / 3;
  const most = Math.max(kana + han, hangul, latin);
  if (most === 0) return 'other';
  if (most === hangul) return 'hangul';
  if (most === latin) return 'latin';
  return kana > 2 && kana * 8 >= han ? 'kana' : 'han';
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
  return evidence.quotes.some((quote) => countContent(makeSkeleton(quote).text) >= substantial);
}
