/** Names exchanged for others of the text, or from outside. */
import { changed, choose, cite, type Maker } from './draft.ts';

const outside: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[市縣县省州區区鎮镇]$/u, ['昆明市', '云水县', '河北省', '东林镇']],
  [/(?:大學|大学|學院|学院|工学院)$/u, ['昆明大学', '江南理工学院', '东海师范学院']],
  [/(?:公司|銀行|银行)$/u, ['远大公司', '华东实业公司']],
  [/·/u, ['安东尼·布雷克', '玛莎·奥尔森']],
];

/** A name of the text for another of its class. */
const exchange: Maker = (fact, world, pick) => {
  const [group, name] = choose(
    world.names.flatMap((names) =>
      names.filter((each) => fact.text.includes(each)).map((each) => [names, each] as const),
    ),
    pick,
  ) ?? [[], ''];
  const other = choose(
    group.filter(
      (each) => each !== name && !each.includes(name) && !name.includes(each) && !fact.text.includes(each),
    ),
    pick,
  );
  return other === null ? null : cite(fact, fact.text.replaceAll(name, other), fact.text);
};

/** Two names of a statement, each in the place of the other. */
const turnAround: Maker = (fact, world, pick) => {
  const pairs = world.names.flatMap((names) => {
    const here = names.filter((name) => fact.text.includes(name));
    return here.flatMap((one) =>
      here
        .filter((other) => other > one && !other.includes(one) && !one.includes(other))
        .map((other) => [one, other] as const),
    );
  });
  const pair = choose(pairs, pick);
  if (pair === null) return null;
  const [one, other] = pair;
  const text = fact.text.replace(new RegExp(`${one}|${other}`, 'gu'), (name) => (name === one ? other : one));
  // “A和B” is the same as “B和A”.
  const isList = new RegExp(
    `(?:${one}|${other})\\p{Script=Han}?[、和與与及及]\\p{Script=Han}{0,2}(?:${one}|${other})`,
    'u',
  );
  return isList.test(fact.text) ? null : cite(fact, text, fact.text);
};

const exchangeForOutside: Maker = (fact, world, pick) => {
  const name = choose(
    world.names.flat().filter((each) => fact.text.includes(each)),
    pick,
  );
  const strangers = outside.find(([pattern]) => name !== null && pattern.test(name))?.[1];
  const other = choose(strangers ?? [], pick);
  return name === null || other === null ? null : cite(fact, fact.text.replaceAll(name, other), fact.text);
};

/** What one thing did, said of another: the subject at the head of a sentence. */
const changeSubject: Maker = (fact, world, pick) => {
  const names = world.names.find((each) => each.some((name) => fact.text.startsWith(name)));
  const own = names?.find((name) => fact.text.startsWith(name));
  const other = choose(
    (names ?? []).filter(
      (name) => own !== undefined && !name.includes(own) && !own.includes(name) && !fact.text.includes(name),
    ),
    pick,
  );
  return own === undefined || other === null
    ? null
    : cite(fact, `${other}${fact.text.slice(own.length)}`, fact.text);
};

export const nameFaults: Readonly<Record<string, Maker>> = {
  'a name exchanged for another of the text': exchange,
  'two names exchanged': turnAround,
  'another subject': changeSubject,
  'a name from outside': exchangeForOutside,
  'a rank changed': changed((text) =>
    /(?<=\d)个?(?:村|镇)/u.test(text)
      ? text.replace(/(?<=\d个?)(?:村|镇)/u, (rank) => (rank === '村' ? '县' : '村'))
      : null,
  ),
};
