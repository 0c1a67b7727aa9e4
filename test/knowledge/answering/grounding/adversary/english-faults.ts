/** Faults in English statements that rest on the gloss of a passage in another language. */
import { type Change, changeOne, choose, cite, type Maker, replaceAt } from './draft.ts';
import { toEnglish } from './spellings.ts';

const sentencesOf = (gloss: string | null) =>
  (gloss?.split(/(?<=[.]) (?=[A-Z\d“])/u) ?? []).filter((sentence) => !/[“”]/u.test(sentence));

/** A sentence of the gloss changed, and the passage quoted. */
const ofGloss =
  (change: Change): Maker =>
  (fact, world, pick) => {
    const gloss = world.article.enrichment.find(({ passage }) => passage === fact.passage.id)?.gloss ?? null;
    const able = sentencesOf(gloss).flatMap((sentence) => {
      const text = change(sentence, pick, world);
      return text === null || text === sentence || gloss?.includes(text) ? [] : [text];
    });
    const text = choose(able, pick);
    return text === null ? null : cite(fact, text, fact.passage.text);
  };

const count = /(?<![\d.,$])\d{1,3}(?:,\d{3})*(?![\d.,]*\d)(?! million)/gu;

const exchangeNames: Change = (text) => {
  const names = ['Zhangjiagang', 'Yanhe'];
  if (
    !names.every((name) => text.includes(name)) ||
    /Zhangjiagang and Yanhe|Yanhe and Zhangjiagang|Yanhe–Zhangjiagang/u.test(text)
  )
    return null;
  return text.replace(/Zhangjiagang|Yanhe/gu, (name) => (name === 'Yanhe' ? 'Zhangjiagang' : 'Yanhe'));
};

const exchangeNumbers: Change = (text) => {
  const [one, other] = [...text.matchAll(count)].filter(
    ([digits]) => Number(digits.replace(',', '')) < 1_900 || digits.includes(','),
  );
  if (one === undefined || other === undefined || one[0] === other[0] || other.index - one.index < 14)
    return null;
  return replaceAt(replaceAt(text, other, one[0]), one, other[0]);
};

export const englishFaults: Readonly<Record<string, Maker>> = {
  'an English number changed': ofGloss(
    changeOne(count, ([digits], pick) =>
      (Number(digits.replace(',', '')) + 1 + pick(20))
        .toLocaleString('en-US')
        .replace(/^(\d),(\d{3})$/u, digits.includes(',') ? '$1,$2' : '$1$2'),
    ),
  ),
  'an English number changed, in words': ofGloss(
    changeOne(count, ([digits], pick) => {
      const value = Number(digits.replace(',', ''));
      return value > 1_900 && value < 2_100 ? null : toEnglish(value + 2 + pick(20));
    }),
  ),
  'English numbers exchanged': ofGloss(exchangeNumbers),
  'English millions made billions': ofGloss(changeOne(/(?<=\d )million/gu, () => 'billion')),
  'an English year moved': ofGloss(
    changeOne(/(?<=\b(?:[Ii]n|by|In \p{Lu}\p{L}+) )20\d\d/gu, ([year], pick) =>
      String(Number(year) + 2 + pick(8)),
    ),
  ),
  'an English month moved': ofGloss(
    changeOne(/\bMarch\b(?= \d)/gu, (_, pick) => choose(['May', 'June', 'October'], pick)),
  ),
  'English names exchanged': ofGloss(exchangeNames),
  'an English denial put in': ofGloss(
    changeOne(
      /\b(has|have|was|were|are|is)\b(?! not)/gu,
      ([word], pick) => `${word} ${choose(['not', 'never'], pick)}`,
    ),
  ),
  'an English invention': ofGloss(
    (text, pick) =>
      `${text.replace(/\.$/u, '')}, ${choose(['and won an award from the United Nations for it', 'which caused a long strike of the railway workers', 'and the chairman was later sent to prison for fraud'], pick)}.`,
  ),
};
