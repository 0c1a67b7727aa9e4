/** Citations that prove nothing, and quotation marks around words that nobody wrote. */
import { makeSkeleton } from '../../../../../src/knowledge/answering/grounding/skeleton.ts';
import { choose, cite, type Fact, type Made, type Maker, type World } from './draft.ts';

const far = (fact: Fact, { facts }: World) =>
  facts.filter(
    ({ passage, text }) =>
      passage.paragraph !== fact.passage.paragraph &&
      Math.max(text.length, fact.text.length) < 2 * Math.min(text.length, fact.text.length),
  );

const stitch =
  (joint: string): Maker =>
  (fact, world, pick) => {
    const other = choose(far(fact, world), pick);
    if (other === null || fact.text.length < 14 || other.text.length < 14) return null;
    const quote = fact.text.slice(0, fact.text.length / 2) + joint + other.text.slice(other.text.length / 2);
    return cite(fact, fact.text, quote);
  };

const questions = ['据统计显示情况如何呢', '请问是谁最先想到这个主意的', '为什么后来没有人继续这样做'];

export const quoteFaults: Readonly<Record<string, Maker>> = {
  'no citation': ({ text }) => ({ draft: { text, citations: [] } }),
  'a marker but no citation': ({ text, number }) => ({
    draft: { text: `${text}[${number}]`, citations: [] },
  }),
  'an empty quote': (fact) => cite(fact, fact.text, ''),
  'a quote of function words': (fact, _, pick) =>
    cite(
      fact,
      fact.text,
      choose(['的', '和', '也都是', '在了', '其中', '、', 'the', '与', '了', 'of the', '是在'], pick) ?? '',
    ),
  'a quote stitched from two paragraphs': stitch(''),
  'a quote stitched with dots': stitch('……'),
  'a quote stitched within a passage': (fact) => {
    const { text } = fact.passage;
    const [from, to] = [fact.text.slice(0, 12), text.slice(-12)];
    const quote = from + to;
    return fact.text.length < 12 ||
      text.length < 60 ||
      makeSkeleton(text).text.includes(makeSkeleton(quote).text)
      ? null
      : cite(fact, fact.text, quote);
  },
  'a quote with a hole': (fact) =>
    fact.text.length < 24 ? null : cite(fact, fact.text, `${fact.text.slice(0, 8)}…${fact.text.slice(-8)}`),
  'a quote of the question': (fact, world, pick) => {
    const question = choose(questions, pick) ?? '';
    return world.isChinese ? cite(fact, fact.text, question) : null;
  },
  'a claim of the question, quoting it': (fact, world, pick) => {
    const name = choose(world.names.flat(), pick);
    return name === null ? null : cite(fact, `${name}后来因为亏损关门了`, `${name}后来因为亏损关门`);
  },
  'a quote of the gloss': (fact, { article }, pick) => {
    const own = article.enrichment.find(({ passage }) => passage === fact.passage.id)?.gloss ?? null;
    const words = own?.split(' ') ?? [];
    const from = pick(Math.max(1, words.length - 8));
    return own === null ? null : cite(fact, fact.text, words.slice(from, from + 8).join(' '));
  },
  'a quote in words of its own': (fact, _, pick) => {
    const letters = [...fact.text];
    const at = 4 + pick(Math.max(1, letters.length - 10));
    const quote = [...letters.slice(0, at), ...letters.slice(at + 3), '等', '等'].slice(
      0,
      letters.length - 4,
    );
    return letters.length < 14 ? null : cite(fact, `${fact.text}等`, `据悉，${quote.reverse().join('')}`);
  },
  'true words that another passage proves': (fact, world, pick) => {
    const other = choose(far(fact, world), pick);
    return other === null ||
      world.article.paragraphs[other.passage.paragraph]?.text.includes(fact.text.slice(0, 6))
      ? null
      : cite(other, fact.text, other.text);
  },
};

/** A statement that says what the article says “in these words”, and they are not. */
const claim =
  (change: (text: string, made: (limit: number) => number) => string | null): Maker =>
  (fact, world, pick) => {
    const words = change(fact.text, pick);
    if (words === null || world.article.paragraphs.some(({ text }) => text.includes(words))) return null;
    const [open, close] = choose(
      [
        ['“', '”'],
        ['「', '」'],
        ['"', '"'],
        ['『', '』'],
      ] as const,
      pick,
    ) ?? ['“', '”'];
    const lead = world.isChinese
      ? choose(['文章说', '作者写道：', '原文是', '文中指出，', '他强调'], pick)
      : choose(['The article says: ', 'As the author puts it, ', 'In its words, '], pick);
    // In an article of the same language the marks are part of the claim; the words without them would be another statement.
    const made: Made = cite(fact, `${lead}${open}${words}${close}`, fact.text);
    return made;
  };

const bare = (text: string) => text.replace(/[“”「」『』"]/gu, '');

export const quotationFaults: Readonly<Record<string, Maker>> = {
  'a word left out of a quotation': claim((text, pick) => {
    const letters = [...bare(text)];
    const at = 3 + pick(Math.max(1, letters.length - 8));
    return letters.length < 14 ? null : [...letters.slice(0, at), ...letters.slice(at + 2)].join('');
  }),
  'a word put into a quotation': claim((text, pick) => {
    const letters = [...bare(text)];
    const at = 3 + pick(Math.max(1, letters.length - 6));
    return !/^\p{Script=Han}+/u.test(text)
      ? null
      : [...letters.slice(0, at), '真', '正', ...letters.slice(at)].join('');
  }),
  'a quotation turned around': claim((text) => {
    const [one, other] = bare(text).split('，');
    return other === undefined || one === undefined ? null : `${other}，${one}`;
  }),
  'a quotation stitched together': (fact, world, pick) => {
    const other = choose(far(fact, world), pick);
    return other === null || other.text.length < 8
      ? null
      : claim((text) => bare(text).slice(0, 10) + bare(other.text).slice(-8))(fact, world, pick);
  },
  'a short quotation that is not there': (fact, world, pick) =>
    world.isChinese
      ? cite(
          fact,
          `${fact.text}，即所谓“${choose(['共同富裕样板', '湖上新名片', '民心工程', '时代楷模'], pick)}”`,
          fact.text,
        )
      : null,
};
