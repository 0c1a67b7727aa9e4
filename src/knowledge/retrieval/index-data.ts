/** What is known of indexed texts: made from them, joined with more, and cut. */
import { cutPostings, joinPostings, type Postings, PostingsBuilder, Uint32List } from './postings.ts';
import { hashWord, readUnits, sentenceEnd } from './read-units.ts';
import { readNumberTerms } from './search-terms.ts';

/** A text to be found. Those of one group stand together, in their order: what is before and after tells of a text. */
export interface IndexedText {
  readonly id: string;
  readonly text: string;
  readonly group?: string | undefined;
}

/** All that is known of the texts: what the file holds. */
export interface IndexData extends Postings {
  readonly ids: readonly string[];
  readonly groups: readonly string[];
  /** The first text of each group; one more entry at the end. */
  readonly groupStarts: Uint32Array;
  /** The usual number of units in a group's texts, and in their sentences. */
  readonly usualLengths: Float32Array;
  readonly usualSentences: Float32Array;
  /** Where the units of each text start; one more entry at the end. */
  readonly unitStarts: Uint32Array;
  /** The units of all texts in order, with marks where they do not touch and where a sentence ends. */
  readonly units: Uint32Array;
}

/** Texts group by group; those of the first group are passed on as they come, and none of them is held. */
function* groupTexts(texts: Iterable<IndexedText>): Iterable<IndexedText> {
  let first: string | undefined;
  const others = new Map<string, IndexedText[]>();
  for (const text of texts) {
    const group = text.group ?? '';
    first ??= group;
    if (group === first) {
      yield text;
      continue;
    }
    const members = others.get(group);
    if (members === undefined) others.set(group, [text]);
    else members.push(text);
  }
  for (const members of others.values()) yield* members;
}

/** Reads and indexes texts. */
export function indexTexts(texts: Iterable<IndexedText>): IndexData {
  const ids: string[] = [];
  const groups: string[] = [];
  const units = new Uint32List();
  const unitStarts = new Uint32List();
  const groupStarts = new Uint32List();
  const usualLengths: number[] = [];
  const usualSentences: number[] = [];
  const lengths = new Uint32List();
  const builder = new PostingsBuilder();
  let total = 0;
  let filled = 0;
  let sentences = 0;
  const endGroup = (): void => {
    usualLengths.push(total / Math.max(1, filled));
    usualSentences.push(total / Math.max(1, sentences));
    total = filled = sentences = 0;
  };
  for (const { id, text, group = '' } of groupTexts(texts)) {
    if (groups.at(-1) !== group) {
      if (groups.length > 0) endGroup();
      groups.push(group);
      groupStarts.push(ids.length);
    }
    const start = units.length;
    unitStarts.push(start);
    const read = readTextUnits(text, units);
    builder.add(ids.length, units.values, start, units.length);
    ids.push(id);
    lengths.push(read.length);
    total += read.length;
    sentences += read.sentences;
    if (read.length > 0) filled += 1;
  }
  if (groups.length > 0) endGroup();
  groupStarts.push(ids.length);
  unitStarts.push(units.length);
  const relativeLengths = new Float32Array(ids.length);
  for (let group = 0; group < usualLengths.length; group += 1) {
    const usual = Math.max(1, usualLengths[group] ?? 1);
    const after = groupStarts.values[group + 1] ?? 0;
    for (let text = groupStarts.values[group] ?? 0; text < after; text += 1)
      relativeLengths[text] = (lengths.values[text] ?? 0) / usual;
  }
  return {
    ids,
    groups,
    groupStarts: groupStarts.toArray(),
    usualLengths: Float32Array.from(usualLengths),
    usualSentences: Float32Array.from(usualSentences),
    unitStarts: unitStarts.toArray(),
    units: units.toArray(),
    ...builder.build(relativeLengths),
  };
}

/** Appends the units of a text, its numbers by value at the end. */
function readTextUnits(text: string, units: Uint32List): { length: number; sentences: number } {
  let length = 0;
  let sentences = 0;
  let inSentence = false;
  readUnits(text, (unit) => {
    units.push(unit);
    if (unit > sentenceEnd) {
      length += 1;
      if (!inSentence) sentences += 1;
      inSentence = true;
    } else if (unit === sentenceEnd) inSentence = false;
  });
  const numbers = readNumberTerms(text);
  if (numbers.length > 0) units.push(sentenceEnd);
  for (const term of numbers) units.push(hashWord(term));
  return { length, sentences };
}

/** The index with more texts after those it has. Throws where one of their groups is there already: an article is added whole. */
export function joinIndexes(one: IndexData, other: IndexData): IndexData {
  const known = new Set(one.groups);
  for (const group of other.groups) {
    if (known.has(group)) throw new Error(`The index has a group "${group}" already: remove it first.`);
  }
  const { length } = one.ids;
  const shift = (from: Uint32Array, by: number): Uint32Array => from.map((value) => value + by);
  return {
    ids: [...one.ids, ...other.ids],
    groups: [...one.groups, ...other.groups],
    groupStarts: concat(one.groupStarts.subarray(0, -1), shift(other.groupStarts, length)),
    usualLengths: Float32Array.from([...one.usualLengths, ...other.usualLengths]),
    usualSentences: Float32Array.from([...one.usualSentences, ...other.usualSentences]),
    unitStarts: concat(one.unitStarts.subarray(0, -1), shift(other.unitStarts, one.units.length)),
    units: concat(one.units, other.units),
    ...joinPostings(one, other, length),
  };
}

/** The index without a group; the same where it has no such group. */
export function cutIndex(index: IndexData, group: string): IndexData {
  const number = index.groups.indexOf(group);
  if (number < 0) return index;
  const from = index.groupStarts[number] ?? 0;
  const to = index.groupStarts[number + 1] ?? 0;
  const unitsFrom = index.unitStarts[from] ?? 0;
  const unitsTo = index.unitStarts[to] ?? 0;
  const without = (numbers: Float32Array): Float32Array => numbers.filter((_, at) => at !== number);
  return {
    ids: index.ids.toSpliced(from, to - from),
    groups: index.groups.toSpliced(number, 1),
    groupStarts: concat(
      index.groupStarts.subarray(0, number),
      index.groupStarts.subarray(number + 1).map((start) => start - (to - from)),
    ),
    usualLengths: without(index.usualLengths),
    usualSentences: without(index.usualSentences),
    unitStarts: concat(
      index.unitStarts.subarray(0, from),
      index.unitStarts.subarray(to).map((start) => start - (unitsTo - unitsFrom)),
    ),
    units: concat(index.units.subarray(0, unitsFrom), index.units.subarray(unitsTo)),
    ...cutPostings(index, from, to),
  };
}

function concat(one: Uint32Array, other: Uint32Array): Uint32Array {
  const joined = new Uint32Array(one.length + other.length);
  joined.set(one);
  joined.set(other, one.length);
  return joined;
}
