import { MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNewMessage } from '../../sandbox/forms/message-schema.ts';
import { readAnswerText } from '../../src/discord/conversation-history.ts';
import { renderAnswer, renderProgress } from '../../src/discord/render-answer.ts';
import type { Answer, Citation } from '../../src/knowledge/answering/answer.ts';
import { noUsage } from '../../src/knowledge/answering/usage.ts';
import { createTranslator, locales } from '../../src/locales/translator.ts';
import { buttonsOf, textOf } from './payload-text.ts';
import { article } from './test-bot.ts';

const translate = createTranslator('en-US');
const layout = {
  article,
  translate,
  question: null,
  notice: null,
  offersThread: false,
  askerId: '1',
  isPrivate: false,
};

function answerOf(parts: Partial<Answer>): Answer {
  return {
    outcome: 'answered',
    understoodAs: null,
    language: 'en',
    statements: [],
    citations: [],
    quotesOnly: false,
    correction: null,
    nearest: [],
    suggestions: [],
    hits: [],
    generator: 'openai',
    ledger: [],
    usage: noUsage,
    ...parts,
  };
}

function citationOf(marker: number): Citation {
  const paragraph = article.paragraphs[1 + (marker % (article.paragraphs.length - 1))];
  if (paragraph === undefined) throw new Error('no such paragraph');
  const start = marker % 20;
  const quote = paragraph.text.slice(start, start + 60);
  return {
    marker,
    paragraph: paragraph.number,
    passage: `${paragraph.number}-1`,
    start,
    end: start + 60,
    quote,
  };
}

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '***',
        '[7]',
        '@everyone ',
        '<@1>',
        '\n# ',
        '句子到此为止。',
        'word '.repeat(60),
        '_'.repeat(90),
      ),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const anyAnswer = fc
  .record({
    statements: fc.array(fc.record({ text, count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 14 }),
    suggestions: fc.array(text, { maxLength: 3 }),
    nearest: fc.integer({ min: 0, max: 3 }),
    understoodAs: fc.option(text),
    outcome: fc.constantFrom('answered', 'partly', 'not-in-article', 'off-topic', 'unclear', 'small-talk'),
    quotesOnly: fc.boolean(),
  })
  .map(({ statements, nearest, ...rest }): Answer => {
    let marker = 0;
    const marked = statements.map(({ text: said, count }) => ({
      text: said,
      markers: Array.from({ length: count }, () => {
        marker += 1;
        return marker;
      }),
    }));
    const cited = marked.flatMap(({ markers }) => markers).map(citationOf);
    const none = statements.length === 0;
    return answerOf({
      ...rest,
      statements: marked,
      citations: cited,
      nearest: none ? Array.from({ length: nearest }, (_, index) => citationOf(index + 1)) : [],
    });
  });

describe('an answer as messages', () => {
  it('keeps every message within what Discord takes', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(...locales), fc.option(text), (answer, locale, question) => {
        const around = {
          ...layout,
          translate: createTranslator(locale),
          question,
          notice: 'a notice',
          offersThread: true,
          answerId: 'a1b2c3d4e5f6',
        };
        for (const page of [
          ...renderAnswer(answer, around),
          renderProgress({ stage: 'answering', ...answer }, around),
        ]) {
          // The sandbox refuses what Discord refuses: too long, too many, an id twice, an empty text.
          readNewMessage({ components: page.components, flags: MessageFlags.IsComponentsV2 }, 0);
          readNewMessage({ ...page.asText }, 0);
          expect(page.asText?.content.trim()).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no statement, no marker and no citation, however many pages it takes', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const pages = renderAnswer(answer, layout);
        const texts = pages.flatMap(({ asText }) => asText ?? []);
        for (const [forms, line] of [
          [pages, '\\*\\*'],
          [texts, '-# '],
        ] as const) {
          const contents = forms.map(textOf).join('\n');
          const labels = forms.flatMap(buttonsOf).map(({ label }) => label);
          for (const { marker } of answer.citations) {
            expect(contents).toMatch(new RegExp(`(?:^| )\\[${marker}\\]`, 'm'));
            expect(contents).toMatch(new RegExp(`^${line}\\[${marker}\\] ¶`, 'm'));
            expect(labels.some((label) => label.startsWith(`[${marker}] ¶`))).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lists a citation on the page of the statement that rests on it', () => {
    const statements = Array.from({ length: 12 }, (_, index) => ({
      text: `Statement ${index + 1} is a sentence. `.repeat(8),
      markers: [index + 1],
    }));
    const citations = statements.flatMap(({ markers }) => markers).map(citationOf);
    const pages = renderAnswer(answerOf({ statements, citations }), layout);
    expect(pages.length).toBeGreaterThan(1);
    for (const { asText } of pages) {
      const content = asText?.content ?? '';
      const [said = '', ...listed] = content.split('\n-# ');
      const markers = [...said.matchAll(/ \[(\d+)\]$/gm)].map(([, marker]) => marker);
      expect(markers.length).toBeGreaterThan(0);
      for (const marker of markers) expect(listed.some((line) => line.startsWith(`[${marker}]`))).toBe(true);
    }
    expect(pages.at(-1)?.asText?.content).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  it('shows statements, one line a citation, and a quiet last line', () => {
    const statements = [
      { text: 'The two were paired in March 2017.', markers: [1] },
      { text: 'More followed.', markers: [1, 2] },
    ];
    const [page, ...more] = renderAnswer(
      answerOf({ statements, citations: [citationOf(1), citationOf(2)] }),
      { ...layout, question: 'When *were* they paired?' },
    );
    expect(more).toEqual([]);
    expect(page?.asText?.content).toMatchInlineSnapshot(`
      "> When \\*were\\* they paired?

      The two were paired in March 2017. [1]
      More followed. [1] [2]

      -# [1] ¶2 · “攻坚战就要用攻坚战的办法打，关键在于准、实两个字” “贫攻坚责任制是实现全面脱贫目标的组织保证。张沿两地的扶贫协作重在找准强化组织领导机制这一工作总…”
      -# [2] ¶3 · “携手奔小康，不仅可推动县与县精准对接，还可以探索乡镇、行政村之间结对帮扶” ‘结对探索出了一条“五位一体”东西部扶贫协作全面结对帮扶新模式。市县层面，两地党委政府和市县12…’
      -# 2 statements, 2 checked against the text · “扶贫攻坚，打造东西协作的升级版”, version 054b37f6ab58"
    `);
    expect(page === undefined ? [] : textOf(page)).toMatchInlineSnapshot(`
      "> When \\*were\\* they paired?
      The two were paired in March 2017. [1]
      More followed. [1] [2]
      **[1] ¶2 · “攻坚战就要用攻坚战的办法打，关键在于准、实两个字”**
      -# “贫攻坚责任制是实现全面脱贫目标的组织保证。张沿两地的扶贫协作重在找准强化组织领导机制这一工作总…”
      **[2] ¶3 · “携手奔小康，不仅可推动县与县精准对接，还可以探索乡镇、行政村之间结对帮扶”**
      -# ‘结对探索出了一条“五位一体”东西部扶贫协作全面结对帮扶新模式。市县层面，两地党委政府和市县12…’
      -# 2 statements, 2 checked against the text · “扶贫攻坚，打造东西协作的升级版”, version 054b37f6ab58"
    `);
    expect(page === undefined ? [] : buttonsOf(page).map(({ label }) => label)).toEqual([
      '[1] ¶2',
      '[2] ¶3',
      'Ask further',
      'Ask again',
      'Delete',
    ]);
  });

  it('labels quotes as quotes', () => {
    const statements = [{ text: '真抓实干', markers: [1] }];
    const [page] = renderAnswer(
      answerOf({ statements, citations: [citationOf(1)], quotesOnly: true, generator: 'extractive' }),
      layout,
    );
    expect(page?.asText?.content).toContain('In the article’s own words:');
    expect(page?.asText?.content).toContain('Quotes only');
  });

  it('says that the article does not say, with the nearest and three suggestions', () => {
    const [page] = renderAnswer(
      answerOf({
        outcome: 'not-in-article',
        nearest: [citationOf(1)],
        suggestions: ['One?', 'Two?', 'Three?'],
      }),
      layout,
    );
    expect(page?.asText?.content).toMatchInlineSnapshot(`
      "The article does not say.

      The nearest that it says:
      -# [1] ¶2 · “攻坚战就要用攻坚战的办法打，关键在于准、实两个字” “贫攻坚责任制是实现全面脱贫目标的组织保证。张沿两地的扶贫协作重在找准强化组织领导机制这一工作总抓手，做实领导工作、做实任”
      ↳ Translation, not a quote: The system of responsibility for the fight against poverty is the organisational guarantee for reaching the goal of lifting everyone out of poverty. In the poverty alleviation cooperation between Zhangjiagang and Yanhe, the emphasis is on finding the right key to the whole work, which is to strengthen the mechanism of organisation and leadership, and on making four things solid: leadership, tasks and responsibilitie…

      You could ask:
      • One?
      • Two?
      • Three?
      -# “扶贫攻坚，打造东西协作的升级版”, version 054b37f6ab58"
    `);
  });

  it('gives quotes their labelled translation, each once, to readers of another language only', () => {
    const quoted = (paragraph: number, start: number, quote: string, marker: number): Citation => ({
      ...{ marker, paragraph, passage: '2-3', start, end: start + quote.length, quote },
    });
    const whole = article.paragraphs[2]?.text ?? '';
    const quotes = ['统筹四级财政，确保资金充盈。', '累计落实帮扶资金6594万元'];
    const citations = quotes.map((quote, index) => quoted(2, whole.indexOf(quote), quote, index + 1));
    const statements = quotes.map((said, index) => ({ text: said, markers: [index + 1] }));
    const answer = answerOf({ statements, citations, quotesOnly: true, generator: 'extractive' });
    const shownTo = (language: string, more: Partial<Answer> = {}): string =>
      renderAnswer({ ...answer, language, ...more }, { ...layout, translate: createTranslator(language) })
        .map(({ asText }) => asText?.content ?? '')
        .join('\n');
    expect(shownTo('en').match(/^↳ Translation, not a quote: .*65\.94 million yuan/gm)).toHaveLength(1);
    expect(shownTo('ja')).toContain('↳ 英訳（引用ではありません）：The public finances');
    expect(shownTo('ko')).toContain('↳ 영어 번역(인용이 아님): The public finances');
    for (const language of ['zh-CN', 'zh-TW']) expect(shownTo(language)).not.toContain('↳');
    // What a model says is in the reader's language already.
    expect(shownTo('en', { quotesOnly: false, generator: 'openai' })).not.toContain('↳');
    expect(readAnswerText(shownTo('en')).answer).not.toContain('finances');
  });

  it.each([
    ['zh-CN', '“攻坚战”', '「“攻坚战”」'],
    ['zh-CN', '攻坚战', '“攻坚战”'],
    ['zh-TW', '“攻坚战”', '「“攻坚战”」'],
    ['zh-TW', '「攻堅戰」', '『「攻堅戰」』'],
    ['ja', '「攻堅戦」の意味', '『「攻堅戦」の意味』'],
    ['ko', '“攻坚战”', '‘“攻坚战”’'],
    ['en-US', 'a “battle”', '‘a “battle”’'],
  ])('puts quotation marks of another kind around those of a quote (%s: %s)', (locale, quote, shown) => {
    const [page] = renderAnswer(
      answerOf({
        statements: [{ text: 'Said.', markers: [1] }],
        citations: [{ ...citationOf(1), quote }],
      }),
      { ...layout, translate: createTranslator(locale) },
    );
    expect(page?.asText?.content).toContain(shown);
  });

  it('is read back from its message as question and statements, without markers', () => {
    const statements = [
      { text: 'A *bold* claim_1 [9] of @everyone.', markers: [1] },
      { text: 'More (in brackets).', markers: [1, 2] },
    ];
    const [page] = renderAnswer(answerOf({ statements, citations: [citationOf(1), citationOf(2)] }), {
      ...layout,
      question: 'What _is_ it?',
    });
    expect(readAnswerText(page?.asText?.content ?? '')).toEqual({
      question: 'What _is_ it?',
      answer: 'A *bold* claim_1 [9] of @everyone.\nMore (in brackets).',
    });
  });

  it('shows an unfinished answer without buttons', () => {
    const progress = renderProgress(
      { stage: 'answering', statements: [{ text: 'First.', markers: [1] }], citations: [] },
      layout,
    );
    expect(textOf(progress)).toBe('First. [1]\n-# Checking the next statement…');
    expect(buttonsOf(progress)).toEqual([]);
  });

  it('shows who waits how many come before', () => {
    const waiting = renderProgress({ stage: 'waiting', before: 1207 }, { ...layout, question: 'When?' });
    expect(textOf(waiting)).toBe('> When?\n-# In the queue: 1,207 before you…');
  });
});
