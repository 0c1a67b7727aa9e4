import { findArticleNames } from './article-names.ts';
import { isDenied } from './denial.ts';
import type { Evidence } from './evidence.ts';
import { makeSkeleton } from './skeleton.ts';

/** What may stand for a name without being another one: 该县, 当地, 两地, there, it. */
const standIns =
  /[该該其当當本此这這那两兩双雙各对對]|\b(?:the|it|its|they|their|there|both|this|that|local)\b/u;
/** Letters of Han text, or words of other text, that must agree on each side of a name for its place to be known again. */
const sideOfHan = 3;
const sideOfWords = 2;

/**
 * Finds a name that stands where the cited passages have another one: “34 teachers from Yanhe” for “34 teachers from
 * Zhangjiagang”. Looks at the words on both sides of each name of the article; returns what stands there, or null.
 */
export function findExchangedName(text: string, evidence: Evidence): string | null {
  const names = findArticleNames(evidence.article);
  const own = names.own.map((name) => makeSkeleton(name).text);
  return (
    findInHan(
      makeSkeleton(text).text,
      evidence.texts.map((source) => makeSkeleton(source).text),
      own,
    ) ?? findInWords(text, evidence.glosses, names.glossed)
  );
}

function findInHan(statement: string, sources: readonly string[], names: readonly string[]): string | null {
  const slots = sources.flatMap((source) => findSlots(source, names));
  for (const { left, name, right } of slots) {
    for (let at = statement.indexOf(left); at >= 0 && left !== ''; at = statement.indexOf(left, at + 1)) {
      const from = at + left.length;
      const to = statement.indexOf(right, from);
      if (to < 0 || to - from > 8) continue;
      const filler = statement.slice(from, to);
      if (filler === '' || filler.includes(name) || name.includes(filler) || standIns.test(filler)) continue;
      const alike = slots.some(
        (slot) =>
          slot.left === left && slot.right === right && slot.name !== name && filler.includes(slot.name),
      );
      const continued = sources.some((source) => source.includes(left + filler + right));
      if (!alike && !continued && !/\p{N}/u.test(filler)) return filler;
    }
  }
  return findShifted(statement, slots, names);
}

interface Slot {
  readonly left: string;
  readonly name: string;
  readonly right: string;
}

function findSlots(source: string, names: readonly string[]): Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const name = names.find((each) => source.startsWith(each, index));
    if (name === undefined) continue;
    const left = source.slice(Math.max(0, index - sideOfHan), index);
    const right = source.slice(index + name.length, index + name.length + sideOfHan);
    if (left.length === sideOfHan && right.length === sideOfHan) slots.push({ left, name, right });
    index += name.length - 1;
  }
  return slots;
}

/** The right-hand words alone, longer: a name at the beginning of a clause has nothing on its left to be known by. */
function findShifted(statement: string, slots: readonly Slot[], names: readonly string[]): string | null {
  for (const name of names) {
    for (let at = statement.indexOf(name); at >= 0; at = statement.indexOf(name, at + 1)) {
      const after = statement.slice(at + name.length, at + name.length + sideOfHan);
      if (after.length < sideOfHan) continue;
      const same = slots.filter(({ right }) => right === after);
      const related = (slot: Slot) => slot.name.includes(name) || name.includes(slot.name);
      if (
        same.length > 0 &&
        !same.some(related) &&
        !names.some((longer) => longer.length > name.length && statement.startsWith(longer, at))
      ) {
        return name;
      }
    }
  }
  return null;
}

function findInWords(text: string, glosses: readonly string[], names: ReadonlySet<string>): string | null {
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
  return null;
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
