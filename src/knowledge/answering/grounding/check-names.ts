import { findArticleNames } from './article-names.ts';
import { findExchangedWord } from './check-name-words.ts';
import type { Evidence } from './evidence.ts';
import { makeSkeleton } from './skeleton.ts';

/** What may stand for a name without being another one: 该县, 当地, 两地, there, it. */
const standIns =
  /[该該其当當本此这這那两兩双雙各对對]|\b(?:the|it|its|they|their|there|both|this|that|local)\b/u;
/** Letters that must agree on each side of a name for its place to be known again. */
const sideOfHan = 3;

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
    ) ?? findExchangedWord(text, evidence.glosses, names.glossed)
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
  return findShifted(statement, slots, names) ?? findStranger(statement, slots, sources);
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

/** A place of the same rank that the passages do not know, in front of the words that follow a name of theirs. */
function findStranger(statement: string, slots: readonly Slot[], sources: readonly string[]): string | null {
  for (const { name, right } of slots) {
    const rank = /[省市县区镇乡村州]$/u.exec(name)?.[0];
    const at = rank === undefined ? -1 : statement.indexOf(rank + right);
    if (rank === undefined || at < 2) continue;
    const stranger = statement.slice(Math.max(0, at - 2), at + 1);
    if (!sources.some((source) => source.includes(stranger)) && !standIns.test(stranger)) return stranger;
  }
  return null;
}
