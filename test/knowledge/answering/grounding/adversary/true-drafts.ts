/** True statements, spelled, quoted and worded as a well-behaved model may do it. */
import { Converter } from 'opencc-js';
import { type Change, changed, changeOne, choose, cite, type Maker } from './draft.ts';
import { respell, toEnglish, toFullWidth, toHan, toHanDigits } from './spellings.ts';

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toSimplified = Converter({ from: 'tw', to: 'cn' });
const otherScript = (text: string) =>
  toSimplified(text) === text ? toTraditional(text) : toSimplified(text);

const written = /(?<![\d.,])(\d+(?:\.\d+)?)(?![\d.,]*\d)([万亿萬億]?)(?![年月日%％第届屆.a-z])/gu;

const respelled: Change = changeOne(written, ([, digits = '', magnitude = ''], pick) => {
  const plain = magnitude.replace('萬', '万').replace('億', '亿');
  return plain === '' || plain === '万' || plain === '亿' ? choose(respell(digits, plain), pick) : null;
});

/** 三个 as 3个; only where the numeral stands before a word that counts. */
const inDigits: Change = changeOne(
  /(?<![一二三四五六七八九十百千万亿两第几数數\d零点之])([二三四五六七八九]?十[一二三四五六七八九]?|[三四五六七八九])(?=[名个位家所座条种次艘年月天件冊個座條])/gu,
  ([, numeral = '']) => {
    const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
    const value = (digit = '') => Math.max(0, '零一二三四五六七八九'.indexOf(digit || '零'));
    return String((numeral.startsWith('十') ? 1 : value(tens)) * 10 + value(ones));
  },
);

const spellings: Readonly<Record<string, Change>> = {
  'as it is': (text) => text,
  'in the other script': otherScript,
  'in full width': (text) => (/\d/.test(text) ? toFullWidth(text) : null),
  'half-width punctuation': (text) =>
    text.includes('，') ? text.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')') : null,
  'full stop and marker': (text) => `${text}。[1]`,
  Markdown: (text) => `- **${text}**`,
  'numbers spelled otherwise': respelled,
  'numbers spelled otherwise, in the other script': (text, pick, world) => {
    const spelled = respelled(text, pick, world);
    return spelled === null ? null : otherScript(spelled);
  },
  'Chinese numerals as digits': inDigits,
  'a year in Chinese numerals': (text) =>
    /\d{4}年/u.test(text)
      ? text
          .replace(/(?<!\d)\d{4}(?=年)/gu, toHanDigits)
          .replace(/(?<=[年月])\d{1,2}(?=[月日])/gu, (part) => toHan(Number(part)))
      : null,
  'a date in digits alone': (text) =>
    /\d{4}年\d{1,2}月/u.test(text)
      ? text.replace(
          /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/gu,
          (_, year: string, month: string, day: string | undefined) =>
            [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-'),
        )
      : null,
  'a percentage in words': (text) =>
    /\d+%/u.test(text)
      ? text.replace(/(\d+)%/gu, (_, digits: string) => `百分之${toHan(Number(digits))}`)
      : null,
};

/** Leaves out what stands before the first comma and only says when, how or where. */
const dropLead: Change = (text) => {
  const [lead, ...rest] = text.split('，');
  return lead !== undefined && rest.length > 0 && [...lead].length < 10 && [...(rest[0] ?? '')].length > 8
    ? rest.join('，')
    : null;
};

const dropTail: Change = (text) => {
  const clauses = text.split('，');
  return clauses.length > 1 && (clauses[0] ?? '').length > 9 ? clauses.slice(0, -1).join('，') : null;
};

/** “在2018年，…” moved from the head to the tail, and clauses that each stand alone in another order. */
const turnClauses: Change = (text) => {
  const clauses = text.split('，');
  const [one = '', other = '', ...rest] = clauses;
  return rest.length > 0 ||
    one.length < 8 ||
    other.length < 8 ||
    /[”“：；]/u.test(text) ||
    /^[^，]*(?:因此|但|而|其|并|也|都|所以|以便)/u.test(other)
    ? null
    : `${other}，${one}`;
};

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)名(?=\p{Script=Han})/gu, '位'],
  [/(?<=\d)位(?=\p{Script=Han})/gu, '名'],
  [/建立/gu, '建起'],
  [/帮助/gu, '协助'],
  [/总共|一共|共计/gu, '合计'],
  [/提升/gu, '提高'],
  [/举办/gu, '办了'],
  [/开展/gu, '进行'],
  [/(?<!不)但是?/gu, '不过'],
  [/每个/gu, '每一个'],
  [/以及/gu, '和'],
  [/成为/gu, '成了'],
  [/因此/gu, '所以'],
  [/开馆/gu, '开放'],
  [/花了/gu, '用了'],
  [/現在|现在/gu, '如今'],
  [/之後|之后/gu, '后来'],
];

const rewordings: Readonly<Record<string, Change>> = {
  'an opening': (text, pick) =>
    `${choose(['据文章介绍，', '根据文章，', '文章提到，', '作者指出，', '文中写道，', '文章里说，', '按照文章的说法，', '原文提到：'], pick)}${text}`,
  'a closing': (text, pick) => `${text}${choose(['，文章这样写道', '，这是文章中的说法', '。'], pick)}`,
  'a little word put in': changeOne(
    /(?<=\p{Script=Han})(?=\d+(?:\.\d+)?[万亿]?[名元个户人家所])/gu,
    (match) =>
      /[达了共为有计约第每各到至过近前后是之仅只的大小之后最多付出计]$/u.test(
        (match.input ?? '').slice(0, match.index),
      )
        ? null
        : '共',
  ),
  '的 put in': changeOne(/(?<=\d[名位户家])(?=\p{Script=Han}{3})/gu, () => '的'),
  'the lead left out': dropLead,
  'the tail left out': dropTail,
  'clauses in another order': turnClauses,
  'a word for another': (text, pick) => {
    const able = synonyms.filter(([pattern]) => text.search(pattern) >= 0);
    const pair = choose(able, pick);
    return pair === null ? null : text.replace(pair[0], pair[1]);
  },
  'the year moved to the front': (text) => {
    const match = /^(.{2,10}?)(?:在|于)?(\d{4}年(?:\d+月)?)(?![，至到])(?=\p{Script=Han})/u.exec(text);
    return match === null || /[，。]/u.test(match[1] ?? '')
      ? null
      : `${match[2]}，${match[1]}${text.slice(match[0].length)}`;
  },
  'brackets left out': (text) => (/（[^）]+）/u.test(text) ? text.replace(/（[^）]+）/gu, '') : null),
};

const inChinese =
  (maker: Maker): Maker =>
  (fact, world, pick) =>
    world.isChinese ? maker(fact, world, pick) : null;

/** Words in quotation marks are quoted letter for letter. */
const outsideQuotations =
  (change: Change): Change =>
  (text, pick, world) =>
    /[“”「」『』"《》]/u.test(text) ? null : change(text, pick, world);

const every = (changes: Readonly<Record<string, Change>>): Record<string, Maker> =>
  Object.fromEntries(
    Object.entries(changes).map(([kind, change]) => [
      kind,
      inChinese(
        kind === 'as it is' ? same : changed(letterForLetter.test(kind) ? change : outsideQuotations(change)),
      ),
    ]),
  );

const letterForLetter = /script$|width|punctuation|marker|Markdown|opening|closing|lead|tail/u;

const same: Maker = (fact) => cite(fact, fact.text, fact.text);

export const trueSpellings: Readonly<Record<string, Maker>> = every(spellings);
export const trueRewordings: Readonly<Record<string, Maker>> = every(rewordings);

export const trueQuotes: Readonly<Record<string, Maker>> = {
  'quoting the whole passage': (fact) => cite(fact, fact.text, fact.passage.text),
  'quoting in the other script': inChinese((fact) => cite(fact, fact.text, otherScript(fact.text))),
  'quoting without punctuation': (fact) => cite(fact, fact.text, fact.text.replace(/[，。；：“”（）]/gu, '')),
  'quoting most of a sentence': (fact) =>
    fact.text.length < 30 ? null : cite(fact, fact.text, `${fact.text.slice(0, -3)}云云`),
  'the sentence of a clause quoted': (fact, { facts }) => {
    const whole = facts.find(
      ({ isSentence, text, number }) =>
        isSentence && number === fact.number && text !== fact.text && text.includes(fact.text),
    );
    return whole === undefined ? null : cite(fact, fact.text, whole.text);
  },
  'two facts of two paragraphs, each cited': (fact, world, pick) => {
    const other = choose(
      world.facts.filter(({ passage }) => passage.paragraph !== fact.passage.paragraph),
      pick,
    );
    if (other === null) return null;
    const joint = world.isChinese ? (choose(['；', '。', '，'], pick) ?? '') : '. ';
    const citations = [fact, other].map(({ number, text }) => ({ passage: number, quote: text }));
    return { draft: { text: `${fact.text}${joint}${other.text}`, citations } };
  },
  'two clauses of a passage, each cited': (fact, world, pick) => {
    const other = choose(
      world.facts.filter(
        ({ number, text }) =>
          number === fact.number && !text.includes(fact.text) && !fact.text.includes(text),
      ),
      pick,
    );
    if (other === null) return null;
    const citations = [fact, other].map(({ number, text }) => ({ passage: number, quote: text }));
    return { draft: { text: `${fact.text}${world.isChinese ? '，' : '. '}${other.text}`, citations } };
  },
  'a true quotation in marks': (fact, world) => {
    const words = /^[^“”「」『』"]{8,}$/u.exec(fact.text)?.[0];
    return words === undefined
      ? null
      : cite(fact, world.isChinese ? `文章说：“${words}”。` : `The article says: "${words}".`, fact.text);
  },
  'a wrong number denied': inChinese((fact, _, pick) => {
    const match = /(?<![\d.])(\d{2,})(名|户|元|人|家|个)(?!月)/u.exec(fact.text);
    if (match === null) return null;
    return cite(fact, `${fact.text}，而不是${Number(match[1]) + 1 + pick(30)}${match[2]}`, fact.text);
  }),
};

/** Words of the right passage under another passage's number: to be put where they stand. */
export const misplaced: Readonly<Record<string, Maker>> = {
  'the next passage named': (fact, { article }) =>
    cite({ number: (fact.number % article.passages.length) + 1 }, fact.text, fact.text),
  'any passage named': (fact, { article }, pick) =>
    cite({ number: 1 + pick(article.passages.length) }, fact.text, fact.text),
  'a passage that is not there named': (fact, _, pick) =>
    cite({ number: [0, -1, 999, 10_000][pick(4)] ?? 0 }, fact.text, fact.text),
};

/** Statements in English, of the gloss and its sentences, or of an English article. */
export const trueEnglish: Readonly<Record<string, Maker>> = {
  'a sentence of the gloss': (fact, { article }, pick) => {
    const gloss = article.enrichment.find(({ passage }) => passage === fact.passage.id)?.gloss ?? null;
    const sentence = choose(gloss?.split(/(?<=[.]) (?=[A-Z\d“])/u) ?? [], pick);
    return sentence === null || /[“”]/u.test(sentence) ? null : cite(fact, sentence, fact.passage.text);
  },
  'a sentence of the gloss, numbers in words': (fact, { article }, pick) => {
    const gloss = article.enrichment.find(({ passage }) => passage === fact.passage.id)?.gloss ?? null;
    const sentences = (gloss?.split(/(?<=[.]) (?=[A-Z\d“])/u) ?? []).filter((each) =>
      /(?<![\d.,])\d{1,5}(?![\d.,]*\d)/u.test(each),
    );
    const sentence = choose(sentences, pick);
    if (sentence === null || /[“”]|million/u.test(sentence)) return null;
    const text = sentence.replace(/(?<![\d.,])\d{1,3}(?:,\d{3})?(?![\d.,]*\d)/gu, (digits) =>
      toEnglish(Number(digits.replace(',', ''))),
    );
    return cite(fact, text, fact.passage.text);
  },
  'an English sentence as it is': (fact, world) =>
    world.isChinese ? null : cite(fact, fact.text, fact.text),
  'an English sentence, numbers in words': (fact, world, pick) =>
    world.isChinese
      ? null
      : changed(
          changeOne(/(?<![\d.,$])\d{2,3}(?:,\d{3})?(?![\d.,]*\d)/gu, ([digits]) =>
            toEnglish(Number(digits.replace(',', ''))),
          ),
        )(fact, world, pick),
  'an English sentence, introduced': (fact, world) =>
    world.isChinese ? null : cite(fact, `According to the article, ${fact.text}`, fact.text),
};
