import { type FoundNumber, findNumbers } from '../../text/numbers.ts';
import { remember } from '../../text/remember.ts';
import { agrees, clauseAround, worksOut } from './check-numbers.ts';
import { compareContexts, readContext } from './contexts.ts';
import { isDenied } from './denial.ts';
import type { Evidence } from './evidence.ts';
import { foldApart } from './fold-apart.ts';

const reachOfHan = 14;
const reachOfWords = 48;
const clauseStop = /[，。；：、！？,;:!?\n()（）和与]|\d[\d,.]*|\band\b|\bwhile\b/u;
const sentenceStop = /[，。；：！？,;:!?\n]/u;
/** By how much another number's place must suit better before this number is held to be in the wrong place. */
const margin = 2;
/** The same where two numbers of the statement would each suit the other's place better. */
const marginOfPair = 1.5;
/** “33 of the 186 trainees”: what follows says what both count. */
const wholeOfPart = /\bof (?:the |its |their |these |those |all )*$/u;
/** What is counted: the first letters after a number and its unit. */
const headLetters = 4;

/** A text with its numbers, folded. */
interface Read {
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
  /** The text with noughts for its numbers, however they are spelled: the context of one ends at another. */
  readonly masked: string;
}

/**
 * Finds a number or date that stands in the cited paragraphs, but where the statement's words around it are those of another
 * number there: two numbers exchanged between two facts. Returns the number's spelling, or null.
 */
export function findSwappedNumber(statement: string, evidence: Evidence): string | null {
  const sources = [...evidence.paragraphs, ...evidence.glosses].map(read);
  const said = read(statement);
  const { text, numbers } = said;
  const own = numbers.filter(
    (number) =>
      number.certain &&
      !isDenied(text, number) &&
      !worksOut.test(clauseAround(text, number)) &&
      !wholeOfPart.test(text.slice(0, number.start)),
  );
  for (const number of own) {
    const verdicts = sources.map((source) => judge(said, number, source));
    const others = own.filter((other) => other.start > number.start && !agrees(number, other));
    if (
      (verdicts.includes('swapped') && !verdicts.includes('right')) ||
      countsAnotherRank(said, number, sources) ||
      countsAnotherKind(said, number, sources) ||
      isMoreThanItsWhole(said, number) ||
      others.some((other) => areExchanged(said, [number, other], sources))
    )
      return text.slice(number.start, number.end);
  }
  return null;
}

const read: (original: string) => Read = remember((original) => {
  const text = foldApart(original);
  const numbers = findNumbers(text);
  const masked = numbers.reduce((all, { start, end, certain, unit }) => {
    const digits = unit === null ? end - start : /^[\d\p{Script=Han}.,]/u.test(all.slice(start)) ? 1 : 0;
    return certain ? all.slice(0, start) + '0'.repeat(digits) + all.slice(start + digits) : all;
  }, text);
  return { text, numbers, masked };
});

function judge(said: Read, number: FoundNumber, source: Read): 'right' | 'swapped' | 'unknown' {
  const own = findEqual(number, source);
  const rivals = source.numbers.filter(
    (other) => !own.includes(other) && [number, ...own].some((each) => isRival(each, other)),
  );
  if (own.length === 0 || rivals.length === 0) return 'unknown';
  if (countsWhatRivalCounts(said, number, source, own, rivals)) return 'swapped';
  const likeness = compareWith(said, number, source);
  const sameUnit = (other: FoundNumber) => (number.unit !== null && number.unit === other.unit ? 1 : 0);
  const total = (other: FoundNumber) => likeness(other) + sameUnit(other);
  if (best(rivals, total) - best(own, total) >= margin) return 'swapped';
  return best(own, likeness) > 0 && best(own, likeness) >= best(rivals, likeness) ? 'right' : 'unknown';
}

/** Where a source has a number: with its unit, if it has it so. */
function findEqual(number: FoundNumber, { numbers }: Read): readonly FoundNumber[] {
  const equal = numbers.filter((other) => agrees(number, other));
  const sameUnit = equal.filter(({ unit }) => unit === number.unit);
  return sameUnit.length > 0 ? sameUnit : equal;
}

/** Whether one number could be taken for another: both count the same kind of thing. */
function isRival(number: FoundNumber, other: FoundNumber): boolean {
  return other.certain && (other.date === null) === (number.date === null) && number.unit === other.unit;
}

function best(numbers: readonly FoundNumber[], score: (other: FoundNumber) => number): number {
  return Math.max(0, ...numbers.map(score));
}

/** How alike what stands around a number of the statement is to what stands around one of a source. */
function compareWith(said: Read, number: FoundNumber, source: Read): (other: FoundNumber) => number {
  const reach = /\p{Script=Han}/u.test(source.text) ? reachOfHan : reachOfWords;
  const context = readContext(said.masked, number, reach, clauseStop);
  return (other) => compareContexts(context, readContext(source.masked, other, reach, clauseStop));
}

/** Whether two numbers of the statement stand each where a source has the other. */
function areExchanged(
  said: Read,
  [one, other]: [FoundNumber, FoundNumber],
  sources: readonly Read[],
): boolean {
  return sources.some((source) => {
    const [ones, others] = [one, other].map((number) => findEqual(number, source));
    if (!ones?.some((each) => others?.some((known) => isRival(each, known)))) return false;
    const [likeOne, likeOther] = [compareWith(said, one, source), compareWith(said, other, source)];
    const straight = best(ones, likeOne) + best(others ?? [], likeOther);
    return best(others ?? [], likeOne) + best(ones, likeOther) - straight >= marginOfPair;
  });
}

/** 18个镇 where every source that has the number has 18个村. */
function countsAnotherRank(said: Read, number: FoundNumber, sources: readonly Read[]): boolean {
  const ranks = ranksAfter(said, number);
  const inHan = sources.filter((source) => /\p{Script=Han}/u.test(source.text));
  const known = inHan.flatMap((source) =>
    findEqual(number, source).map((other) => ranksAfter(source, other)),
  );
  return (
    ranks.length > 0 &&
    known.length > 0 &&
    known.every((others) => others.length > 0 && !others.some((rank) => ranks.includes(rank)))
  );
}

const counted: Readonly<Record<string, RegExp>> = {
  person: /[人员者师生工民兵官客友孩童儿女夫妻徒士手]|干部|专家|代表|教授|作家/u,
  visit: /[人员者师生工民兵官客友孩童儿女夫妻徒士手]|干部|专家|代表|教授|作家/u,
  household: /[户]|家庭|人家|居民/u,
};

/** 72户村 where every source that has the number has 72个村: what it counts is no household. */
function countsAnotherKind(said: Read, number: FoundNumber, sources: readonly Read[]): boolean {
  const kind = counted[number.unit ?? ''];
  const known = sources
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
    .flatMap((source) => findEqual(number, source).map((other) => ({ source, other })));
  if (kind === undefined || known.length === 0 || known.some(({ other }) => other.unit !== null))
    return false;
  const nounAfter = ({ text }: Read, { end }: FoundNumber) =>
    /^[^\d，。；：！？、,;:!?和与及]{0,10}/u.exec(text.slice(end))?.[0] ?? '';
  return (
    known.every(({ source, other }) => {
      const noun = nounAfter(source, other);
      return /^\p{Script=Han}/u.test(noun) && !kind.test(noun);
    }) && !kind.test(nounAfter(said, number))
  );
}

/** The ranks in what a number counts: 乡 and 镇 for 21个乡镇街道. */
function ranksAfter({ text }: Read, { end }: FoundNumber): readonly string[] {
  const counted = /^[^\d\p{P}和与及到赴向在的]{0,8}/u.exec(text.slice(end))?.[0] ?? '';
  return counted.match(/[省市县区镇乡村户]/gu) ?? [];
}

const partOfWhole = /其中|\bof which\b|\bincluding\b|うち|그\s?중/u;

/** 捐赠508万元，其中资金603万元: a part that is more than the whole before it. */
function isMoreThanItsWhole({ text, numbers }: Read, part: FoundNumber): boolean {
  const whole = numbers[numbers.indexOf(part) - 1];
  if (whole === undefined || part.kind !== 'count' || whole.kind !== 'count') return false;
  if (part.unit !== null && part.unit !== whole.unit) return false;
  return part.exact > whole.exact && partOfWhole.test(text.slice(whole.end, part.start));
}

/** Whether the number's clause says what a rival counts (“沿河干部”) and nowhere what this number counts in the source. */
function countsWhatRivalCounts(
  said: Read,
  number: FoundNumber,
  source: Read,
  own: readonly FoundNumber[],
  rivals: readonly FoundNumber[],
): boolean {
  const start = said.text.slice(0, number.start).split(sentenceStop).at(-1) ?? '';
  const clause = start + (said.text.slice(number.start).split(sentenceStop)[0] ?? '');
  const headOf = ({ end }: FoundNumber) =>
    /^的?(\p{Script=Han}+)/u.exec(source.text.slice(end))?.[1]?.slice(0, headLetters) ?? '';
  const inClause = (other: FoundNumber) =>
    headOf(other).length === headLetters && clause.includes(headOf(other));
  const alone = said.numbers.filter((each) => each.unit === number.unit).length === 1;
  return (
    alone &&
    own.every((each) => headOf(each).length === headLetters && !inClause(each)) &&
    rivals.some(inClause)
  );
}
