/** Sums and differences: true ones, whose parts are shown and cited, and others. */
import { choose, type Fact, type Made, type Maker, type Pick, type World } from './draft.ts';

interface Counted {
  readonly fact: Fact;
  readonly value: number;
  readonly unit: string;
  /** 万, 亿 or nothing. */
  readonly magnitude: string;
}

const count = /(?<![\d.])(\d+)(?:([万亿])(?!\d))?(名|户|元|人次|人|家|个|所|件|艘|批次|镇)/gu;

/** A clause with one count in it. */
function readCounted(fact: Fact): Counted | null {
  const digits = fact.text.match(/\d+(?:\.\d+)?/gu) ?? [];
  const [only] = [...fact.text.matchAll(count)];
  if (
    digits.length !== 1 ||
    only === undefined ||
    /年|%|第|^(?:其中|因此|但|并|而|都|也|最终|只|另)/u.test(fact.text)
  )
    return null;
  return { fact, value: Number(only[1]), magnitude: only[2] ?? '', unit: only[3] ?? '' };
}

/** Two clauses that count things of one unit. */
function pairUp(fact: Fact, world: World, pick: Pick, apart: boolean): [Counted, Counted] | null {
  const one = readCounted(fact);
  if (one === null) return null;
  const others = world.facts.flatMap((each) => {
    const other = readCounted(each);
    if (other === null || other.value === one.value || other.unit !== one.unit) return [];
    if (other.magnitude !== one.magnitude || fact.text.includes(each.text) || each.text.includes(fact.text))
      return [];
    return apart && each.passage.paragraph === fact.passage.paragraph ? [] : [other];
  });
  const other = choose(others, pick);
  return other === null ? null : [one, other];
}

function state([one, other]: [Counted, Counted], claim: string, cited: readonly Counted[]): Made {
  const text = `${one.fact.text}，${other.fact.text}，${claim}`;
  const citations = cited.map(({ fact }) => ({ passage: fact.number, quote: fact.text }));
  return { draft: { text, citations } };
}

const totals = ['合计', '共计', '总共', '加起来一共', '两项相加是'];

function claimSum([one, other]: [Counted, Counted], off: number, pick: Pick): string {
  return `${choose(totals, pick)}${one.value + other.value + off}${one.magnitude}${one.unit}`;
}

function claimDifference([one, other]: [Counted, Counted], off: number): string {
  const [more, less] = one.value > other.value ? ['前者', '后者'] : ['后者', '前者'];
  return `${more}比${less}多${Math.abs(one.value - other.value) + off}${one.magnitude}${one.unit}`;
}

const claims =
  (make: (pair: [Counted, Counted], pick: Pick) => string, apart = false): Maker =>
  (fact, world, pick) => {
    const pair = pairUp(fact, world, pick, apart);
    return pair === null ? null : state(pair, make(pair, pick), pair);
  };

export const trueSums: Readonly<Record<string, Maker>> = {
  'a sum with its parts': claims((pair, pick) => claimSum(pair, 0, pick)),
  'a difference with its parts': claims((pair) => claimDifference(pair, 0)),
  'a sum of two paragraphs': claims((pair, pick) => claimSum(pair, 0, pick), true),
};

export const wrongSums: Readonly<Record<string, Maker>> = {
  'a sum that is wrong': claims((pair, pick) => claimSum(pair, 1 + pick(20), pick)),
  'a difference that is wrong': claims((pair, pick) => claimDifference(pair, 1 + pick(20))),
  'a sum called a difference': (fact, world, pick) => {
    const pair = pairUp(fact, world, pick, false);
    if (pair === null) return null;
    const [one, other] = pair;
    return state(pair, `相差${one.value + other.value}${one.magnitude}${one.unit}`, pair);
  },
  'a sum partly cited': (fact, world, pick) => {
    const pair = pairUp(fact, world, pick, true);
    if (pair === null) return null;
    const [one, other] = pair;
    if (new RegExp(`(?<!\\d)${other.value}(?!\\d)`).test(one.fact.passage.text)) return null;
    return state(pair, claimSum(pair, 0, pick), [one]);
  },
  'a sum without its parts': (fact, world, pick) => {
    const pair = pairUp(fact, world, pick, false);
    if (pair === null) return null;
    const [one, other] = pair;
    const sum = one.value + other.value;
    if (fact.passage.text.includes(String(sum)) || other.fact.passage.text.includes(String(sum))) return null;
    const text = fact.text.replace(count, `${sum}${one.magnitude}${one.unit}`);
    const citations = pair.map(({ fact: { number, text: quote } }) => ({ passage: number, quote }));
    return { draft: { text, citations } };
  },
};
