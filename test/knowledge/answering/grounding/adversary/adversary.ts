/** Every kind of draft, and what becomes of it. */
import { groundStatement } from '../../../../../src/knowledge/answering/grounding/ground-statement.ts';
import { makeSkeleton } from '../../../../../src/knowledge/answering/grounding/skeleton.ts';
import type { Fact, Made, Maker, Pick, World } from './draft.ts';
import { englishFaults } from './english-faults.ts';
import { inventionFaults } from './invention-faults.ts';
import { nameFaults } from './name-faults.ts';
import { negationFaults } from './negation-faults.ts';
import { dateFaults, numberFaults, unitFaults } from './number-faults.ts';
import { quotationFaults, quoteFaults } from './quote-faults.ts';
import { trueSums, wrongSums } from './sums.ts';
import { misplaced, trueEnglish, trueQuotes, trueRewordings, trueSpellings } from './true-drafts.ts';

export interface Kind {
  readonly group: string;
  readonly name: string;
  /** True, false, or true but cited under another passage's number. */
  readonly nature: 'true' | 'false' | 'misplaced';
  readonly make: Maker;
}

const groups: readonly (readonly [string, Kind['nature'], Readonly<Record<string, Maker>>])[] = [
  ['citations', 'false', quoteFaults],
  ['quotation marks', 'false', quotationFaults],
  ['inventions', 'false', inventionFaults],
  ['numbers', 'false', numberFaults],
  ['units', 'false', unitFaults],
  ['sums', 'false', wrongSums],
  ['dates', 'false', dateFaults],
  ['names', 'false', nameFaults],
  ['negation', 'false', negationFaults],
  ['English', 'false', englishFaults],
  ['place', 'misplaced', misplaced],
  ['spelling', 'true', trueSpellings],
  ['wording', 'true', trueRewordings],
  ['quotes', 'true', trueQuotes],
  ['sums', 'true', trueSums],
  ['English', 'true', trueEnglish],
];

export const kinds: readonly Kind[] = groups.flatMap(([group, nature, makers]) =>
  Object.entries(makers).map(([name, make]) => ({ group, name, nature, make })),
);

export interface Judged {
  readonly kind: Kind;
  readonly world: World;
  readonly made: Made;
  /** What a reader would have been shown; null where nothing. */
  readonly shown: string | null;
  readonly reason: string | null;
  /** A fault was shown, or a true statement was not. */
  readonly failed: boolean;
}

const mostTries = 60;

/** One draft of a kind, by a seed, checked; null where no article has anything to make it from. */
export function runDraft(kind: Kind, worlds: readonly World[], seed: number): Judged | null {
  const pick = pickFrom(seed);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const world = worlds[pick(worlds.length)];
    const fact = world?.facts[pick(world.facts.length)];
    const made = world === undefined || fact === undefined ? null : kind.make(fact, world, pick);
    if (world === undefined || fact === undefined || made === null) continue;
    if (kind.nature === 'false' && isTrueByChance(made, world)) continue;
    return judge(kind, world, fact, made);
  }
  return null;
}

function judge(kind: Kind, world: World, fact: Fact, made: Made): Judged {
  const { status, text, places, reason } = groundStatement(made.draft, world.shown);
  const shown = status === 'dropped' ? null : text;
  const failed = () => {
    if (kind.nature === 'false')
      return (
        shown !== null && (made.wrong === undefined || made.wrong.some((words) => shown.includes(words)))
      );
    if (shown === null) return true;
    const quoted = makeSkeleton(fact.text).text;
    const isAtQuote = places.some(({ paragraph, start, end }) => {
      const slice = makeSkeleton(world.article.paragraphs[paragraph]?.text.slice(start, end) ?? '').text;
      return slice.includes(quoted) || quoted.includes(slice);
    });
    return !isAtQuote;
  };
  return { kind, world, made, shown, reason, failed: failed() };
}

/** What was changed may by chance be what the article says elsewhere. */
function isTrueByChance({ draft, wrong }: Made, { article }: World): boolean {
  if (wrong !== undefined || draft.citations.length === 0) return false;
  const said = makeSkeleton(draft.text).text;
  const quoted = makeSkeleton(draft.citations[0]?.quote ?? '').text;
  return (
    said !== quoted &&
    !quoted.includes(said) &&
    article.paragraphs.some(
      ({ text }) => makeSkeleton(text).text.includes(quoted) && makeSkeleton(text).text.includes(said),
    )
  );
}

/** Mulberry32: small, and the same everywhere. */
function pickFrom(seed: number): Pick {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit);
  };
}
