import { findArticleNames } from './article-names.ts';
import { findExchangedWord } from './check-name-words.ts';
import type { Evidence } from './evidence.ts';
import { findPlaces } from './name-places.ts';
import { makeSkeleton } from './skeleton.ts';

/** What may stand for a name without being another one: 该县, 当地, 两地, there, it. */
const standIns =
  /[该該其当當本此这這那两兩双雙各对對是在]|\b(?:the|it|its|they|their|there|both|this|that|local)\b/u;
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
  for (const { left, base, right } of slots) {
    for (let at = statement.indexOf(left); at >= 0; at = statement.indexOf(left, at + 1)) {
      const from = at + left.length;
      const to = statement.indexOf(right, from);
      if (to < 0 || to - from > longestFiller) continue;
      const filler = statement.slice(from, to);
      if (filler === '' || filler.includes(base) || base.includes(filler) || standIns.test(filler)) continue;
      const alike = slots.some(
        (slot) =>
          slot.left === left && slot.right === right && slot.base !== base && filler.includes(slot.base),
      );
      const continued = sources.some((source) => source.includes(left + filler + right));
      if (!alike && !continued && !/\p{N}/u.test(filler)) return filler;
    }
  }
  return findShifted(statement, slots, names) ?? findStranger(statement, slots, sources);
}

const longestFiller = 8;

interface Slot {
  readonly left: string;
  readonly base: string;
  /** The rank of the name: 县. */
  readonly rank: string;
  readonly right: string;
}

function findSlots(source: string, names: readonly string[]): Slot[] {
  return findPlaces(source, names).flatMap(({ base, start, end }) => {
    const left = source.slice(Math.max(0, start - sideOfHan), start);
    const right = readRight(source, end);
    if (right.length < sideOfHan && right !== ofOrigin) return [];
    return [
      {
        left: left.length < sideOfHan ? '\n' : left,
        base,
        rank: source.slice(start + base.length, end),
        right,
      },
    ];
  });
}

/** 沿河籍: whatever follows, someone of that place. */
const ofOrigin = '籍';

function readRight(text: string, end: number): string {
  const from = text.charAt(end) === '的' ? end + 1 : end;
  return text.charAt(from) === ofOrigin ? ofOrigin : text.slice(from, from + sideOfHan);
}

/** The right-hand words alone: a name at the beginning of a clause has nothing on its left to be known by. */
function findShifted(statement: string, slots: readonly Slot[], names: readonly string[]): string | null {
  for (const { base, end } of findPlaces(statement, names)) {
    const right = readRight(statement, end);
    const same = slots.filter((slot) => slot.right === right);
    if (same.length > 0 && !same.some((slot) => slot.base === base)) return base;
  }
  return null;
}

/** A place of the same rank that the passages do not know, in front of the words that follow a name of theirs. */
function findStranger(statement: string, slots: readonly Slot[], sources: readonly string[]): string | null {
  for (const { rank, right } of slots) {
    const at = rank === '' ? -1 : statement.indexOf(rank.slice(-1) + right);
    if (at < 2) continue;
    const stranger = statement.slice(Math.max(0, at - 2), at + 1);
    if (!sources.some((source) => source.includes(stranger)) && !standIns.test(stranger)) return stranger;
  }
  return null;
}
