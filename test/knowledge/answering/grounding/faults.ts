/** Makes drafts that a misbehaving model could write: a true statement of the article, and one fault put into it. */
import fc from 'fast-check';
import type { DraftStatement, NumberedPassage } from '../../../../src/knowledge/answering/generator.ts';
import type { Article, Passage } from '../../../../src/knowledge/article.ts';
import { findNumbers } from '../../../../src/knowledge/text/numbers.ts';
import { splitSentences } from '../../../../src/knowledge/text/sentences.ts';

interface Drafted {
  readonly kind: string;
  readonly draft: DraftStatement;
  readonly passage: Passage;
}

/** A statement in the article's own words, and where it stands. */
interface Fact {
  readonly text: string;
  readonly passage: Passage;
  readonly number: number;
}

/** Sentences and longer clauses of the article's passages. */
function readFacts(article: Article): Fact[] {
  return article.passages.flatMap((passage, index) => {
    const sentences = splitSentences(passage.text).map(({ start, end }) =>
      passage.text.slice(start, end).trim(),
    );
    const clauses = sentences
      .flatMap((sentence) => sentence.split(/[，；：]/u))
      .filter((clause) => clause.length >= 10);
    return [...new Set([...sentences, ...clauses])]
      .map((text) => ({ text: text.replace(/[，。；：]$/u, ''), passage, number: index + 1 }))
      .filter(({ text }) => !/^[”’]|[“‘]$/u.test(text) && !/[?？]/u.test(text));
  });
}

export function numberAll(article: Article): NumberedPassage[] {
  return article.passages.map((passage, index) => ({ number: index + 1, passage }));
}

function cite({ passage, number }: Fact, text: string, quote: string, kind: string): Drafted {
  return { kind, passage, draft: { text, citations: [{ passage: number, quote }] } };
}

/** A change to a statement; null where the statement has nothing to change. */
type Change = (text: string, pick: (limit: number) => number) => string | null;

const changeDigits: Change = (text, pick) => {
  const runs = [...text.matchAll(/\d+(?:\.\d+)?/gu)];
  const run = runs[pick(runs.length)];
  if (run === undefined) return null;
  const digits = [...run[0]];
  const places = digits.flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  const place = places[pick(places.length)] ?? 0;
  digits[place] = String((Number(digits[place]) + 1 + pick(8)) % 10);
  return text.slice(0, run.index) + digits.join('') + text.slice(run.index + run[0].length);
};

const transposeDigits: Change = (text) => {
  const run = /\d*(\d)(?!\1)(\d)\d*/u.exec(text);
  if (run === null) return null;
  const [first = '', second = ''] = [run[1], run[2]];
  return text.replace(run[0], run[0].replace(first + second, second + first));
};

const exchangeNumbers: Change = (text) => {
  const numbers = findNumbers(text).filter(
    ({ kind, certain, date }) => kind === 'count' && certain && date === null,
  );
  const runs = numbers
    .map(({ start }) => ({ start, digits: /^\d+(?:\.\d+)?/.exec(text.slice(start))?.[0] ?? '' }))
    .filter(({ digits }) => digits !== '');
  const [one, other] = runs;
  if (one === undefined || other === undefined || one.digits === other.digits) return null;
  const between = text.slice(one.start + one.digits.length, other.start);
  // “市级6家、村级6个” and numbers in one breath (146批次1682人次) are told apart by their units, which stay.
  if (between.length < 6) return null;
  return (
    text.slice(0, one.start) +
    other.digits +
    between +
    one.digits +
    text.slice(other.start + other.digits.length)
  );
};

const replaceFirst =
  (from: RegExp, to: string): Change =>
  (text) =>
    from.test(text) ? text.replace(from, to) : null;

const moveYear: Change = (text, pick) => {
  const year = /20\d\d(?=年)/u.exec(text);
  return year === null
    ? null
    : text.replace(year[0], String(Number(year[0]) + (pick(2) === 0 ? -1 - pick(5) : 3 + pick(5))));
};

const exchangeNames: Change = (text) => {
  if (!/张家港/u.test(text) || !/沿河/u.test(text)) return null;
  return text.replace(/张家港市?|沿河县?/gu, (name) => (name.startsWith('张') ? '沿河' : '张家港'));
};

const deny: Change = (text, pick) => {
  const verbs = [
    ...text.matchAll(
      /(?:建立|成立|开展|落实|支持|带动|派出|组织|实现|打造|提升|培育|捐赠|帮助|融资|探索|参与|安排|构建|开设|输出|填补|举办|签定|结对|召开)/gu,
    ),
  ];
  const verb = verbs[pick(verbs.length)];
  if (verb === undefined) return null;
  const word = ['没有', '未', '并未', '不'][pick(4)] ?? '未';
  return text.slice(0, verb.index) + word + text.slice(verb.index);
};

export const inventions = [
  '并因此获得联合国颁发的减贫创新大奖',
  '随后当地关闭了全部化工企业',
  '专家认为这一做法可在海外推广复制',
  '后来总统亲自接见了学生代表',
  '股票价格随之大幅上涨',
];

const changes: Readonly<Record<string, Change>> = {
  'a digit changed': changeDigits,
  'two digits transposed': transposeDigits,
  'two numbers exchanged': exchangeNumbers,
  '万 made 亿': replaceFirst(/(?<=\d)万/u, '亿'),
  '亿 made 万': replaceFirst(/(?<=\d)亿/u, '万'),
  '万 left out': replaceFirst(/(?<=\d)万(?=元)/u, ''),
  '名 made 户': replaceFirst(/(?<=\d)名/u, '户'),
  '元 made 美元': replaceFirst(/(?<=\d[万亿]?)元/u, '美元'),
  'a year moved': moveYear,
  'names exchanged': exchangeNames,
  'a name from outside': replaceFirst(/(?<=\p{Script=Han}{3})(?:张家港|沿河)(?=\p{Script=Han}{3})/u, '昆明'),
  denied: deny,
  'an invented sentence': (text, pick) => `${text}。${inventions[pick(inventions.length)]}。`,
  'an invented clause': (text, pick) => `${text}，${inventions[pick(inventions.length)]}`,
  'a number added': (text, pick) => `${text}，共计${1_013 + pick(7_000)}户`,
  'a percentage added': (text, pick) => `${text}，增长${11 + pick(80)}%`,
};

/** Drafts with a fault in what they say; the quote is true. */
export function faultyStatements(article: Article): fc.Arbitrary<Drafted> {
  const facts = readFacts(article).filter(({ text, passage }) => text.length >= 10 && passage.field === null);
  return fc
    .tuple(
      fc.constantFrom(...facts),
      fc.constantFrom(...Object.keys(changes)),
      fc.infiniteStream(fc.nat(1_000)),
    )
    .map(([fact, kind, stream]): Drafted | null => {
      const pick = (limit: number) => (stream.next().value ?? 0) % Math.max(1, limit);
      const text = changes[kind]?.(fact.text, pick) ?? null;
      if (text === null || text === fact.text || isTrueOf(text, fact.passage)) return null;
      return cite(fact, text, fact.text, kind);
    })
    .filter((drafted): drafted is Drafted => drafted !== null);
}

/** A changed number may by chance be one that the passage has: that is another kind of fault. */
function isTrueOf(text: string, passage: Passage): boolean {
  return passage.text.replace(/\s/gu, '').includes(text);
}

/** True statements with quotes that prove nothing. */
export function faultyQuotes(article: Article): fc.Arbitrary<Drafted> {
  const facts = readFacts(article).filter(({ text, passage }) => text.length >= 12 && passage.field === null);
  const fact = fc.constantFrom(...facts);
  const glosses = article.enrichment.flatMap(({ gloss }) =>
    gloss === null || gloss.length < 40 ? [] : [gloss],
  );
  return fc.oneof(
    fc
      .tuple(fact, fact)
      .filter(
        ([one, other]) =>
          one.passage.paragraph !== other.passage.paragraph &&
          Math.max(one.text.length, other.text.length) < 2 * Math.min(one.text.length, other.text.length),
      )
      .map(([one, other]) =>
        cite(
          one,
          one.text,
          `${one.text.slice(0, one.text.length / 2)}${other.text.slice(other.text.length / 2)}`,
          'a stitched quote',
        ),
      ),
    fact.map((one) =>
      cite(one, one.text, `${one.text.slice(0, 5)}……${one.text.slice(-5)}据统计显示`, 'a quote with a hole'),
    ),
    fc
      .tuple(fact, fc.constantFrom('的', '和', '也都是', '在了', '其中', '、', '', 'the'))
      .map(([one, quote]) => cite(one, one.text, quote, 'function words')),
    fc
      .tuple(fact, fc.constantFrom(...glosses))
      .map(([one, gloss]) => cite(one, one.text, gloss, 'a quote of the gloss')),
    fc
      .tuple(fact, fc.constantFrom(...inventions))
      .map(([one, quote]) => cite(one, one.text, quote, 'an invented quote')),
    fact.map((one) => ({ kind: 'no quote', passage: one.passage, draft: { text: one.text, citations: [] } })),
  );
}

/** True statements, spelled and quoted as a well-behaved model may do it. */
export function trueStatements(
  article: Article,
  toTraditional: (text: string) => string,
): fc.Arbitrary<Drafted> {
  const facts = readFacts(article).filter(({ text }) => text.length >= 4);
  const wide = (text: string) =>
    text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const grouped = (text: string) =>
    text.replace(/\d{4}(?=[名人])/gu, (digits) => Number(digits).toLocaleString('en-US'));
  const spellings: [string, (text: string) => string][] = [
    ['as it is', (text) => text],
    ['traditional', toTraditional],
    ['full width', wide],
    ['grouped digits', grouped],
    ['full stop and marker', (text) => `${text}。[1]`],
    [
      'half-width punctuation',
      (text) => text.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')'),
    ],
    ['Markdown', (text) => `- **${text}**`],
    ['an opening', (text) => `据文章介绍，${text}`],
  ];
  const quoting: [string, (fact: Fact) => { quote: string; number: number }][] = [
    ['itself', ({ text, number }) => ({ quote: text, number })],
    ['the passage', ({ passage, number }) => ({ quote: passage.text, number })],
    ['traditional', ({ text, number }) => ({ quote: toTraditional(text), number })],
    ['another passage named', ({ text, number }) => ({ quote: text, number: number + 1 })],
    ['a passage that is not there', ({ text }) => ({ quote: text, number: 999 })],
  ];
  return fc
    .tuple(fc.constantFrom(...facts), fc.constantFrom(...spellings), fc.constantFrom(...quoting))
    .map(([fact, [spelling, spell], [quoted, toQuote]]) => {
      const { quote, number } = toQuote(fact);
      return cite({ ...fact, number }, spell(fact.text), quote, `${spelling}, quoting ${quoted}`);
    });
}
